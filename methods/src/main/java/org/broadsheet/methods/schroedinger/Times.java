package org.broadsheet.methods.schroedinger;

/// The check of the times at which an integration is asked for.
final class Times {
    private Times() {}

    static void require(double[] times) {
        if (times.length < 2) {
            throw new IllegalArgumentException(
                    times.length + " times; accepted are 2 or more, the first the start's");
        }
        for (int i = 0; i < times.length; i++) {
            if (!Double.isFinite(times[i])) {
                throw new IllegalArgumentException(
                        "time %d is %s; accepted are finite numbers".formatted(i, times[i]));
            }
            if (i > 0 && times[i] <= times[i - 1]) {
                throw new IllegalArgumentException(
                        "time %d is %s, after %s; each must be above the one before"
                                .formatted(i, times[i], times[i - 1]));
            }
        }
    }
}
