package org.broadsheet.edition;

import java.time.Duration;

/// The decayed vote sum of a paper, kept as a logarithm so that it does not age.
///
/// With votes at working times `t_i` and half-life `h` the sum at time `t` is `S(t) = Σ 2^(-(t -
/// t_i)/h)`. What is kept is `L = log2 Σ 2^(t_i/h)`, from which `S(t) = 2^(L - t/h)`: all papers
/// lose the same share in the same time, so that comparing `L` orders them, whenever it is read.
///
/// @param log2 `L`; minus infinity without any vote
public record Heat(double log2) implements Comparable<Heat> {
    public static final Heat NONE = new Heat(Double.NEGATIVE_INFINITY);

    /// A vote counts half after 36 hours of working time.
    public static final Duration HALF_LIFE = Duration.ofHours(36);

    /// The heat with `votes` more at that working time, in seconds.
    public Heat plus(double workingSeconds, long votes) {
        if (votes <= 0) {
            return this;
        }
        double added = halfLives(workingSeconds) + log2Of(votes);
        double larger = Math.max(log2, added);
        double smaller = Math.min(log2, added);
        return new Heat(larger + log2Of(1 + Math.pow(2, smaller - larger)));
    }

    /// The decayed vote sum at that working time, in seconds.
    public double at(double workingSeconds) {
        return Math.pow(2, log2 - halfLives(workingSeconds));
    }

    @Override
    public int compareTo(Heat other) {
        return Double.compare(log2, other.log2);
    }

    private static double halfLives(double workingSeconds) {
        return workingSeconds / HALF_LIFE.toSeconds();
    }

    private static double log2Of(double value) {
        return Math.log(value) / Math.log(2);
    }
}
