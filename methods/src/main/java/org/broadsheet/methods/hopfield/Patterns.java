package org.broadsheet.methods.hopfield;

import java.util.Arrays;

/// This is a store of `N` patterns of `d` finite numbers each, the columns of the paper's matrix
/// `X`. It is kept row by row and never changes.
public final class Patterns {
    private final int count;
    private final int size;
    private final double[] values;

    private Patterns(int count, int size, double[] values) {
        this.count = count;
        this.size = size;
        this.values = values;
    }

    /// A store with a copy of these rows. There must be one at least, all of one length, all
    /// finite.
    public static Patterns of(double[]... rows) {
        if (rows.length == 0) {
            throw new IllegalArgumentException(
                    "The store is empty; a memory needs at least one pattern");
        }
        int size = rows[0].length;
        if (size == 0) {
            throw new IllegalArgumentException("Pattern 0 has no elements; it needs at least one");
        }
        double[] values = new double[Math.multiplyExact(rows.length, size)];
        for (int row = 0; row < rows.length; row++) {
            requireVector("Pattern " + row, rows[row], size);
            System.arraycopy(rows[row], 0, values, row * size, size);
        }
        return new Patterns(rows.length, size, values);
    }

    /// The number of patterns, `N`.
    public int count() {
        return count;
    }

    /// The length of a pattern, `d`.
    public int size() {
        return size;
    }

    /// A copy of pattern `index`, from 0 to `count() - 1`.
    public double[] pattern(int index) {
        int start = requireIndex(index) * size;
        return Arrays.copyOfRange(values, start, start + size);
    }

    /// Element `element` of pattern `index`.
    public double value(int index, int element) {
        return values[index * size + element];
    }

    /// The inner product of every pattern with `state` (length `d`), `N` numbers: `X^T xi`.
    public double[] similarities(double[] state) {
        requireState(state);
        double[] similarities = new double[count];
        for (int row = 0; row < count; row++) {
            similarities[row] = dot(row * size, state);
        }
        return similarities;
    }

    /// The sum of the patterns weighted by `weights` (length `N`), `d` numbers: `X p`.
    public double[] weightedSum(double[] weights) {
        requireVector("The weight vector", weights, count);
        double[] sum = new double[size];
        for (int row = 0; row < count; row++) {
            double weight = weights[row];
            int start = row * size;
            for (int k = 0; k < size; k++) {
                sum[k] += weight * values[start + k];
            }
        }
        return sum;
    }

    /// The mean of all patterns, the place of the global fixed point of a small beta.
    public double[] mean() {
        double[] weights = new double[count];
        Arrays.fill(weights, 1.0 / count);
        return weightedSum(weights);
    }

    /// The largest Euclidean norm of a pattern, `M`.
    public double largestNorm() {
        double largest = 0;
        for (int row = 0; row < count; row++) {
            double squares = 0;
            for (int k = 0; k < size; k++) {
                squares += values[row * size + k] * values[row * size + k];
            }
            largest = Math.max(largest, squares);
        }
        return Math.sqrt(largest);
    }

    /// How far pattern `index` stands out: the smallest `x_i.x_i - x_i.x_j` over all others,
    /// `Delta_i` of the paper's definition 2. Negative where another pattern answers to it more
    /// strongly than itself, infinite where there is no other.
    public double separation(int index) {
        double[] similarities = similarities(pattern(index));
        double separation = Double.POSITIVE_INFINITY;
        for (int other = 0; other < count; other++) {
            if (other != index) {
                separation = Math.min(separation, similarities[index] - similarities[other]);
            }
        }
        return separation;
    }

    /// The pattern with the smallest Euclidean distance to `state`; the first of equals.
    public int nearest(double[] state) {
        requireState(state);
        int nearest = 0;
        double least = Double.POSITIVE_INFINITY;
        for (int row = 0; row < count; row++) {
            double squares = 0;
            for (int k = 0; k < size; k++) {
                double difference = values[row * size + k] - state[k];
                squares += difference * difference;
            }
            if (squares < least) {
                least = squares;
                nearest = row;
            }
        }
        return nearest;
    }

    /// Rejects a state that has not `d` elements or is not finite.
    void requireState(double[] state) {
        requireVector("The state", state, size);
    }

    /// Rejects a store with an element that is neither 1 nor -1.
    Patterns requireBinary() {
        for (int i = 0; i < values.length; i++) {
            if (Math.abs(values[i]) != 1) {
                throw new IllegalArgumentException(
                        "Pattern %d has %s at element %d; a binary memory stores 1 and -1 only"
                                .formatted(i / size, values[i], i % size));
            }
        }
        return this;
    }

    /// Rejects a state that has not `d` elements of 1 and -1.
    void requireBinaryState(double[] state) {
        requireState(state);
        for (int k = 0; k < size; k++) {
            if (Math.abs(state[k]) != 1) {
                throw new IllegalArgumentException(
                        "The state has %s at element %d; a binary memory knows 1 and -1 only"
                                .formatted(state[k], k));
            }
        }
    }

    private int requireIndex(int index) {
        if (index < 0 || index >= count) {
            throw new IllegalArgumentException(
                    "There is no pattern %d; this store has 0 to %d".formatted(index, count - 1));
        }
        return index;
    }

    // Four running sums keep the processor busy; their order is fixed, so the digits are too.
    private double dot(int start, double[] state) {
        double a = 0;
        double b = 0;
        double c = 0;
        double d = 0;
        int k = 0;
        for (; k <= size - 4; k += 4) {
            a += values[start + k] * state[k];
            b += values[start + k + 1] * state[k + 1];
            c += values[start + k + 2] * state[k + 2];
            d += values[start + k + 3] * state[k + 3];
        }
        for (; k < size; k++) {
            a += values[start + k] * state[k];
        }
        return (a + b) + (c + d);
    }

    private static void requireVector(String what, double[] vector, int size) {
        if (vector.length != size) {
            throw new IllegalArgumentException(
                    "%s has %d elements; this store needs %d".formatted(what, vector.length, size));
        }
        for (int k = 0; k < size; k++) {
            if (!Double.isFinite(vector[k])) {
                throw new IllegalArgumentException(
                        "%s has %s at element %d; only finite numbers are accepted"
                                .formatted(what, vector[k], k));
            }
        }
    }
}
