package org.broadsheet.methods.incontext;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/// This is the paper's reduced model: head h scores with `omega_h` times the identity and passes on
/// `mu_h` times y. Its loss, over long prompts of independent inputs, is approximately
///
/// `1 + s2 - 2 mu.omega + mu' (omega omega' + (1 + s2)/L exp(d omega omega')) mu`,
///
/// with the exponential element by element.
///
/// @param dimension d
/// @param length L
/// @param noise s2
public record ReducedModel(int dimension, int length, double noise) {
    /// The approximate loss.
    ///
    /// @param omega one for each head
    /// @param mu as many
    public double loss(double[] omega, double[] mu) {
        double loss = 1 + noise;
        for (int h = 0; h < omega.length; h++) {
            loss -= 2 * mu[h] * omega[h];
            for (int k = 0; k < omega.length; k++) {
                loss += mu[h] * mu[k] * second(omega[h], omega[k]);
            }
        }
        return loss;
    }

    private double second(double one, double other) {
        return one * other + (1 + noise) / length * Math.exp(dimension * one * other);
    }

    /// The outputs that are best for these scores. Heads with the same score share theirs evenly.
    public double[] bestOutputs(double[] omega) {
        int heads = omega.length;
        DMatrixRMaj matrix = new DMatrixRMaj(heads, heads);
        for (int h = 0; h < heads; h++) {
            for (int k = 0; k < heads; k++) {
                matrix.set(h, k, second(omega[h], omega[k]));
            }
        }
        DMatrixRMaj inverse = new DMatrixRMaj(heads, heads);
        CommonOps_DDRM.pinv(matrix, inverse);
        DMatrixRMaj best = new DMatrixRMaj(heads, 1);
        CommonOps_DDRM.mult(inverse, new DMatrixRMaj(heads, 1, true, omega), best);
        return best.data.clone();
    }

    /// The score of a single head at its best, `1/sqrt(d)`.
    public double singleOmega() {
        return 1 / Math.sqrt(dimension);
    }

    /// The approximate loss of a single head at its best.
    public double singleHead() {
        double[] omega = {singleOmega()};
        return loss(omega, bestOutputs(omega));
    }

    /// The limit of two opposite heads with ever smaller scores, debiased descent with the best
    /// step: `1 + s2 - 1/(1 + (1 + s2) d/L)`.
    public double twoHeads() {
        return 1 + noise - 1 / (1 + (1 + noise) * dimension / length);
    }
}
