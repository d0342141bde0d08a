package org.broadsheet.methods.deeplinear;

/// Thrown when learning leaves all bounds.
public final class DivergedException extends ArithmeticException {
    private static final long serialVersionUID = 1L;

    DivergedException(String message) {
        super(message);
    }
}
