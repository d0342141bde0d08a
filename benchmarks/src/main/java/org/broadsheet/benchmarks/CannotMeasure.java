package org.broadsheet.benchmarks;

/// A reason why there is no figure, in words for the person who wants one.
public final class CannotMeasure extends RuntimeException {
    private static final long serialVersionUID = 1;

    public CannotMeasure(String message) {
        super(message);
    }
}
