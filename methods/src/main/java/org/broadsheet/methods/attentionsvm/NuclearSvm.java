package org.broadsheet.methods.attentionsvm;

import java.util.Arrays;
import org.broadsheet.methods.attentionsvm.LeastDistance.Solution;
import org.broadsheet.methods.attentionsvm.Separation.Separator;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.SingularValueDecomposition_F64;

/// This is the attention SVM of the factored weights (equation Att-SVM★ of arXiv:2308.16898): the
/// margins of [FrobeniusSvm], kept with the least nuclear norm, the sum of the singular values. It
/// is solved by the alternating direction method of multipliers (Boyd and others 2011, section 3):
///
/// `W <- the nearest to M - Y that keeps the margins`, a least distance problem, `M <- W + Y with
/// every singular value lowered by 1/rho`, down to 0, `Y <- Y + W - M`.
///
/// M has zeros among its singular values, exactly, so its rank can be counted. For any multipliers
/// f of the margins, `sum f / |sum f_k a_k z_k^T|`, in the spectral norm, is below every nuclear
/// norm that keeps them: that bound says when it is done.
public final class NuclearSvm {
    private static final double OVER_RELAXATION = 1.6;
    private static final int BALANCED_EVERY = 20;
    private static final int BALANCED_UNTIL = 400;

    private final Margins margins;
    private final LeastDistance projection;
    private final SingularValueDecomposition_F64<DMatrixRMaj> svd;
    private final double[][] middle;
    private final double[][] dual;
    private double rho;
    private double primal;
    private double change;

    /// When to stop.
    ///
    /// @param gap the distance from the least norm, as a share, that is near enough
    /// @param steps at most
    public record Accuracy(double gap, int steps) {
        /// Good for norms to five digits, and ranks.
        public static final Accuracy FINE = new Accuracy(1e-5, 20_000);

        public Accuracy {
            if (!(gap > 0) || steps < 1) {
                throw new IllegalArgumentException(
                        "a gap of %s in %d steps; both must be over 0".formatted(gap, steps));
            }
        }
    }

    private NuclearSvm(Margins margins, double[][] start) {
        this.margins = margins;
        int size = margins.dimension();
        projection = new LeastDistance(margins.products(margins));
        svd = DecompositionFactory_DDRM.svd(size, size, true, true, false);
        middle = Vectors.copy(start);
        dual = new double[size][size];
        rho = 5 / Matrices.singularValues(start)[0];
    }

    /// The gap of the answer says whether it is as near as asked: it may not be after all steps.
    public static Separation solve(Margins margins, Accuracy accuracy) {
        return switch (FrobeniusSvm.solve(margins)) {
            case Separation.Inseparable none -> none;
            case Separator start when start.norm() == 0 -> start;
            case Separator start -> new NuclearSvm(margins, start.weights()).solve(accuracy);
        };
    }

    private Separator solve(Accuracy accuracy) {
        for (int step = 1; ; step++) {
            double[] factors = step();
            if (step % BALANCED_EVERY == 0) {
                Separator separator = separator(factors);
                if (separator.gap() <= accuracy.gap() || step >= accuracy.steps()) {
                    return separator;
                }
                if (step <= BALANCED_UNTIL) {
                    balance();
                }
            }
        }
    }

    /// @return the multipliers of the margins
    private double[] step() {
        double[][] near = Vectors.copy(middle);
        subtract(dual, near);
        double[] required = Arrays.stream(margins.of(near)).map(value -> 1 - value).toArray();
        Solution solution = projection.solve(required);
        double[][] weights = margins.combined(solution.factors());
        for (int i = 0; i < weights.length; i++) {
            Vectors.add(1, near[i], weights[i]);
        }
        primal = distance(weights, middle);
        double[][] before = Vectors.copy(middle);
        for (int i = 0; i < weights.length; i++) {
            for (int j = 0; j < weights.length; j++) {
                double relaxed =
                        OVER_RELAXATION * weights[i][j] + (1 - OVER_RELAXATION) * middle[i][j];
                dual[i][j] += relaxed;
            }
        }
        shrink(dual);
        subtract(middle, dual);
        change = distance(middle, before);
        return solution.factors();
    }

    private static void subtract(double[][] less, double[][] from) {
        for (int i = 0; i < from.length; i++) {
            Vectors.add(-1, less[i], from[i]);
        }
    }

    private static double distance(double[][] a, double[][] b) {
        double[][] difference = Vectors.copy(a);
        subtract(b, difference);
        return Vectors.norm(difference);
    }

    /// Sets the middle to `matrix` with its singular values lowered.
    private void shrink(double[][] matrix) {
        Matrices.decompose(svd, new DMatrixRMaj(matrix));
        DMatrixRMaj left = svd.getU(null, false);
        DMatrixRMaj right = svd.getV(null, false);
        double[] values = svd.getSingularValues();
        for (double[] row : middle) {
            Arrays.fill(row, 0);
        }
        for (int k = 0; k < middle.length; k++) {
            double kept = values[k] - 1 / rho;
            if (kept > 0) {
                for (int i = 0; i < middle.length; i++) {
                    for (int j = 0; j < middle.length; j++) {
                        middle[i][j] += kept * left.get(i, k) * right.get(j, k);
                    }
                }
            }
        }
    }

    private void balance() {
        double factor = primal > 5 * change ? 2 : change > 5 * primal ? 0.5 : 1;
        rho *= factor;
        for (double[] row : dual) {
            for (int j = 0; j < row.length; j++) {
                row[j] /= factor;
            }
        }
    }

    private Separator separator(double[] factors) {
        if (!(margins.least(middle) > 0)) {
            return new Separator(Vectors.copy(middle), 0, Double.POSITIVE_INFINITY);
        }
        double[][] weights = FrobeniusSvm.feasible(middle, margins);
        double norm = Matrices.nuclearNorm(weights);
        double spectral = Matrices.singularValues(margins.combined(factors))[0];
        double bound = spectral > 0 ? Arrays.stream(factors).sum() / spectral : 0;
        return new Separator(weights, norm, FrobeniusSvm.gap(norm, bound));
    }
}
