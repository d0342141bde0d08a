package org.broadsheet.edition;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;

/// When the edition's day turns over, and the working time that trending counts in.
///
/// @param turnOver the local time at which the next day's edition opens
public record EditionClock(ZoneId zone, LocalTime turnOver) {
    /// 21:30 in New York, when arXiv's announcement of the day is out.
    public static final EditionClock DEFAULT =
            new EditionClock(ZoneId.of("America/New_York"), LocalTime.of(21, 30));

    private static final LocalDate A_MONDAY = LocalDate.of(1970, 1, 5);
    private static final long DAY = Duration.ofDays(1).toSeconds();
    private static final int WORKING_DAYS = 5;

    /// The day whose edition is open at the moment.
    public LocalDate day(Instant moment) {
        LocalDate local = moment.atZone(zone).toLocalDate();
        return moment.isBefore(close(local)) ? local : local.plusDays(1);
    }

    /// The moment at which the day's edition closes and the next one opens.
    public Instant close(LocalDate day) {
        return ZonedDateTime.of(day, turnOver, zone).toInstant();
    }

    /// Seconds of working time from Monday, 5 January 1970 to the moment, in the edition's zone.
    /// The clock stands still on Saturdays and Sundays and never runs backwards; a day counts 24
    /// hours at most, also where daylight saving makes it longer.
    public double workingSeconds(Instant moment) {
        LocalDate day = moment.atZone(zone).toLocalDate();
        long days = ChronoUnit.DAYS.between(A_MONDAY, day);
        long weeks = Math.floorDiv(days, 7);
        int ofWeek = Math.floorMod(days, 7);
        double whole = (double) (weeks * WORKING_DAYS + Math.min(ofWeek, WORKING_DAYS)) * DAY;
        return isWeekend(day) ? whole : whole + secondsInto(day, moment);
    }

    private double secondsInto(LocalDate day, Instant moment) {
        Duration since = Duration.between(day.atStartOfDay(zone).toInstant(), moment);
        return Math.min(DAY, since.toNanos() / 1e9);
    }

    private static boolean isWeekend(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }
}
