package org.broadsheet.methods.shift;

import org.hipparchus.distribution.continuous.NormalDistribution;

/// This is the probit scale, on which accuracies of many models lie on straight lines where their
/// populations differ little: the inverse of the standard normal distribution.
public final class Probit {
    private static final NormalDistribution STANDARD = new NormalDistribution();

    private Probit() {}

    /// The number that a standard normal one is under with this probability.
    ///
    /// @param probability over 0 and under 1
    public static double of(double probability) {
        if (!(probability > 0 && probability < 1)) {
            throw new IllegalArgumentException(
                    "the probit of %s; accepted are probabilities over 0 and under 1"
                            .formatted(probability));
        }
        return STANDARD.inverseCumulativeProbability(probability);
    }

    /// The same of an accuracy over `count` examples, where none or all right count as half an
    /// example from the end.
    public static double ofAccuracy(double accuracy, int count) {
        double end = 0.5 / count;
        return of(Math.clamp(accuracy, end, 1 - end));
    }

    /// The probability that a standard normal number is under `x`, back from the scale.
    public static double below(double x) {
        return STANDARD.cumulativeProbability(x);
    }
}
