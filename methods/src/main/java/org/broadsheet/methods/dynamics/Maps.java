package org.broadsheet.methods.dynamics;

/// Chaotic maps, iterated from a start that is the first value of the series. The order of the
/// operations is part of the definition: another one rounds differently and leads, some dozens of
/// iterations on, to another orbit of the same attractor.
public final class Maps {
    private Maps() {}

    /// The logistic map x → r · x · (1 - x), from left to right.
    ///
    /// @param r growth rate, 0 to 4
    /// @param start first value, 0 to 1
    /// @param length number of values, at least 1
    public static double[] logistic(double r, double start, int length) {
        require("growth rate", r, 0, 4);
        require("start", start, 0, 1);
        double[] series = new double[requireLength(length)];
        double x = start;
        for (int i = 0; i < length; i++) {
            series[i] = x;
            x = r * x * (1 - x);
        }
        return series;
    }

    /// The asymmetric tent map: x → x / a below a, (1 - x) / (1 - a) from there on.
    ///
    /// @param a place of the tip, between 0 and 1
    /// @param start first value, 0 to 1
    /// @param length number of values, at least 1
    public static double[] asymmetricTent(double a, double start, int length) {
        require("tip", a, Double.MIN_NORMAL, Math.nextDown(1.0));
        require("start", start, 0, 1);
        double[] series = new double[requireLength(length)];
        double x = start;
        for (int i = 0; i < length; i++) {
            series[i] = x;
            x = x < a ? x / a : (1 - x) / (1 - a);
        }
        return series;
    }

    /// The first coordinate of the Hénon map (x, y) → (1 - a · x² + y, b · x), with x² formed
    /// first.
    ///
    /// @param a classically 1.4
    /// @param b classically 0.3
    /// @param startX first value
    /// @param startY second coordinate of the start
    /// @param length number of values, at least 1
    /// @throws ArithmeticException if the orbit leaves for infinity, as it does from most starts
    public static double[] henon(double a, double b, double startX, double startY, int length) {
        double[] series = new double[requireLength(length)];
        double x = startX;
        double y = startY;
        for (int i = 0; i < length; i++) {
            if (!Double.isFinite(x)) {
                throw new ArithmeticException(
                        "Hénon map with a = %s, b = %s from (%s, %s) diverges by iteration %d"
                                .formatted(a, b, startX, startY, i));
            }
            series[i] = x;
            double next = 1 - a * (x * x) + y;
            y = b * x;
            x = next;
        }
        return series;
    }

    private static void require(String name, double value, double least, double most) {
        if (!(value >= least && value <= most)) {
            throw new IllegalArgumentException(
                    "%s %s; accepted is %s to %s".formatted(name, value, least, most));
        }
    }

    static int requireLength(int length) {
        if (length < 1) {
            throw new IllegalArgumentException("length " + length + "; accepted is 1 or more");
        }
        return length;
    }
}
