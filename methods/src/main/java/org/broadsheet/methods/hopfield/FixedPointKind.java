package org.broadsheet.methods.hopfield;

import java.util.Arrays;

/// This is what a fixed point of the modern network holds, read off `k`, the number of patterns
/// that together carry nine tenths of the associations (the measure by which the paper sorts
/// attention heads): one pattern, the average of a few that are close together, or the average of
/// nearly all.
public enum FixedPointKind {
    SINGLE_PATTERN,
    METASTABLE,
    GLOBAL_AVERAGE;

    /// The share of the associations that `k` counts.
    public static final double MASS = 0.9;

    /// The kind of a state with these associations (shares that sum to 1): a single pattern where
    /// one carries the mass alone, a global average where more than half of all are needed for it
    /// (the paper's first class of heads), else metastable. With two patterns an even mix counts as
    /// the global average.
    public static FixedPointKind of(double[] associations) {
        int needed = patternsNeeded(associations);
        if (needed == 1) {
            return SINGLE_PATTERN;
        }
        return 2 * needed > associations.length ? GLOBAL_AVERAGE : METASTABLE;
    }

    /// `k`: the smallest number of associations that sum to [#MASS], from 1 to `N`.
    public static int patternsNeeded(double[] associations) {
        double[] ascending = associations.clone();
        Arrays.sort(ascending);
        double total = Arrays.stream(associations).sum();
        if (associations.length == 0 || !(Math.abs(total - 1) < 1e-6) || ascending[0] < 0) {
            throw new IllegalArgumentException(
                    "The associations sum to %s; shares from 0 on that sum to 1 are needed"
                            .formatted(total));
        }
        double mass = 0;
        int needed = 0;
        // A hair less than the mass, for ten equal shares that sum to 0.8999999999999999.
        while (needed < ascending.length && mass < MASS - 1e-12) {
            needed++;
            mass += ascending[ascending.length - needed];
        }
        return needed;
    }
}
