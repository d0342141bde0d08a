package org.broadsheet.benchmarks;

import java.util.Arrays;
import java.util.Collection;

/// Measured numbers, in no order.
public final class Samples {
    private final double[] sorted;

    private Samples(double[] sorted) {
        this.sorted = sorted;
    }

    public static Samples of(double... values) {
        if (values.length == 0) {
            throw new IllegalArgumentException("no values; at least one is needed");
        }
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return new Samples(sorted);
    }

    public static Samples of(Collection<Double> values) {
        return of(values.stream().mapToDouble(Double::doubleValue).toArray());
    }

    public int count() {
        return sorted.length;
    }

    public double least() {
        return sorted[0];
    }

    public double most() {
        return sorted[sorted.length - 1];
    }

    /// The middle value, or the mean of the two in the middle.
    public double median() {
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    /// The least value that at least this share of the samples does not exceed (nearest rank).
    ///
    /// @param percent above 0, at most 100
    public double percentile(double percent) {
        if (!(percent > 0 && percent <= 100)) {
            throw new IllegalArgumentException(
                    "percentile " + percent + "; accepted is above 0, at most 100");
        }
        return sorted[(int) Math.ceil(percent / 100 * sorted.length) - 1];
    }
}
