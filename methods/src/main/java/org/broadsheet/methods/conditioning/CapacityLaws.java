package org.broadsheet.methods.conditioning;

import java.util.function.DoubleUnaryOperator;

/// This is what follows for a Hebbian memory from random unit keys, whose overlaps have mean 0 and
/// variance `1 / d` in `d` dimensions. The abstract of the paper's first version says `O(√d)`,
/// other listings print `O(d)`, and its theorem was not read: both orders and their constants are
/// derived here from that variance, with overlaps taken as normal and independent.
public final class CapacityLaws {
    private static final int ANGLES = 200;
    private static final int HALVINGS = 60;

    private CapacityLaws() {}

    /// The cosine between what is answered and what was stored: `1 / √(1 + (n - 1) o)`.
    ///
    /// @param pairs stored, `n`, 1 or more
    /// @param squaredOverlap the mean squared overlap `o` of two keys, 0 to 1: `1 / d` for random
    ///   ones, [#leastSquaredOverlap] at best
    public static double cosine(double pairs, double squaredOverlap) {
        require("pairs", pairs, 1, Double.MAX_VALUE);
        require("the mean squared overlap", squaredOverlap, 0, 1);
        return 1 / Math.sqrt(1 + (pairs - 1) * squaredOverlap);
    }

    /// How many pairs bring that cosine down to `cosine`: `1 + d (1 / cosine² - 1)`, linear in d.
    public static double averagePairs(int dimension, double cosine) {
        Vectors.requirePositive("dimension", dimension);
        require("cosine", cosine, 1e-6, 1);
        return 1 + dimension * (1 / (cosine * cosine) - 1);
    }

    /// How many pairs can be stored in half of all memories so that every answer has the right
    /// signs whatever signs were stored. That needs `Σ |k_i · k_j| < 1` for every pair: each sum
    /// has mean `(n - 1) √(2 / πd)` and variance `(n - 1) (1 - 2 / π) / d`, and all `n` must be
    /// under 1. It grows as `√(πd / 2)`.
    public static double guaranteedPairs(int dimension) {
        Vectors.requirePositive("dimension", dimension);
        double mean = Math.sqrt(2 / (Math.PI * dimension));
        double variance = (1 - 2 / Math.PI) / dimension;
        return half(
                dimension,
                n -> {
                    double z = (1 - (n - 1) * mean) / Math.sqrt((n - 1) * variance);
                    double over = z > 0 ? tail(z) : 1 - tail(-z);
                    return n * Math.log1p(-over);
                });
    }

    /// How many pairs with random signs can be stored until half of all memories have a wrong sign
    /// somewhere: the `n` at which `(1 - Q(√(d / (n - 1))))` to the power `n d_v` is a half. It
    /// grows as `d / (2 ln (n d_v))`, faster than `√d`.
    ///
    /// @param signs of an outcome, `d_v`
    public static double errorFreePairs(int dimension, int signs) {
        Vectors.requirePositive("dimension", dimension);
        Vectors.requirePositive("signs", signs);
        return half(dimension, n -> n * signs * Math.log1p(-tail(Math.sqrt(dimension / (n - 1)))));
    }

    /// Where a falling logarithm of a probability is that of a half, from 1 to `d + 2`.
    private static double half(int dimension, DoubleUnaryOperator logarithm) {
        double low = 1;
        double high = 2.0 + dimension;
        for (int i = 0; i < HALVINGS; i++) {
            double middle = (low + high) / 2;
            boolean fits = logarithm.applyAsDouble(middle) > Math.log(0.5);
            low = fits ? middle : low;
            high = fits ? high : middle;
        }
        return low;
    }

    /// The least mean squared overlap that `count` unit vectors in `dimension` dimensions can have,
    /// `(count - d) / (d (count - 1))`, 0 where they fit orthogonally (Welch 1974).
    public static double leastSquaredOverlap(int count, int dimension) {
        Vectors.requirePositive("vectors", count);
        Vectors.requirePositive("dimension", dimension);
        return count <= dimension ? 0 : (count - dimension) / ((double) dimension * (count - 1));
    }

    /// The cosine after a chain of `L` memories, each asked with the answer of the one before, with
    /// the mean of `H` heads in each: `√((1 + (n - 1) q^L) / n)`, which falls exponentially from 1
    /// to the chance of one direction in `n`. By a layer the expected squared component along the
    /// right symbol, `s`, and along all others, `o`, become `s + o / Hd` and `o (1 + (n - 2) / Hd)
    /// + s (n - 1) / Hd`; `q` is the ratio of the two eigenvalues, `(1 - 1 / Hd) / (1 + (n - 1) /
    ///   Hd)`.
    ///
    /// @param pairs stored in each memory, `n`, 1 or more
    public static double chainCosine(int pairs, int dimension, int heads, int depth) {
        Vectors.requirePositive("pairs", pairs);
        Vectors.requirePositive("dimension", dimension);
        Vectors.requirePositive("heads", heads);
        Vectors.requirePositive("depth", depth);
        double overlap = 1.0 / ((double) dimension * heads);
        double ratio = (1 - overlap) / (1 + (pairs - 1) * overlap);
        return Math.sqrt((1 + (pairs - 1) * Math.pow(ratio, depth)) / pairs);
    }

    /// How many heads, of which one that is right suffices, let a stack be right with a
    /// probability: `ln (1 - R^(1 / L)) / ln e`. This is our model of the redundancy argument.
    ///
    /// @param failure of one head, `e`, over 0 and under 1
    /// @param depth `L`
    /// @param reliability that is asked for, `R`, over 0 and under 1
    public static double headsNeeded(double failure, int depth, double reliability) {
        require("failure", failure, Double.MIN_NORMAL, 1 - 1e-16);
        require("reliability", reliability, Double.MIN_NORMAL, 1 - 1e-16);
        Vectors.requirePositive("depth", depth);
        return Math.log(-Math.expm1(Math.log(reliability) / depth)) / Math.log(failure);
    }

    /// `Q(z)`, the probability that a standard normal number is over `z`, 0 or more: Craig's
    /// integral of a smooth periodic function (1991), which the midpoint rule gives to rounding.
    static double tail(double z) {
        double sum = 0;
        for (int i = 0; i < ANGLES; i++) {
            double sine = Math.sin((i + 0.5) * Math.PI / 2 / ANGLES);
            sum += Math.exp(-z * z / (2 * sine * sine));
        }
        return sum / (2 * ANGLES);
    }

    private static void require(String what, double value, double least, double most) {
        if (!(value >= least && value <= most)) {
            throw new IllegalArgumentException(
                    "%s: %s; accepted are %s to %s".formatted(what, value, least, most));
        }
    }
}
