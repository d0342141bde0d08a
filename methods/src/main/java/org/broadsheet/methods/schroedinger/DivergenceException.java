package org.broadsheet.methods.schroedinger;

/// Thrown when an integration cannot go on: a number is no longer finite, or the step size has
/// become too small for the time to move.
public final class DivergenceException extends ArithmeticException {
    private static final long serialVersionUID = 1L;

    private final double time;

    DivergenceException(String message, double time) {
        super(message);
        this.time = time;
    }

    /// What the integration had reached.
    public double time() {
        return time;
    }
}
