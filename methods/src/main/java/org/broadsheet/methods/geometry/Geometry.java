package org.broadsheet.methods.geometry;

import java.util.Arrays;

/// These are measures of how points stand to each other: one point for each condition, as rows of
/// (conditions, dimensions).
public final class Geometry {
    private static final int MOST_PAIRS = 8;

    private Geometry() {}

    /// The inner products of the points after their mean is taken away: (conditions, conditions).
    public static double[][] kernel(double[][] points) {
        double[][] centred = centred(points);
        double[][] kernel = new double[points.length][points.length];
        for (int i = 0; i < points.length; i++) {
            for (int j = 0; j <= i; j++) {
                kernel[i][j] = dot(centred[i], centred[j]);
                kernel[j][i] = kernel[i][j];
            }
        }
        return kernel;
    }

    /// The centred kernel alignment of two sets of points of the same conditions, the cosine of
    /// their kernels as vectors (Cortes, Mohri and Rostamizadeh 2012): from 0 for unrelated
    /// geometries to 1 for the same but for rotation and scale.
    ///
    /// @throws IllegalArgumentException if all points of a set are the same: it has no geometry
    public static double alignment(double[][] one, double[][] other) {
        if (one.length != other.length) {
            throw new IllegalArgumentException(
                    "%d points and %d; accepted are as many of both"
                            .formatted(one.length, other.length));
        }
        double[][] a = kernel(one);
        double[][] b = kernel(other);
        double norms = Math.sqrt(product(a, a) * product(b, b));
        if (!(norms > 0)) {
            throw new IllegalArgumentException(
                    "all points of a set are the same: a set of zero variance has no geometry; accepted are points that differ");
        }
        return product(a, b) / norms;
    }

    private static double product(double[][] a, double[][] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += dot(a[i], b[i]);
        }
        return sum;
    }

    /// The parallelism score of a dichotomy (Bernardi and others 2020): each condition of one class
    /// is paired with one of the other, and the score is the mean cosine between the differences of
    /// two pairs, for the pairing where it is largest. 1: the classes differ by one direction
    /// whatever else differs.
    ///
    /// @param dichotomy balanced, of at least 4 and at most 16 conditions
    /// @throws IllegalArgumentException if points of both classes are the same
    public static double parallelism(double[][] points, Dichotomy dichotomy) {
        int[] first = dichotomy.members(true);
        int[] second = dichotomy.members(false);
        if (first.length != second.length || first.length < 2 || first.length > MOST_PAIRS) {
            throw new IllegalArgumentException(
                    "classes of %d and %d conditions; accepted are two of one size from 2 to %d"
                            .formatted(first.length, second.length, MOST_PAIRS));
        }
        double[][][] directions = new double[first.length][second.length][];
        for (int i = 0; i < first.length; i++) {
            for (int j = 0; j < second.length; j++) {
                directions[i][j] = unit(difference(points[first[i]], points[second[j]]));
            }
        }
        return best(directions, 0, new int[first.length], new boolean[first.length]);
    }

    /// The largest score over all ways to pair from the given place on.
    private static double best(
            double[][][] directions, int place, int[] partner, boolean[] isTaken) {
        if (place == partner.length) {
            return meanCosine(directions, partner);
        }
        double best = Double.NEGATIVE_INFINITY;
        for (int other = 0; other < isTaken.length; other++) {
            if (!isTaken[other]) {
                isTaken[other] = true;
                partner[place] = other;
                best = Math.max(best, best(directions, place + 1, partner, isTaken));
                isTaken[other] = false;
            }
        }
        return best;
    }

    private static double meanCosine(double[][][] directions, int[] partner) {
        double sum = 0;
        for (int i = 1; i < partner.length; i++) {
            for (int j = 0; j < i; j++) {
                sum += dot(directions[i][partner[i]], directions[j][partner[j]]);
            }
        }
        return sum / (partner.length * (partner.length - 1) / 2.0);
    }

    /// The participation ratio (Σ λ)² / Σ λ² of the eigenvalues λ of the centred kernel: in how
    /// many dimensions the points lie, 1 to one less than their number.
    ///
    /// @throws IllegalArgumentException if all points are the same
    public static double participationRatio(double[][] points) {
        double[][] kernel = kernel(points);
        double trace = 0;
        for (int i = 0; i < kernel.length; i++) {
            trace += kernel[i][i];
        }
        double squares = product(kernel, kernel);
        if (!(squares > 0)) {
            throw new IllegalArgumentException(
                    "all points are the same; accepted are points that differ");
        }
        return trace * trace / squares;
    }

    private static double[][] centred(double[][] points) {
        double[] mean = new double[points[0].length];
        for (double[] point : points) {
            for (int i = 0; i < mean.length; i++) {
                mean[i] += point[i] / points.length;
            }
        }
        return Arrays.stream(points).map(point -> difference(point, mean)).toArray(double[][]::new);
    }

    private static double[] difference(double[] a, double[] b) {
        double[] difference = new double[a.length];
        for (int i = 0; i < a.length; i++) {
            difference[i] = a[i] - b[i];
        }
        return difference;
    }

    private static double[] unit(double[] vector) {
        double length = Math.sqrt(dot(vector, vector));
        if (!(length > 0)) {
            throw new IllegalArgumentException(
                    "two conditions of different classes are at the same point; accepted are points that differ");
        }
        return Arrays.stream(vector).map(value -> value / length).toArray();
    }

    static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
