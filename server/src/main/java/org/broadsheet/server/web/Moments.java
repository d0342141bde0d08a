package org.broadsheet.server.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// Says moments and durations to the operator, as short as they can be told.
///
/// @param zone in which the moments are told
public record Moments(Clock clock, ZoneId zone) {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("H:mm", Locale.UK);
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMM, H:mm", Locale.UK);
    private static final DateTimeFormatter YEAR =
            DateTimeFormatter.ofPattern("d MMM uuuu, H:mm", Locale.UK);

    /// `20:14` today, `6 Nov, 23:10` this year, else with the year.
    String at(Instant moment) {
        ZonedDateTime local = moment.atZone(zone);
        ZonedDateTime now = clock.instant().atZone(zone);
        if (local.toLocalDate().equals(now.toLocalDate())) {
            return TIME.format(local);
        }
        return (local.getYear() == now.getYear() ? DAY : YEAR).format(local);
    }

    /// `31 s`, `1 min 52 s`, `2 h 5 min`.
    static String took(Duration time) {
        long seconds = Math.max(0, Math.round(time.toMillis() / 1e3));
        if (seconds < 60) {
            return seconds + " s";
        }
        return seconds < 3_600
                ? "%d min %d s".formatted(seconds / 60, seconds % 60)
                : "%d h %d min".formatted(seconds / 3_600, seconds % 3_600 / 60);
    }
}
