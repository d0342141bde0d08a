package org.broadsheet.methods.ordinal;

/// This is the measure: how orderly the ups and downs of a series are. Each window of `order`
/// values, `interval` samples apart, counts for the order that its values stand in, and the shares
/// of these ordinal patterns give an entropy and a complexity.
///
/// ```java
/// var measure = new PermutationEntropy(5, 1);
/// EntropyComplexity point = measure.of(series);
/// ```
///
/// @param order values in a window, n of the paper, 3 to 8
/// @param interval samples between two values of a window, ℓ of the paper, at least 1
public record PermutationEntropy(int order, int interval) {
    static final int LEAST_ORDER = 3;
    static final int MOST_ORDER = 8;

    public PermutationEntropy {
        requireOrder(order);
        if (interval < 1) {
            throw new IllegalArgumentException("interval " + interval + "; accepted is 1 or more");
        }
    }

    /// Normalised permutation entropy and Jensen-Shannon complexity of a series.
    ///
    /// @param series finite values in equal steps of time, at least [#span] of them
    /// @throws IllegalArgumentException for a series that is too short or not finite
    public EntropyComplexity of(double[] series) {
        return patterns(series).point();
    }

    /// How often each ordinal pattern occurs. The time is O(length · order).
    ///
    /// @param series finite values in equal steps of time, at least [#span] of them
    /// @throws IllegalArgumentException for a series that is too short or not finite
    public PatternCounts patterns(double[] series) {
        requireLength(series.length);
        requireFinite(series);
        return new PatternCounts(order, LehmerCodes.count(series, order, interval));
    }

    /// The samples that one window covers: the shortest series that is accepted.
    public int span() {
        return Math.addExact(Math.multiplyExact(interval, order - 1), 1);
    }

    static void requireOrder(int order) {
        if (order < LEAST_ORDER || order > MOST_ORDER) {
            throw new IllegalArgumentException(
                    "order %d; accepted is %d to %d".formatted(order, LEAST_ORDER, MOST_ORDER));
        }
    }

    private void requireLength(int length) {
        if (length < order) {
            throw new IllegalArgumentException(
                    "series of %d values; order %d needs at least %d"
                            .formatted(length, order, order));
        }
        int longest = (length - 1) / (order - 1);
        if (interval > longest) {
            throw new IllegalArgumentException(
                    "interval %d; a series of %d values takes at most %d at order %d"
                            .formatted(interval, length, longest, order));
        }
    }

    private static void requireFinite(double[] series) {
        for (int i = 0; i < series.length; i++) {
            if (!Double.isFinite(series[i])) {
                throw new IllegalArgumentException(
                        "value %s at index %d; accepted are finite numbers"
                                .formatted(series[i], i));
            }
        }
    }
}
