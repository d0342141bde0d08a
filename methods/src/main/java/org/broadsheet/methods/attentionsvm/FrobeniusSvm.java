package org.broadsheet.methods.attentionsvm;

import java.util.Arrays;
import org.broadsheet.methods.attentionsvm.Separation.Inseparable;
import org.broadsheet.methods.attentionsvm.Separation.Separator;

/// This is the attention SVM of the joint weights (equation Att-SVM of arXiv:2308.16898): the W of
/// least Frobenius norm with `(x_chosen - x_t)^T W z >= 1` for every other token of every prompt.
/// It is an ordinary hard-margin machine over the matrices `(x_chosen - x_t) z^T` and solved as the
/// least distance problem that it is, by an active set, to rounding.
public final class FrobeniusSvm {
    private FrobeniusSvm() {}

    /// For at most some hundreds of margins: the time grows with the cube of those that bind.
    public static Separation solve(Margins margins) {
        double[] ones = new double[margins.count()];
        Arrays.fill(ones, 1);
        var solution = new LeastDistance(margins.products(margins)).solve(ones);
        double[][] combined = margins.combined(solution.factors());
        double length = Vectors.norm(combined);
        if (!solution.exists()) {
            return new Inseparable(solution.factors(), length);
        }
        double bound = length > 0 ? Arrays.stream(solution.factors()).sum() / length : 0;
        double[][] weights = feasible(combined, margins);
        double norm = Vectors.norm(weights);
        return new Separator(weights, norm, gap(norm, bound));
    }

    /// Scaled so that the least margin is 1.
    static double[][] feasible(double[][] weights, Margins margins) {
        double least = margins.least(weights);
        double[][] scaled = Vectors.copy(weights);
        if (least > 0 && Double.isFinite(least)) {
            for (double[] row : scaled) {
                for (int i = 0; i < row.length; i++) {
                    row[i] /= least;
                }
            }
        }
        return scaled;
    }

    static double gap(double norm, double bound) {
        return norm > 0 ? Math.max(0, (norm - bound) / norm) : 0;
    }
}
