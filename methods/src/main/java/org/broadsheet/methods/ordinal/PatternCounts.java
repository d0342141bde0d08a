package org.broadsheet.methods.ordinal;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// How often each ordinal pattern of an order occurs. Patterns are numbered 0 to n! - 1 by their
/// Lehmer code: 0 is the rising one, n! - 1 the falling one; [#ranks] tells what a number stands
/// for.
public final class PatternCounts {
    private final int order;
    private final int[] counts;
    private final long windows;

    /// @param order values in a window, 3 to 8
    /// @param counts the windows with each pattern, order! numbers that are not negative nor all 0
    public PatternCounts(int order, int[] counts) {
        PermutationEntropy.requireOrder(order);
        int patterns = LehmerCodes.factorial(order);
        if (counts.length != patterns) {
            throw new IllegalArgumentException(
                    "%d counts; order %d has %d patterns"
                            .formatted(counts.length, order, patterns));
        }
        this.order = order;
        this.counts = counts.clone();
        this.windows = Arrays.stream(counts).asLongStream().sum();
        requireCounts();
    }

    private void requireCounts() {
        int least = Arrays.stream(counts).min().orElseThrow();
        if (least < 0 || windows == 0) {
            throw new IllegalArgumentException(
                    "counts from %d with the sum %d; accepted are none below 0 and a sum above 0"
                            .formatted(least, windows));
        }
    }

    public int order() {
        return order;
    }

    /// The number of windows counted, P of the paper.
    public long windows() {
        return windows;
    }

    /// The number of windows with this pattern.
    public int count(int pattern) {
        return counts[requirePattern(pattern)];
    }

    /// How many different patterns occur.
    public int seen() {
        return (int) Arrays.stream(counts).filter(count -> count > 0).count();
    }

    /// The patterns that never occur. In a long series of a deterministic system these are its
    /// forbidden patterns; a short series misses some by chance.
    public List<Integer> unseen() {
        return IntStream.range(0, counts.length)
                .filter(pattern -> counts[pattern] == 0)
                .boxed()
                .toList();
    }

    /// How many patterns a random series with all patterns equally likely would leave out on
    /// average, if its windows were independent: n! (1 - 1/n!)^P. Overlapping windows are not, so
    /// this is a guide and not a test.
    public double unseenByChance() {
        double patterns = counts.length;
        return patterns * StrictMath.exp(windows * StrictMath.log1p(-1 / patterns));
    }

    /// The ranks, 0 for the smallest, that a window's values with this pattern have in their order
    /// of time.
    public int[] ranks(int pattern) {
        return LehmerCodes.ranks(requirePattern(pattern), order);
    }

    /// Normalised permutation entropy and Jensen-Shannon complexity.
    public EntropyComplexity point() {
        var distribution = new Distribution(order);
        for (int count : counts) {
            if (count > 0) {
                distribution.add((double) count / windows, 1);
            }
        }
        return distribution.point();
    }

    private int requirePattern(int pattern) {
        if (pattern < 0 || pattern >= counts.length) {
            throw new IllegalArgumentException(
                    "pattern %d; accepted is 0 to %d".formatted(pattern, counts.length - 1));
        }
        return pattern;
    }
}
