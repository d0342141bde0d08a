package org.broadsheet.methods.hopfield;

/// These are the published capacities: how many random patterns a memory of `d` elements holds.
public final class CapacityFormulas {
    private CapacityFormulas() {}

    /// The classical network with a few wrong elements allowed: `0.14 d`.
    public static double classical(int size) {
        return 0.14 * requireSize(size);
    }

    /// The network with `F(z) = z^degree` without a wrong element: `d^(a-1) / (2 (2a-3)!! ln d)`
    /// (Krotov and Hopfield 2016); `d / (2 ln d)` for degree 2.
    public static double polynomial(int size, int degree) {
        new Interaction.Polynomial(degree);
        double doubleFactorial = 1;
        for (int factor = 2 * degree - 3; factor > 1; factor -= 2) {
            doubleFactorial *= factor;
        }
        return Math.pow(requireSize(size), degree - 1) / (2 * doubleFactorial * Math.log(size));
    }

    /// The binary network with `F = exp`: `2^(d/2)` (Demircigil and others 2017).
    public static double exponential(int size) {
        return Math.pow(2, 0.5 * requireSize(size));
    }

    /// What theorem 3 of arXiv:2008.02217 guarantees: with probability `1 - p` over random patterns
    /// on a sphere of radius `K sqrt(d - 1)`, at least `patterns` of them are stored.
    ///
    /// @param base the `c` whose power the capacity is
    /// @param patterns `sqrt(p) c^((d-1)/4)`; the theorem says something where it is 2 or more
    public record Modern(double base, double patterns) {}

    /// Theorem 3: `c = b / W0(exp(a + ln b))`, `a = 2 (1 + ln(2 beta K^2 p (d - 1))) / (d - 1)`, `b
    /// = 2 K^2 beta / 5`. Needs `d` of 2 or more, `beta` and `K` over 0, and `p` in (0, 1].
    public static Modern modern(int size, double beta, double radius, double failure) {
        requireSize(size);
        requirePositive("beta", beta);
        requirePositive("The radius factor", radius);
        if (!(failure > 0 && failure <= 1)) {
            throw new IllegalArgumentException(
                    "The failure probability is %s; over 0 and up to 1 is accepted"
                            .formatted(failure));
        }
        double dimension = size - 1;
        double a = 2 / dimension * (1 + Math.log(2 * beta * radius * radius * failure * dimension));
        double b = 2 * radius * radius * beta / 5;
        double base = b / lambert(Math.exp(a + Math.log(b)));
        return new Modern(base, Math.sqrt(failure) * Math.pow(base, dimension / 4));
    }

    /// The upper branch of Lambert's W for `z` > 0, the `w` with `w exp(w) = z`, by Newton's method
    /// on `w + ln w = ln z`, which is concave and so is reached from below.
    static double lambert(double z) {
        double target = Math.log(z);
        double w = z < 1 ? z / (1 + z) : Math.log1p(z) / 2;
        double last = 0;
        for (int step = 0; step < 100 && Math.abs(w - last) > 1e-15 * w; step++) {
            last = w;
            w = w * (1 + target - Math.log(w)) / (1 + w);
        }
        return w;
    }

    private static int requireSize(int size) {
        if (size < 2) {
            throw new IllegalArgumentException(
                    "A pattern has %d elements; the formula needs 2 or more".formatted(size));
        }
        return size;
    }

    private static void requirePositive(String what, double value) {
        if (!(value > 0) || Double.isInfinite(value)) {
            throw new IllegalArgumentException(
                    "%s is %s; it must be over 0 and finite".formatted(what, value));
        }
    }
}
