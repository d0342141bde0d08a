package org.broadsheet.methods.shift;

/// This is a number of examples with their labels and groups.
///
/// @param features shape (n, features)
/// @param labels as many
/// @param ofMajority as many: true in the majority, false in the minority
public record Sample(double[][] features, boolean[] labels, boolean[] ofMajority) {
    public Sample {
        if (features.length < 2
                || features.length != labels.length
                || features.length != ofMajority.length) {
            throw new IllegalArgumentException(
                    "%d examples with %d labels and %d groups; accepted are as many of all, 2 and more"
                            .formatted(features.length, labels.length, ofMajority.length));
        }
    }

    public int count() {
        return labels.length;
    }
}
