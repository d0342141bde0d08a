package org.broadsheet.methods.shift;

/// This is the probit scale, on which accuracies of many models lie on straight lines where their
/// populations differ little: the inverse of the standard normal distribution.
public final class Probit {
    private static final double FAR = 9;

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
        double low = -FAR;
        double high = FAR;
        while (true) {
            double middle = (low + high) / 2;
            if (middle <= low || middle >= high) {
                return middle;
            }
            boolean isUnder = below(middle) < probability;
            low = isUnder ? middle : low;
            high = isUnder ? high : middle;
        }
    }

    /// The same of an accuracy over `count` examples, where none or all right count as half an
    /// example from the end.
    public static double ofAccuracy(double accuracy, int count) {
        double end = 0.5 / count;
        return of(Math.clamp(accuracy, end, 1 - end));
    }

    /// The probability that a standard normal number is under `x`, Φ(x), back from the scale: by
    /// its series around 0, whose terms have one sign (Marsaglia 2004). Beyond 9 it is 0 or 1 to
    /// rounding.
    public static double below(double x) {
        if (Math.abs(x) > FAR) {
            return x > 0 ? 1 : 0;
        }
        double term = x;
        double sum = x;
        for (int n = 3; Math.abs(term) > 1e-17 * Math.abs(sum); n += 2) {
            term *= x * x / n;
            sum += term;
        }
        return 0.5 + Math.exp(-x * x / 2) / Math.sqrt(2 * Math.PI) * sum;
    }
}
