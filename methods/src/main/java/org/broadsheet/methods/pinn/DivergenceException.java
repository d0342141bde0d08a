package org.broadsheet.methods.pinn;

/// Thrown when a training or a solver does not come to an end that means anything. The message says
/// what diverged, at which step, and what to change.
public final class DivergenceException extends ArithmeticException {
    private static final long serialVersionUID = 1L;

    private final int step;

    DivergenceException(String message, int step) {
        super(message);
        this.step = step;
    }

    /// From 1.
    public int step() {
        return step;
    }
}
