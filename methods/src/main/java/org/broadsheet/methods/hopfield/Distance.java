package org.broadsheet.methods.hopfield;

/// This is the Euclidean distance.
public final class Distance {
    private Distance() {}

    /// The distance between two vectors of one length.
    public static double between(double[] one, double[] other) {
        if (one.length != other.length) {
            throw new IllegalArgumentException(
                    "The vectors have %d and %d elements; both must have as many"
                            .formatted(one.length, other.length));
        }
        double squares = 0;
        for (int k = 0; k < one.length; k++) {
            squares += (one[k] - other[k]) * (one[k] - other[k]);
        }
        return Math.sqrt(squares);
    }
}
