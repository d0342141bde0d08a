package org.broadsheet.lab;

/// The value that a parameter starts from, for each size of a run.
public record Start<T>(T quick, T full, T paper) {
    /// The same for all sizes.
    public static <T> Start<T> always(T value) {
        return new Start<>(value, value, value);
    }

    public T at(Size size) {
        return switch (size) {
            case QUICK -> quick;
            case FULL -> full;
            case PAPER -> paper;
        };
    }
}
