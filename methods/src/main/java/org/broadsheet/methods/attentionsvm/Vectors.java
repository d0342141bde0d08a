package org.broadsheet.methods.attentionsvm;

/// Sums over plain arrays, in a fixed order.
final class Vectors {
    private Vectors() {}

    static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    static double norm(double[] a) {
        return Math.sqrt(dot(a, a));
    }

    static double norm(double[][] matrix) {
        double sum = 0;
        for (double[] row : matrix) {
            sum += dot(row, row);
        }
        return Math.sqrt(sum);
    }

    /// y ← y + factor x.
    static void add(double factor, double[] x, double[] y) {
        for (int i = 0; i < x.length; i++) {
            y[i] += factor * x[i];
        }
    }

    /// m ← m + factor left rightᵀ.
    static void addOuter(double factor, double[] left, double[] right, double[][] m) {
        for (int i = 0; i < left.length; i++) {
            add(factor * left[i], right, m[i]);
        }
    }

    static double[] difference(double[] a, double[] b) {
        double[] difference = a.clone();
        add(-1, b, difference);
        return difference;
    }

    static double[] times(double[][] m, double[] x) {
        double[] product = new double[m.length];
        for (int i = 0; i < m.length; i++) {
            product[i] = dot(m[i], x);
        }
        return product;
    }

    /// mᵀ x.
    static double[] transposedTimes(double[][] m, double[] x) {
        double[] product = new double[m[0].length];
        for (int i = 0; i < m.length; i++) {
            add(x[i], m[i], product);
        }
        return product;
    }

    static double[][] copy(double[][] m) {
        double[][] copy = new double[m.length][];
        for (int i = 0; i < m.length; i++) {
            copy[i] = m[i].clone();
        }
        return copy;
    }

    static int largest(double[] values) {
        int best = 0;
        for (int i = 1; i < values.length; i++) {
            best = values[i] > values[best] ? i : best;
        }
        return best;
    }
}
