package org.broadsheet.methods.pinn;

import java.util.Arrays;

/// This is how the losses of several equations are weighed against each other while they are
/// learned. One object serves one training.
///
/// The soft ones give a loss that falls more slowly than the others a larger weight: `λᵢ ∝ exp(T
/// sᵢ)` with the change sᵢ of loss i since the step before, its exponent kept within ±50 (the
/// paper's adaptive weights; with relative changes also A. Heydari, C. Thompson and A. Mehmood,
/// 2019).
@FunctionalInterface
public interface Weighting {
    /// The largest size of an exponent.
    double CLAMP = 50;

    /// @param losses of this step, one for each equation, not negative
    /// @return as many weights, not negative
    double[] next(double[] losses);

    /// Weights that sum to 1 and never change: each the same.
    static Weighting equal() {
        return losses -> {
            double[] weights = new double[losses.length];
            Arrays.fill(weights, 1.0 / weights.length);
            return weights;
        };
    }

    /// Weights by the changes of the losses themselves, divided one after the other by the sum of
    /// those already divided and those not yet: the first by the sum of all, the second by a
    /// smaller sum, so that they sum to more than 1. At a temperature at which no change counts,
    /// two of them stay at 1/2 and 2/3.
    ///
    /// @param temperature T, not negative, in units of one over a loss
    static Weighting softInTurn(double temperature) {
        requireTemperature(temperature);
        Changes changes = new Changes();
        return losses -> {
            double[] weights = powers(temperature, changes.absolute(losses));
            for (int i = 0; i < weights.length; i++) {
                weights[i] /= Arrays.stream(weights).sum();
            }
            return weights;
        };
    }

    /// Weights by the relative changes of the losses, which sum to 1. So that noise between two
    /// steps counts for little, a change is that of the losses' running mean over some 1/`share`
    /// steps against one over four times as many.
    ///
    /// @param temperature T, not negative, no unit
    /// @param share of a new loss in its running mean, above 0, at most 1
    static Weighting softRelative(double temperature, double share) {
        requireTemperature(temperature);
        if (!(share > 0 && share <= 1)) {
            throw new IllegalArgumentException(
                    "a share of " + share + "; accepted are above 0, at most 1");
        }
        Changes changes = new Changes();
        return losses -> {
            double[] weights = powers(temperature, changes.relative(losses, share));
            double sum = Arrays.stream(weights).sum();
            for (int i = 0; i < weights.length; i++) {
                weights[i] /= sum;
            }
            return weights;
        };
    }

    private static void requireTemperature(double temperature) {
        if (!(temperature >= 0 && temperature < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "a temperature of " + temperature + "; accepted are finite numbers from 0");
        }
    }

    private static double[] powers(double temperature, double[] changes) {
        return Arrays.stream(changes)
                .map(change -> Math.exp(Math.clamp(temperature * change, -CLAMP, CLAMP)))
                .toArray();
    }

    /// What the losses were.
    final class Changes {
        private double[] fast = {};
        private double[] slow = {};

        private double[] absolute(double[] losses) {
            double[] before = fast.length == 0 ? losses : fast;
            fast = losses.clone();
            double[] changes = new double[losses.length];
            Arrays.setAll(changes, i -> losses[i] - before[i]);
            return changes;
        }

        /// The running mean against one that runs four times as long.
        private double[] relative(double[] losses, double share) {
            if (fast.length == 0) {
                fast = losses.clone();
                slow = losses.clone();
            }
            double[] changes = new double[losses.length];
            for (int i = 0; i < changes.length; i++) {
                fast[i] += share * (losses[i] - fast[i]);
                slow[i] += share / 4 * (losses[i] - slow[i]);
                changes[i] = slow[i] == 0 ? 0 : fast[i] / slow[i] - 1;
            }
            return changes;
        }
    }
}
