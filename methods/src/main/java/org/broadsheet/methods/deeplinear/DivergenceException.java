package org.broadsheet.methods.deeplinear;

/// Thrown when learning leaves all bounds.
public final class DivergenceException extends ArithmeticException {
    private static final long serialVersionUID = 1L;

    DivergenceException(String message) {
        super(message);
    }
}
