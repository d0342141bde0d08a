package org.broadsheet.methods.schroedinger;

/// Turns complex numbers in their plane, in loops that the compiler makes vectors of.
final class Rotation {
    private static final double TWO_PI = 2 * Math.PI;

    /// What 2π is above the double nearest to it.
    private static final double TWO_PI_REST = 2.4492935982947064e-16;

    private final double[] quarter;
    private final double[] tangent;

    /// @param numbers how many are turned at once
    Rotation(int numbers) {
        quarter = new double[numbers];
        tangent = new double[numbers];
    }

    /// Multiplies by given factors of modulus 1.
    static void by(double[] re, double[] im, double[] factorRe, double[] factorIm) {
        for (int j = 0; j < re.length; j++) {
            double x = re[j];
            double y = im[j];
            re[j] = x * factorRe[j] - y * factorIm[j];
            im[j] = x * factorIm[j] + y * factorRe[j];
        }
    }

    /// Multiplies each ψ by `exp(i|ψ|²τ)`.
    ///
    /// Whole turns are taken away, and the tangent t of a quarter of the rest, which Taylor's
    /// series give, makes the half: `(1-t²)/(1+t²)` and `2t/(1+t²)` have the modulus 1 up to
    /// rounding whatever the error of t. A square makes the whole. Four short loops: the compiler
    /// makes no vectors of a long one.
    void byDensity(double[] re, double[] im, double tau) {
        for (int j = 0; j < quarter.length; j++) {
            double angle = (re[j] * re[j] + im[j] * im[j]) * tau;
            double turns = Math.rint(angle * (1 / TWO_PI));
            quarter[j] = 0.25 * ((angle - turns * TWO_PI) - turns * TWO_PI_REST);
        }
        for (int j = 0; j < quarter.length; j++) {
            tangent[j] = quarter[j] * sineShare(quarter[j] * quarter[j]);
        }
        for (int j = 0; j < quarter.length; j++) {
            tangent[j] /= cosine(quarter[j] * quarter[j]);
        }
        for (int j = 0; j < quarter.length; j++) {
            double square = tangent[j] * tangent[j];
            double below = 1 / (1 + square);
            double halfCosine = (1 - square) * below;
            double halfSine = 2 * tangent[j] * below;
            double cosine = halfCosine * halfCosine - halfSine * halfSine;
            double sine = 2 * halfSine * halfCosine;
            double x = re[j];
            double y = im[j];
            re[j] = x * cosine - y * sine;
            im[j] = x * sine + y * cosine;
        }
    }

    /// sin(a)/a as a series in a², for |a| up to π/4 up to rounding.
    private static double sineShare(double square) {
        double sum = -1.0 / 1307674368000L;
        sum = sum * square + 1.0 / 6227020800L;
        sum = sum * square - 1.0 / 39916800;
        sum = sum * square + 1.0 / 362880;
        sum = sum * square - 1.0 / 5040;
        sum = sum * square + 1.0 / 120;
        sum = sum * square - 1.0 / 6;
        return sum * square + 1;
    }

    /// cos(a) as a series in a², for |a| up to π/4 up to rounding.
    private static double cosine(double square) {
        double sum = 1.0 / 20922789888000L;
        sum = sum * square - 1.0 / 87178291200L;
        sum = sum * square + 1.0 / 479001600;
        sum = sum * square - 1.0 / 3628800;
        sum = sum * square + 1.0 / 40320;
        sum = sum * square - 1.0 / 720;
        sum = sum * square + 1.0 / 24;
        sum = sum * square - 0.5;
        return sum * square + 1;
    }
}
