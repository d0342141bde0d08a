package org.broadsheet.methods.hopfield;

/// This says when a retrieval ends: as soon as an update moves the state by no more than `change`
/// (Euclidean norm, at least 0), or after `maximumSteps` updates (at least 1).
public record Stopping(double change, int maximumSteps) {

    /// The paper's threshold for its layers, 1e-4, with room for slow states near a bifurcation.
    public static final Stopping WHEN_STABLE = new Stopping(1e-4, 10_000);

    public Stopping {
        if (!(change >= 0) || Double.isInfinite(change)) {
            throw new IllegalArgumentException(
                    "The change to stop at is %s; it must be 0 or more".formatted(change));
        }
        if (maximumSteps < 1) {
            throw new IllegalArgumentException(
                    "The number of steps is %d; at least 1 is needed".formatted(maximumSteps));
        }
    }

    /// After `steps` updates, or before if one of them changes nothing at all.
    public static Stopping after(int steps) {
        return new Stopping(0, steps);
    }
}
