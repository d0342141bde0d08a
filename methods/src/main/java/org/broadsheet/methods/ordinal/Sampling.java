package org.broadsheet.methods.ordinal;

/// The paper's sampling scheme: which interval makes a window cover the right part of a swing, so
/// that series of different systems can be compared. The pattern time of a window is t_pat =
/// interval · step · (order - 1). Ideal are 0.3 ≤ t_pat / t_nat ≤ 0.5 and a duration of at least
/// 1.5 t_nat.
///
/// @param naturalTime t_nat, above 0; see [NaturalTime]
/// @param step the time between two samples in the same unit, above 0
public record Sampling(double naturalTime, double step) {
    /// The pattern time in natural times below which a window sees little but a slope.
    public static final double LEAST_PATTERN_RATIO = 0.3;

    /// The pattern time in natural times above which orders mix that belong to different swings.
    public static final double MOST_PATTERN_RATIO = 0.5;

    /// The shortest ideal duration in natural times.
    public static final double LEAST_DURATION_RATIO = 1.5;

    public Sampling {
        NaturalTime.requireStep(step);
        if (!(naturalTime > 0 && naturalTime < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "natural time " + naturalTime + "; accepted is above 0");
        }
    }

    /// The sampling of a series whose natural time comes from its mean crossings.
    public static Sampling of(double[] series, double step) {
        return new Sampling(NaturalTime.byMeanCrossings(series, step), step);
    }

    /// The interval whose pattern time comes closest to `ratio` natural times; at least 1.
    ///
    /// @param order values in a window, 3 to 8
    /// @param ratio t_pat / t_nat, above 0
    public int interval(int order, double ratio) {
        PermutationEntropy.requireOrder(order);
        if (!(ratio > 0 && ratio < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "ratio of pattern time to natural time " + ratio + "; accepted is above 0");
        }
        double interval = ratio * naturalTime / (step * (order - 1));
        return Math.toIntExact(Math.max(1, Math.round(interval)));
    }

    /// The pattern time of a measure in natural times.
    public double patternRatio(PermutationEntropy measure) {
        return (measure.span() - 1) * step / naturalTime;
    }

    /// The time from the first to the last of `length` samples, in natural times.
    public double durationRatio(int length) {
        return (length - 1) * step / naturalTime;
    }

    /// Whether measure and length lie within the paper's limits.
    public boolean isIdeal(PermutationEntropy measure, int length) {
        double ratio = patternRatio(measure);
        return ratio >= LEAST_PATTERN_RATIO
                && ratio <= MOST_PATTERN_RATIO
                && durationRatio(length) >= LEAST_DURATION_RATIO;
    }
}
