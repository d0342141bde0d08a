package org.broadsheet.methods.deeplinear;

/// Checks of what callers give.
final class Numbers {
    private Numbers() {}

    static double requirePositive(String name, double value) {
        if (!(value > 0 && value < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    name + ": " + value + "; accepted are finite numbers above 0");
        }
        return value;
    }

    static double requireBetween(String name, double value, double low, double high) {
        if (!(value > low && value < high)) {
            throw new IllegalArgumentException(
                    "%s: %s; accepted are numbers between %s and %s, both excluded"
                            .formatted(name, value, low, high));
        }
        return value;
    }

    static int requireAtLeast(String name, int value, int least) {
        if (value < least) {
            throw new IllegalArgumentException(
                    "%s: %d; accepted are whole numbers from %d".formatted(name, value, least));
        }
        return value;
    }
}
