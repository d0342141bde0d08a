package org.broadsheet.methods.ordinal;

/// A point of the entropy-complexity plane.
///
/// @param entropy normalised permutation entropy H, 0 (one pattern only) to 1 (all equally often)
/// @param complexity Jensen-Shannon complexity C, 0 to below 1; 0 at both ends of H
public record EntropyComplexity(double entropy, double complexity) {
    public EntropyComplexity {
        requireShare("entropy", entropy);
        requireShare("complexity", complexity);
    }

    private static void requireShare(String name, double value) {
        if (!(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException(name + " " + value + "; accepted is 0 to 1");
        }
    }
}
