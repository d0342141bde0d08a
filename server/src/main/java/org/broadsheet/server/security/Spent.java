package org.broadsheet.server.security;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.broadsheet.limit.Allowance;
import org.broadsheet.limit.Limit;

/// An allowance is used up: what is accepted, and when the next one is.
///
/// @param untilNext how long until then
public record Spent(Allowance what, Limit limit, By by, Instant now, Duration untilNext) {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss 'UTC'", Locale.ENGLISH).withZone(ZoneOffset.UTC);

    /// Whose it was.
    public enum By {
        ACCOUNT("from one account"),
        ADDRESS("from one address");

        private final String words;

        By(String words) {
            this.words = words;
        }
    }

    /// Whole seconds until the next one is accepted, at least one.
    public long seconds() {
        return Math.max(1, untilNext.plusNanos(999_999_999).toSeconds());
    }

    /// As in "too many comments: accepted are 10 times in 10 minutes from one account; the next is
    /// accepted in 60 seconds, at 12:01:00 UTC".
    public String message() {
        return "too many %s: accepted are %s %s; the next is accepted in %s, at %s"
                .formatted(
                        what.what(),
                        limit,
                        by.words,
                        seconds() == 1 ? "a second" : "%,d seconds".formatted(seconds()),
                        TIME.format(now.plusSeconds(seconds())));
    }
}
