package org.broadsheet.methods.schroedinger;

import java.util.Arrays;

/// Entropies of how something is spread over places or wave numbers, in nats. Weights need not add
/// up to 1; they are divided by their sum.
public final class Entropy {
    /// Shares up to this count as none, as in the paper's program.
    private static final double NONE = 1e-15;

    private Entropy() {}

    /// `-Σ p ln p`: 0 where all is at one place, ln n where n have the same.
    ///
    /// @throws IllegalArgumentException if a weight is negative or not finite, or none is positive
    public static double shannon(double[] weights) {
        double sum = 0;
        for (double share : shares(weights)) {
            sum -= share > NONE ? share * Math.log(share) : 0;
        }
        return sum;
    }

    /// `ln(Σ p^α)/(1-α)`; the limit at α = 1 is Shannon's.
    ///
    /// @param order α, positive and not 1
    public static double renyi(double order, double[] weights) {
        return Math.log(powers(order, weights)) / (1 - order);
    }

    /// `(1 - Σ p^q)/(q-1)`; the limit at q = 1 is Shannon's.
    ///
    /// @param order q, positive and not 1
    public static double tsallis(double order, double[] weights) {
        return (1 - powers(order, weights)) / (order - 1);
    }

    private static double powers(double order, double[] weights) {
        if (!(order > 0 && order < Double.POSITIVE_INFINITY) || order == 1) {
            throw new IllegalArgumentException(
                    "an entropy of order " + order + "; accepted are positive numbers but 1");
        }
        double sum = 0;
        for (double share : shares(weights)) {
            sum += share > NONE ? Math.pow(share, order) : 0;
        }
        return sum;
    }

    private static double[] shares(double[] weights) {
        for (double weight : weights) {
            if (!(weight >= 0 && weight < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException(
                        "a weight of " + weight + "; accepted are numbers from 0");
            }
        }
        double sum = Arrays.stream(weights).sum();
        if (!(sum > 0)) {
            throw new IllegalArgumentException("weights that add up to " + sum);
        }
        return Arrays.stream(weights).map(weight -> weight / sum).toArray();
    }

    /// `|ψ̂|²` for every wave number: the weights of the spectral entropies.
    public static double[] spectralWeights(Wave wave) {
        int n = wave.grid().points();
        double[] spectrum = wave.spectrum();
        double[] weights = new double[n];
        for (int m = 0; m < n; m++) {
            weights[m] = spectrum[m] * spectrum[m] + spectrum[n + m] * spectrum[n + m];
        }
        return weights;
    }
}
