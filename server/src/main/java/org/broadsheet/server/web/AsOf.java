package org.broadsheet.server.web;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// The moment that an edition is shown for: now, or the one that `asof` names.
///
/// @param isPast whether the reader asked for a past moment
record AsOf(Instant moment, boolean isPast) {
    private static final DateTimeFormatter SHOWN =
            DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm 'UTC'", Locale.ENGLISH)
                    .withZone(ZoneOffset.UTC);

    /// @param text the parameter as sent; empty for now. A moment to come is now.
    static AsOf read(String text, Clock clock) {
        Instant now = clock.instant();
        if (text.isEmpty()) {
            return new AsOf(now, false);
        }
        Instant asked = parse(text);
        return asked.isBefore(now) ? new AsOf(asked, true) : new AsOf(now, false);
    }

    String shown() {
        return SHOWN.format(moment);
    }

    private static Instant parse(String text) {
        try {
            if (text.length() == 10) {
                return LocalDate.parse(text).plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
            }
            // A "+" in a query arrives as a blank.
            return OffsetDateTime.parse(text.replace(' ', '+')).toInstant();
        } catch (DateTimeException _) {
            String shown = text.length() <= 40 ? text : text.substring(0, 37) + "...";
            throw new BadAddress(
                    "not a moment: \""
                            + shown
                            + "\"; accepted for asof is a time such as 2025-11-07T12:00Z, or a day"
                            + " such as 2025-11-07");
        }
    }
}
