package org.broadsheet.limit;

import java.time.Duration;
import java.time.temporal.ChronoUnit;

/// So many times within a span: all at once, then again as the span goes by.
///
/// @param most 1 to 1,000,000
/// @param within a millisecond to 366 days, and at least a microsecond each
public record Limit(int most, Duration within) {
    private static final int MOST = 1_000_000;
    private static final Duration LONGEST = Duration.ofDays(366);

    public Limit {
        if (most < 1 || most > MOST) {
            throw new IllegalArgumentException(
                    "a limit allows 1 to %d times, got %d".formatted(MOST, most));
        }
        if (within.compareTo(Duration.ofMillis(1)) < 0
                || within.compareTo(LONGEST) > 0
                || micros(within) < most) {
            throw new IllegalArgumentException(
                    "a limit's span is a millisecond to 366 days and a microsecond each, got %s"
                            .formatted(within));
        }
    }

    /// Microseconds after which one more is allowed.
    public long perOneMicros() {
        return micros(within) / most;
    }

    /// Microseconds that may be taken ahead of the clock: all but the one that is being taken.
    public long aheadMicros() {
        return perOneMicros() * (most - 1);
    }

    /// How long until one more is allowed.
    ///
    /// @param spentMicros how far ahead of the clock what was taken reaches
    public Duration untilNext(long spentMicros) {
        return Duration.of(Math.max(0, spentMicros - aheadMicros()), ChronoUnit.MICROS);
    }

    /// As in "5 times in 15 minutes".
    @Override
    public String toString() {
        return (most == 1 ? "once" : most + " times") + " in " + words(within);
    }

    private static String words(Duration span) {
        long seconds = span.toSeconds();
        if (seconds > 0 && seconds % 86_400 == 0) {
            return counted(seconds / 86_400, "day");
        }
        if (seconds > 0 && seconds % 3_600 == 0) {
            return counted(seconds / 3_600, "hour");
        }
        if (seconds > 0 && seconds % 60 == 0) {
            return counted(seconds / 60, "minute");
        }
        return counted(Math.max(1, seconds), "second");
    }

    private static String counted(long count, String unit) {
        return count == 1
                ? "a" + (unit.equals("hour") ? "n " : " ") + unit
                : count + " " + unit + "s";
    }

    private static long micros(Duration span) {
        return Math.addExact(
                Math.multiplyExact(span.toSeconds(), 1_000_000L), span.getNano() / 1_000);
    }
}
