package org.broadsheet.methods.ordinal;

/// Sums up a distribution over the patterns of an order, group by group of equal probability, to
/// its entropy and complexity. Patterns that are never added have the probability 0; they too count
/// in the divergence from the uniform distribution.
///
/// Rosso et al. (2007), eqs. 2-4: C = Q₀ · JS(p, uniform) · H, with JS(p, q) = S((p+q)/2) - S(p)/2
/// - S(q)/2 and Q₀ such that Q₀ · JS is 1 for a single pattern. All logarithms have base 2.
final class Distribution {
    private final int patterns;
    private final double bits;
    private double entropy;
    private double mixedEntropy;
    private double added;

    Distribution(int order) {
        patterns = LehmerCodes.factorial(order);
        bits = log2(patterns);
    }

    /// @param probability of each of them, above 0
    /// @param cells how many patterns have it
    Distribution add(double probability, double cells) {
        entropy += cells * surprise(probability);
        mixedEntropy += cells * surprise((probability + 1.0 / patterns) / 2);
        added += cells;
        return this;
    }

    EntropyComplexity point() {
        double h = entropy / bits;
        double unseen = (patterns - added) * surprise(0.5 / patterns);
        double divergence = mixedEntropy + unseen - entropy / 2 - bits / 2;
        // Rounding leaves a few 1e-16 below 0 or above 1; max(0, -0.0) is 0.
        return new EntropyComplexity(
                Math.clamp(h, 0, 1), Math.clamp(h * divergence / greatestDivergence(), 0, 1));
    }

    /// The divergence of a single pattern from the uniform distribution.
    private double greatestDivergence() {
        double n = patterns;
        return -0.5 * ((1 + 1 / n) * log2(n + 1) - 2 * log2(2 * n) + log2(n));
    }

    private static double surprise(double probability) {
        return -probability * log2(probability);
    }

    /// Of StrictMath, so that every machine prints the same digits.
    private static double log2(double value) {
        return StrictMath.log(value) / LN_2;
    }

    private static final double LN_2 = StrictMath.log(2);
}
