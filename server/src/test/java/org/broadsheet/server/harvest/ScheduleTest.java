package org.broadsheet.server.harvest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScheduleTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @ParameterizedTest
    @CsvSource({
        "2025-11-07T12:00:00Z, 2025-11-06T22:30:00Z, 2025-11-07T22:30:00Z",
        "2025-11-07T22:30:00Z, 2025-11-07T22:30:00Z, 2025-11-08T22:30:00Z",
        "2025-11-07T22:29:59Z, 2025-11-06T22:30:00Z, 2025-11-07T22:30:00Z"
    })
    void itComesOnceADay(Instant now, Instant latest, Instant next) {
        Schedule schedule = new Schedule(LocalTime.of(23, 30), BERLIN);

        assertThat(schedule.latest(now)).isEqualTo(latest);
        assertThat(schedule.next(now)).isEqualTo(next);
    }

    @Test
    void onADayWhoseClocksJumpOverItItIsAsMuchLater() {
        Schedule schedule = new Schedule(LocalTime.of(2, 30), BERLIN);

        assertThat(schedule.next(Instant.parse("2026-03-28T12:00:00Z")))
                .isEqualTo(Instant.parse("2026-03-29T01:30:00Z"));
    }

    @Test
    void onADayThatHasItTwiceItIsTheFirst() {
        Schedule schedule = new Schedule(LocalTime.of(2, 30), BERLIN);
        Instant first = Instant.parse("2026-10-25T00:30:00Z");

        assertThat(schedule.next(Instant.parse("2026-10-24T12:00:00Z"))).isEqualTo(first);
        assertThat(schedule.latest(Instant.parse("2026-10-25T01:45:00Z"))).isEqualTo(first);
    }
}
