package org.broadsheet.methods.incontext;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.LinearSolverFactory_DDRM;
import org.ejml.interfaces.linsol.LinearSolverDense;

/// This is ridge regression on the examples of a prompt. With the penalty `noise d` it is the mean
/// of the coefficients given the examples, for coefficients drawn from `N(0, I/d)`: nothing
/// predicts better. For one task.
///
/// @param penalty on the squared length of the coefficients, over 0
public record Ridge(double penalty) implements Predictor {
    private static final int E = PromptBlock.SIZE;

    public Ridge {
        if (!(penalty > 0) || Double.isInfinite(penalty)) {
            throw new IllegalArgumentException(
                    "the penalty is %s; it must be over 0 and finite".formatted(penalty));
        }
    }

    @Override
    public double[] predict(PromptBlock block) {
        if (block.tasks() != 1) {
            throw new IllegalArgumentException(
                    "prompts of %d tasks; ridge regression is for one".formatted(block.tasks()));
        }
        int d = block.dimension();
        double[] predictions = new double[E];
        DMatrixRMaj normal = new DMatrixRMaj(d, d);
        DMatrixRMaj right = new DMatrixRMaj(d, 1);
        DMatrixRMaj solution = new DMatrixRMaj(d, 1);
        LinearSolverDense<DMatrixRMaj> solver = LinearSolverFactory_DDRM.symmPosDef(d);
        for (int e = 0; e < E; e++) {
            for (int i = 0; i < d; i++) {
                for (int j = 0; j < d; j++) {
                    normal.set(i, j, (i == j ? penalty : 0) + sum(block, i, j, e));
                }
                right.set(i, 0, sum(block, i, d, e));
            }
            if (!solver.setA(normal)) {
                throw new ArithmeticException(
                        "the examples of prompt %d have numbers that are not finite".formatted(e));
            }
            solver.solve(right, solution);
            for (int i = 0; i < d; i++) {
                predictions[e] += solution.get(i, 0) * block.queries[i * E + e];
            }
        }
        return predictions;
    }

    private static double sum(PromptBlock block, int i, int j, int e) {
        double sum = 0;
        for (int l = 0; l < block.length(); l++) {
            sum += block.tokens[block.at(i, l) + e] * block.tokens[block.at(j, l) + e];
        }
        return sum;
    }
}
