package org.broadsheet.methods.incontext;

/// Thrown when training leaves the finite numbers.
public final class DivergenceException extends ArithmeticException {
    private static final long serialVersionUID = 1;

    DivergenceException(int step, int heads, double rate) {
        super(
                "the loss with %d heads is not finite at step %,d; a rate below %s keeps it so"
                        .formatted(heads, step, rate));
    }
}
