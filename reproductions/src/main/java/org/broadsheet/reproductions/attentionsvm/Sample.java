package org.broadsheet.reproductions.attentionsvm;

import java.util.Arrays;

/// Values of one kind, in their order.
final class Sample {
    private final double[] sorted;
    private final double mean;

    /// @param values at least one
    Sample(double[] values) {
        sorted = values.clone();
        Arrays.sort(sorted);
        mean = Arrays.stream(values).average().orElseThrow();
    }

    double mean() {
        return mean;
    }

    /// The value below which this share lies, the nearest of the sample.
    double quantile(double share) {
        return sorted[(int) Math.round(share * (sorted.length - 1))];
    }
}
