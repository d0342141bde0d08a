package org.broadsheet.methods.conditioning;

/// This is arithmetic on vectors that are rows of numbers.
final class Vectors {
    private Vectors() {}

    // Four running sums keep the processor busy; their order is fixed, so the digits are too.
    static double dot(double[] x, double[] y) {
        double a = 0;
        double b = 0;
        double c = 0;
        double d = 0;
        int i = 0;
        for (; i + 3 < x.length; i += 4) {
            a += x[i] * y[i];
            b += x[i + 1] * y[i + 1];
            c += x[i + 2] * y[i + 2];
            d += x[i + 3] * y[i + 3];
        }
        for (; i < x.length; i++) {
            a += x[i] * y[i];
        }
        return (a + b) + (c + d);
    }

    /// `to += factor x`.
    static void addScaled(double[] to, double factor, double[] x) {
        for (int i = 0; i < to.length; i++) {
            to[i] += factor * x[i];
        }
    }

    static void scale(double[] x, double factor) {
        for (int i = 0; i < x.length; i++) {
            x[i] *= factor;
        }
    }

    static double cosine(double[] x, double[] y) {
        double squares = dot(x, x) * dot(y, y);
        if (!(squares > 0) || Double.isInfinite(squares)) {
            throw new ArithmeticException(
                    "the cosine of vectors of squared lengths %s and %s; accepted are finite ones over 0"
                            .formatted(dot(x, x), dot(y, y)));
        }
        return dot(x, y) / Math.sqrt(squares);
    }

    static double[] requireFinite(String what, double[] vector, int size) {
        if (vector.length != size) {
            throw new IllegalArgumentException(
                    "%s has %d numbers; accepted are %d".formatted(what, vector.length, size));
        }
        for (int i = 0; i < size; i++) {
            if (!Double.isFinite(vector[i])) {
                throw new IllegalArgumentException(
                        "%s has %s at place %d; accepted are finite numbers"
                                .formatted(what, vector[i], i));
            }
        }
        return vector;
    }

    static int requirePositive(String what, int count) {
        if (count < 1) {
            throw new IllegalArgumentException(
                    "%s: %d; accepted are 1 and more".formatted(what, count));
        }
        return count;
    }
}
