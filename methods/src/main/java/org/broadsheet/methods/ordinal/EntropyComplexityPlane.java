package org.broadsheet.methods.ordinal;

import java.util.ArrayList;
import java.util.List;

/// The entropy-complexity plane of an order and its limits: between which complexities every
/// distribution with a given entropy lies, and between which entropies a periodic series.
///
/// @param order values in a window, 3 to 8
public record EntropyComplexityPlane(int order) {
    private static final int BISECTIONS = 60;

    public EntropyComplexityPlane {
        PermutationEntropy.requireOrder(order);
    }

    /// The entropy of a series that alternates between two patterns, ln 2 / ln n! (paper, the least
    /// entropy of a periodic series).
    public double periodicMinimum() {
        return StrictMath.log(2) / StrictMath.log(patterns());
    }

    /// The greatest entropy of a series that rises and falls once in a period: of its windows at
    /// most 2 (2 (n - 2) + 1) patterns, equally often. A higher entropy tells of chaos or noise, if
    /// the sampling fits ([Sampling]).
    public double periodicMaximum() {
        return StrictMath.log(2 * (2 * (order - 2) + 1)) / StrictMath.log(patterns());
    }

    /// The least complexity of any distribution with this entropy: one pattern stands out, the
    /// others are equal (Martín, Plastino, Rosso 2006).
    ///
    /// @param entropy 0 to 1
    public double leastComplexity(double entropy) {
        requireEntropy(entropy);
        // The entropy falls as the outstanding probability rises from 1/N to 1.
        double low = 1.0 / patterns();
        double high = 1;
        for (int i = 0; i < BISECTIONS; i++) {
            double middle = (low + high) / 2;
            if (oneOutstanding(middle).entropy() > entropy) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return oneOutstanding(high).complexity();
    }

    /// The greatest complexity of any distribution with this entropy: some patterns are missing,
    /// one has a smaller share, the others are equal (Martín, Plastino, Rosso 2006).
    ///
    /// @param entropy 0 to 1
    public double greatestComplexity(double entropy) {
        requireEntropy(entropy);
        int seen = patternsFor(entropy);
        // The entropy rises as the odd probability rises from 0 to 1/seen.
        double low = 0;
        double high = 1.0 / seen;
        for (int i = 0; i < BISECTIONS; i++) {
            double middle = (low + high) / 2;
            if (oneSmaller(middle, seen).entropy() < entropy) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return oneSmaller(high, seen).complexity();
    }

    /// The lower limit as a curve from H = 0 to H = 1.
    ///
    /// @param points at least 2, equally spaced in entropy
    public List<EntropyComplexity> lowerLimit(int points) {
        return curve(points, this::leastComplexity);
    }

    /// The upper limit as a curve from H = 0 to H = 1; it has a kink at each H = ln m / ln n!.
    ///
    /// @param points at least 2, equally spaced in entropy
    public List<EntropyComplexity> upperLimit(int points) {
        return curve(points, this::greatestComplexity);
    }

    /// The point of the upper limit with the greatest complexity.
    public EntropyComplexity summit() {
        var summit = new EntropyComplexity(0, 0);
        for (int seen = 2; seen <= patterns(); seen++) {
            EntropyComplexity kink = oneSmaller(1.0 / seen, seen);
            if (kink.complexity() < summit.complexity()) {
                break;
            }
            summit = kink;
        }
        return summit;
    }

    private interface Limit {
        double at(double entropy);
    }

    private static List<EntropyComplexity> curve(int points, Limit limit) {
        if (points < 2) {
            throw new IllegalArgumentException(points + " points; accepted are 2 or more");
        }
        List<EntropyComplexity> curve = new ArrayList<>();
        for (int i = 0; i < points; i++) {
            double entropy = (double) i / (points - 1);
            curve.add(new EntropyComplexity(entropy, limit.at(entropy)));
        }
        return curve;
    }

    private EntropyComplexity oneOutstanding(double probability) {
        double rest = (1 - probability) / (patterns() - 1);
        var distribution = new Distribution(order).add(probability, 1);
        return (rest > 0 ? distribution.add(rest, patterns() - 1) : distribution).point();
    }

    private EntropyComplexity oneSmaller(double probability, int seen) {
        var distribution = new Distribution(order).add((1 - probability) / (seen - 1), seen - 1);
        return (probability > 0 ? distribution.add(probability, 1) : distribution).point();
    }

    /// The least number of patterns that can have this entropy, at least 2.
    private int patternsFor(double entropy) {
        double least = StrictMath.exp(entropy * StrictMath.log(patterns()));
        return Math.clamp((long) Math.ceil(least), 2, patterns());
    }

    private int patterns() {
        return LehmerCodes.factorial(order);
    }

    private static void requireEntropy(double entropy) {
        if (!(entropy >= 0 && entropy <= 1)) {
            throw new IllegalArgumentException("entropy " + entropy + "; accepted is 0 to 1");
        }
    }
}
