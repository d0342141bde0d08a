package org.broadsheet.methods.tensor;

/// This is the standard normal distribution, as far as GELU needs it.
final class Normal {
    private static final double ROOT_TWO_PI = Math.sqrt(2 * Math.PI);

    /// Beyond this Φ and 0 or 1 differ by less than 1e-19.
    private static final double FAR = 9;

    private Normal() {}

    static double density(double x) {
        return Math.exp(-x * x / 2) / ROOT_TWO_PI;
    }

    /// Φ(x) by the series Φ(x) = 1/2 + φ(x) (x + x³/3 + x⁵/(3·5) + ...) (Marsaglia 2004,
    /// "Evaluating the normal distribution"). All its terms have one sign; the absolute error is
    /// some 1e-16.
    static double below(double x) {
        if (Double.isNaN(x)) {
            return x;
        }
        if (Math.abs(x) > FAR) {
            return x > 0 ? 1 : 0;
        }
        double term = x;
        double sum = x;
        for (int n = 3; Math.abs(term) > 1e-17 * Math.abs(sum); n += 2) {
            term *= x * x / n;
            sum += term;
        }
        return 0.5 + density(x) * sum;
    }
}
