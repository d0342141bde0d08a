package org.broadsheet.methods.incontext;

import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.LinearSolverFactory_DDRM;
import org.ejml.interfaces.linsol.LinearSolverDense;

/// These are the predictors that take one step of gradient descent from zero on the examples of a
/// prompt, `prediction = x_q' G c`, with c the step's direction and G a fitted factor. For one
/// task.
///
/// @param from which direction
/// @param factor G, as many rows and columns as the inputs have coordinates
public record Descent(Direction from, double[][] factor) implements Predictor {
    private static final int E = PromptBlock.SIZE;

    /// The gradient of the squared error at zero.
    public enum Direction {
        /// `sum_l y_l x_l / L`.
        PLAIN,
        /// `sum_l y_l (x_l - mean of x) / L`: debiased, of examples about their mean.
        DEBIASED
    }

    /// One number for all coordinates, the step's length, fitted by least squares over the blocks.
    public static Descent fitted(Direction direction, List<PromptBlock> blocks) {
        double along = 0;
        double square = 0;
        int dimension = dimension(blocks);
        double[][] unit = new double[dimension][dimension];
        for (int i = 0; i < dimension; i++) {
            unit[i][i] = 1;
        }
        Descent ofLengthOne = new Descent(direction, unit);
        for (PromptBlock block : blocks) {
            double[] predictions = ofLengthOne.predict(block);
            for (int e = 0; e < E; e++) {
                along += predictions[e] * block.targets[e];
                square += predictions[e] * predictions[e];
            }
        }
        for (int i = 0; i < dimension; i++) {
            unit[i][i] = along / square;
        }
        return new Descent(direction, unit);
    }

    /// A whole matrix, the preconditioned step, fitted by least squares over the blocks.
    public static Descent preconditioned(Direction direction, List<PromptBlock> blocks) {
        int dimension = dimension(blocks);
        int unknowns = dimension * dimension;
        DMatrixRMaj normal = new DMatrixRMaj(unknowns, unknowns);
        DMatrixRMaj right = new DMatrixRMaj(unknowns, 1);
        double[] features = new double[unknowns];
        for (PromptBlock block : blocks) {
            double[] direct = direction(direction, block);
            for (int e = 0; e < E; e++) {
                for (int k = 0; k < unknowns; k++) {
                    features[k] =
                            block.queries[(k / dimension) * E + e]
                                    * direct[(k % dimension) * E + e];
                }
                for (int k = 0; k < unknowns; k++) {
                    right.add(k, 0, features[k] * block.targets[e]);
                    for (int j = 0; j < unknowns; j++) {
                        normal.add(k, j, features[k] * features[j]);
                    }
                }
            }
        }
        LinearSolverDense<DMatrixRMaj> solver = LinearSolverFactory_DDRM.symmPosDef(unknowns);
        DMatrixRMaj solution = new DMatrixRMaj(unknowns, 1);
        if (!solver.setA(normal)) {
            throw new IllegalArgumentException(
                    "%d prompts do not determine a matrix of %d elements; more are needed"
                            .formatted(blocks.size() * E, unknowns));
        }
        solver.solve(right, solution);
        double[][] factor = new double[dimension][dimension];
        for (int k = 0; k < unknowns; k++) {
            factor[k / dimension][k % dimension] = solution.get(k, 0);
        }
        return new Descent(direction, factor);
    }

    /// The loss of the best debiased step of one length, for independent inputs and one task over
    /// all of them: `1 + s2 - (1 - 1/L) / (1 + (1 + s2) d/L)`.
    ///
    /// The step's direction is `S beta` plus noise, with S the examples' covariance about their
    /// mean, over L. `L S` is Wishart with L - 1 degrees of freedom, so `E beta' S beta = 1 - 1/L`
    /// and `E |S beta|^2 = (1 - 1/L)(L + d)/L`, to which the noise adds `(1 - 1/L) s2 d/L`.
    public static double leastDebiasedLoss(int dimension, int length, double noise) {
        double kept = 1 - 1.0 / length;
        return 1 + noise - kept / (1 + (1 + noise) * dimension / length);
    }

    private static int dimension(List<PromptBlock> blocks) {
        if (blocks.isEmpty()) {
            throw new IllegalArgumentException("there are no prompts to fit; some are needed");
        }
        return blocks.getFirst().dimension();
    }

    @Override
    public double[] predict(PromptBlock block) {
        double[] direct = direction(from, block);
        double[] predictions = new double[E];
        for (int i = 0; i < factor.length; i++) {
            for (int j = 0; j < factor.length; j++) {
                for (int e = 0; e < E; e++) {
                    predictions[e] += block.queries[i * E + e] * factor[i][j] * direct[j * E + e];
                }
            }
        }
        return predictions;
    }

    /// The direction's coordinate i at `i E`, then by prompt.
    private static double[] direction(Direction direction, PromptBlock block) {
        if (block.tasks() != 1) {
            throw new IllegalArgumentException(
                    "prompts of %d tasks; descent is for one".formatted(block.tasks()));
        }
        int dimension = block.dimension();
        int length = block.length();
        double[] direct = new double[dimension * E];
        double[] mean = new double[E];
        for (int i = 0; i < dimension; i++) {
            for (int e = 0; e < E; e++) {
                mean[e] = 0;
            }
            if (direction == Direction.DEBIASED) {
                for (int l = 0; l < length; l++) {
                    for (int e = 0; e < E; e++) {
                        mean[e] += block.tokens[block.at(i, l) + e] / length;
                    }
                }
            }
            for (int l = 0; l < length; l++) {
                for (int e = 0; e < E; e++) {
                    direct[i * E + e] +=
                            block.tokens[block.at(dimension, l) + e]
                                    * (block.tokens[block.at(i, l) + e] - mean[e])
                                    / length;
                }
            }
        }
        return direct;
    }
}
