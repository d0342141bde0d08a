package org.broadsheet.methods.attentionsvm;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.broadsheet.methods.attentionsvm.LeastDistance.Solution;
import org.broadsheet.methods.attentionsvm.Margins.Margin;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/// This is the paper's prediction for heads under which attention keeps a mixture of tokens
/// (arXiv:2308.16898): `W = W_fin + R W_dir`. The finite part sets the ratios among the tokens that
/// are kept, `(x_t - x_s)^T W_fin z = log(share_t / share_s)`; the direction, which grows, keeps
/// them equal and puts them over the dropped ones with margin 1. Both have the least Frobenius
/// norm.
///
/// @param finite W_fin
/// @param direction W_dir
public record MixedSelection(double[][] finite, double[][] direction) {
    /// What counts as kept and as dropped.
    ///
    /// @param kept the least share of a token that is kept
    /// @param dropped the largest share of one that is dropped, under `kept`
    public record Thresholds(double kept, double dropped) {
        /// Those of the authors' experiment.
        public static final Thresholds AUTHORS = new Thresholds(1e-3, 1e-6);

        public Thresholds {
            if (!(dropped > 0 && dropped < kept && kept < 1)) {
                throw new IllegalArgumentException(
                        "kept from %s and dropped to %s; the shares must be between 0 and 1, and the"
                                        .formatted(kept, dropped)
                                + " second the smaller");
            }
        }
    }

    /// The prediction from a trained layer's shares; empty when a token is neither kept nor
    /// dropped, when nothing is dropped, or when no W keeps the margins.
    ///
    /// @param shares the softmax of every prompt, `n` rows of `T`
    public static Optional<MixedSelection> of(
            Prompts prompts, double[][] shares, Thresholds thresholds) {
        List<Margin> equal = new ArrayList<>();
        List<Double> ratios = new ArrayList<>();
        List<Margin> over = new ArrayList<>();
        for (int i = 0; i < prompts.count(); i++) {
            int first = Vectors.largest(shares[i]);
            for (int t = 0; t < prompts.length(); t++) {
                double share = shares[i][t];
                if (share > thresholds.dropped() && share < thresholds.kept()) {
                    return Optional.empty();
                }
                if (share <= thresholds.dropped()) {
                    over.add(Margins.between(prompts, i, first, t));
                } else if (t != first) {
                    equal.add(Margins.between(prompts, i, first, t));
                    ratios.add(Math.log(shares[i][first] / share));
                }
            }
        }
        if (over.isEmpty()) {
            return Optional.empty();
        }
        int dimension = prompts.dimension();
        double[] wanted = ratios.stream().mapToDouble(Double::doubleValue).toArray();
        return new Parts(new Margins(equal, dimension), new Margins(over, dimension)).solve(wanted);
    }

    /// The kept and the dropped, as constraints.
    private record Parts(Margins equal, Margins over) {
        Optional<MixedSelection> solve(double[] ratios) {
            if (equal.count() == 0) {
                double[][] none = new double[over.dimension()][over.dimension()];
                return FrobeniusSvm.solve(over) instanceof Separation.Separator separator
                        ? Optional.of(new MixedSelection(none, separator.weights()))
                        : Optional.empty();
            }
            DMatrixRMaj inverse = new DMatrixRMaj(equal.count(), equal.count());
            CommonOps_DDRM.pinv(new DMatrixRMaj(equal.products(equal)), inverse);
            double[][] finite = equal.combined(times(inverse, ratios));
            return direction(inverse).map(direction -> new MixedSelection(finite, direction));
        }

        /// The margins are kept within the matrices that leave the kept tokens equal: each
        /// constraint less its part in the span of the equalities.
        private Optional<double[][]> direction(DMatrixRMaj inverse) {
            double[][] products = over.products(over);
            double[][] shared = over.products(equal);
            for (int k = 0; k < products.length; k++) {
                double[] projected = times(inverse, shared[k]);
                for (int l = 0; l < products.length; l++) {
                    products[k][l] -= Vectors.dot(projected, shared[l]);
                }
            }
            double[] ones = new double[over.count()];
            Arrays.fill(ones, 1);
            Solution solution = new LeastDistance(products).solve(ones);
            if (!solution.exists()) {
                return Optional.empty();
            }
            double[] part = times(inverse, Vectors.transposedTimes(shared, solution.factors()));
            double[][] direction = over.combined(solution.factors());
            double[][] less = equal.combined(part);
            for (int i = 0; i < direction.length; i++) {
                Vectors.add(-1, less[i], direction[i]);
            }
            return Optional.of(direction);
        }

        private static double[] times(DMatrixRMaj matrix, double[] vector) {
            double[] product = new double[matrix.numRows];
            for (int i = 0; i < product.length; i++) {
                for (int j = 0; j < vector.length; j++) {
                    product[i] += matrix.get(i, j) * vector[j];
                }
            }
            return product;
        }
    }

    /// The cosine between `weights` and the prediction, with the R that fits them best.
    public double correlation(double[][] weights) {
        double along = 0;
        double length = 0;
        for (int i = 0; i < weights.length; i++) {
            along += Vectors.dot(Vectors.difference(weights[i], finite[i]), direction[i]);
            length += Vectors.dot(direction[i], direction[i]);
        }
        double[][] predicted = Vectors.copy(finite);
        for (int i = 0; i < weights.length; i++) {
            Vectors.add(along / length, direction[i], predicted[i]);
        }
        return Matrices.correlation(weights, predicted);
    }
}
