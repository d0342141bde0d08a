package org.broadsheet.benchmarks.process;

import java.time.Duration;

/// When each of a row of events is due, at a constant rate, whatever became of the earlier ones.
///
/// @param startNanos when the first is due, in the time of [System#nanoTime]
public record Schedule(long startNanos, double perSecond) {
    public Schedule {
        if (!(perSecond > 0)) {
            throw new IllegalArgumentException(
                    "%s events a second; accepted is more than 0".formatted(perSecond));
        }
    }

    public long dueNanos(int event) {
        return startNanos + (long) (event * 1e9 / perSecond);
    }

    /// How many events are due in this time.
    public int within(Duration time) {
        return (int) Math.floor(time.toNanos() / 1e9 * perSecond);
    }
}
