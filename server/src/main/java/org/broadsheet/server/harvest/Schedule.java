package org.broadsheet.server.harvest;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/// A time of every day. On a day whose clocks jump over it, it is as much later; on one that has it
/// twice, it is the first.
public record Schedule(LocalTime at, ZoneId zone) {
    /// The latest moment that is not after this one.
    Instant latest(Instant now) {
        LocalDate today = LocalDate.ofInstant(now, zone);
        Instant moment = on(today);
        return moment.isAfter(now) ? on(today.minusDays(1)) : moment;
    }

    /// The first moment after this one.
    Instant next(Instant now) {
        LocalDate today = LocalDate.ofInstant(now, zone);
        Instant moment = on(today);
        return moment.isAfter(now) ? moment : on(today.plusDays(1));
    }

    private Instant on(LocalDate day) {
        return ZonedDateTime.of(day, at, zone).toInstant();
    }
}
