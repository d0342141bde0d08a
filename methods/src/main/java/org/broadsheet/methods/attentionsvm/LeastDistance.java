package org.broadsheet.methods.attentionsvm;

import java.util.Arrays;

/// This finds the shortest vector w with `C w >= h`, row by row, from the products of the rows
/// alone: the least distance problem of Lawson and Hanson (Solving Least Squares Problems, 1974,
/// chapter 23). They turn it into non-negative least squares, `min |E u - e|` over `u >= 0` with `E
/// = [C^T; h^T]` and `e = (0, ..., 0, 1)`, and solve that by an active set: exact, in finitely many
/// steps. The residual's last element `r = 1 - h . u` decides: `r > 0` gives the multipliers `u /
/// r` of `w = C^T u / r`, with `r = 1 / (1 + |w|^2)`; `r = 0` says that no w exists, and u proves
/// it.
///
/// Problems that differ a little are solved one after the other fastest by the same object, which
/// starts from the rows that were binding in the last. For one thread.
final class LeastDistance {
    /// A residual of no more than this counts as none: w would be over 30,000 times as long as `h /
    /// |C|`.
    static final double NO_RESIDUAL = 1e-9;

    private static final double TOLERANCE = 1e-13;
    private static final double DEPENDENT = 1e-13;

    private final double[][] products;
    private final double scale;
    private final boolean[] blocked;
    private final double[] u;
    private double[] required = new double[0];
    private int[] binding;
    private int bound;

    /// @param products `C C^T`, rows of the same number of elements
    LeastDistance(double[][] products) {
        int count = products.length;
        double trace = 0;
        for (int k = 0; k < count; k++) {
            trace += products[k][k];
        }
        scale = trace > 0 ? trace / count : 1;
        this.products = new double[count][count];
        for (int k = 0; k < count; k++) {
            Vectors.add(1 / scale, products[k], this.products[k]);
        }
        blocked = new boolean[count];
        u = new double[count];
        binding = new int[count];
    }

    /// What came of it.
    ///
    /// @param factors for each row its multiplier, at least 0; where there is no w, the shares of a
    ///   combination of rows that is zero, or nearly, and asks for more than 0
    record Solution(boolean exists, double[] factors) {}

    Solution solve(double[] required) {
        double largest = Arrays.stream(required).max().orElse(0);
        if (largest <= 0) {
            return new Solution(true, new double[required.length]);
        }
        this.required = Arrays.stream(required).map(value -> value / largest).toArray();
        if (!settle(-1)) {
            bound = 0;
            Arrays.fill(u, 0);
        }
        addRows();
        double residual = 1 - Vectors.dot(this.required, u);
        boolean exists = residual > NO_RESIDUAL;
        double factor = exists ? largest / (scale * residual) : 1 / Arrays.stream(u).sum();
        return new Solution(exists, Arrays.stream(u).map(value -> value * factor).toArray());
    }

    /// Lawson and Hanson's outer loop: the row that is violated most becomes binding, until none
    /// is.
    private void addRows() {
        Arrays.fill(blocked, false);
        int most = 30 * (u.length + 1);
        for (int i = 0; i < most; i++) {
            int row = mostViolated();
            if (row < 0) {
                return;
            }
            binding[bound++] = row;
            if (settle(row)) {
                Arrays.fill(blocked, false);
            } else {
                release(row);
                blocked[row] = true;
            }
        }
        throw new ArithmeticException(
                "no shortest vector after %,d rows were tried; the rows are nearly dependent"
                        .formatted(most));
    }

    private int mostViolated() {
        double residual = 1 - Vectors.dot(required, u);
        int most = -1;
        double violation = TOLERANCE;
        for (int k = 0; k < u.length; k++) {
            if (u[k] == 0 && !blocked[k]) {
                double over = required[k] * residual;
                for (int i = 0; i < bound; i++) {
                    over -= products[k][binding[i]] * u[binding[i]];
                }
                if (over > violation) {
                    violation = over;
                    most = k;
                }
            }
        }
        return most;
    }

    /// Their inner loop: the least squares over the binding rows; rows that would be pushed below
    /// zero are released.
    ///
    /// @param newest the row that has just become binding, or -1
    /// @return false when the newest row depends on the others, within rounding
    private boolean settle(int newest) {
        while (bound > 0) {
            double[] target = new double[bound];
            if (!leastSquares(target)) {
                return false;
            }
            double step = 1;
            int leaving = -1;
            for (int i = 0; i < bound; i++) {
                if (target[i] <= 0) {
                    if (binding[i] == newest && u[newest] == 0) {
                        return false;
                    }
                    double share = u[binding[i]] / (u[binding[i]] - target[i]);
                    if (share < step || leaving < 0) {
                        step = Math.min(step, share);
                        leaving = binding[i];
                    }
                }
            }
            for (int i = 0; i < bound; i++) {
                u[binding[i]] += step * (target[i] - u[binding[i]]);
            }
            if (leaving < 0) {
                return true;
            }
            release(leaving);
            for (int i = bound - 1; i >= 0; i--) {
                if (u[binding[i]] <= 0) {
                    release(binding[i]);
                }
            }
        }
        return true;
    }

    private void release(int row) {
        u[row] = 0;
        int kept = 0;
        for (int i = 0; i < bound; i++) {
            if (binding[i] != row) {
                binding[kept++] = binding[i];
            }
        }
        bound = kept;
    }

    /// Solves the normal equations of the binding rows by Cholesky's factors.
    ///
    /// @return false when a row depends on those before it
    private boolean leastSquares(double[] solution) {
        double[][] lower = new double[bound][bound];
        for (int i = 0; i < bound; i++) {
            for (int j = 0; j <= i; j++) {
                double sum = element(i, j);
                for (int k = 0; k < j; k++) {
                    sum -= lower[i][k] * lower[j][k];
                }
                if (i > j) {
                    lower[i][j] = sum / lower[j][j];
                } else if (sum > DEPENDENT * element(i, i)) {
                    lower[i][i] = Math.sqrt(sum);
                } else {
                    return false;
                }
            }
        }
        for (int i = 0; i < bound; i++) {
            double sum = required[binding[i]];
            for (int k = 0; k < i; k++) {
                sum -= lower[i][k] * solution[k];
            }
            solution[i] = sum / lower[i][i];
        }
        for (int i = bound - 1; i >= 0; i--) {
            for (int k = i + 1; k < bound; k++) {
                solution[i] -= lower[k][i] * solution[k];
            }
            solution[i] /= lower[i][i];
        }
        return true;
    }

    private double element(int i, int j) {
        return products[binding[i]][binding[j]] + required[binding[i]] * required[binding[j]];
    }
}
