package org.broadsheet.round;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/// When somebody wants their digest.
///
/// @param weekday on which a weekly digest comes; of no meaning for others
/// @param hour of the day in the zone, 0 to 23
public record Cadence(Every every, DayOfWeek weekday, int hour, ZoneId zone) {
    public enum Every {
        DAY,
        /// Monday to Friday.
        WEEKDAY,
        WEEK,
        /// On the first of the month.
        MONTH
    }

    public Cadence {
        if (hour < 0 || hour > 23) {
            throw new IllegalArgumentException(
                    "an hour of the day is 0 to 23, got %d".formatted(hour));
        }
    }

    /// The first moment after that one at which a digest is due. Where the clock jumps over the
    /// hour it is due as much later as the clock jumps; an hour that comes twice counts the first
    /// time.
    public Instant next(Instant after) {
        LocalDate day = after.atZone(zone).toLocalDate().minusDays(1);
        while (true) {
            Instant due = ZonedDateTime.of(day, java.time.LocalTime.of(hour, 0), zone).toInstant();
            if (isOn(day) && due.isAfter(after)) {
                return due;
            }
            day = day.plusDays(1);
        }
    }

    private boolean isOn(LocalDate day) {
        return switch (every) {
            case DAY -> true;
            case WEEKDAY -> day.getDayOfWeek().getValue() <= DayOfWeek.FRIDAY.getValue();
            case WEEK -> day.getDayOfWeek() == weekday;
            case MONTH -> day.getDayOfMonth() == 1;
        };
    }
}
