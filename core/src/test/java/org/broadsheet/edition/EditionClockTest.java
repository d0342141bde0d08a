package org.broadsheet.edition;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class EditionClockTest {
    private static final EditionClock CLOCK = EditionClock.DEFAULT;

    @Test
    void theDayTurnsOverAtHalfPastNineInNewYorkInWinterAndInSummer() {
        assertThat(CLOCK.day(Instant.parse("2025-11-08T02:29:59Z"))).isEqualTo("2025-11-07");
        assertThat(CLOCK.day(Instant.parse("2025-11-08T02:30:00Z"))).isEqualTo("2025-11-08");
        assertThat(CLOCK.day(Instant.parse("2025-07-08T01:29:59Z"))).isEqualTo("2025-07-07");
        assertThat(CLOCK.day(Instant.parse("2025-07-08T01:30:00Z"))).isEqualTo("2025-07-08");
    }

    @Test
    void aTurnOverInTheHourThatSpringSkipsStillComesOnce() {
        EditionClock skipped = new EditionClock(ZoneId.of("Europe/Berlin"), LocalTime.of(2, 30));

        assertThat(skipped.day(Instant.parse("2025-03-30T01:29:59Z"))).isEqualTo("2025-03-30");
        assertThat(skipped.day(Instant.parse("2025-03-30T01:30:00Z"))).isEqualTo("2025-03-31");
    }

    @Property
    void everyMomentLiesBetweenTheClosesOfItsDayAndTheDayBefore(@ForAll("moments") Instant moment) {
        LocalDate day = CLOCK.day(moment);

        assertThat(moment).isBefore(CLOCK.close(day));
        assertThat(moment).isAfterOrEqualTo(CLOCK.close(day.minusDays(1)));
    }

    @Property
    void workingTimeNeverRunsBackwards(
            @ForAll("moments") Instant moment, @ForAll("steps") Duration step) {
        assertThat(CLOCK.workingSeconds(moment.plus(step)))
                .isGreaterThanOrEqualTo(CLOCK.workingSeconds(moment));
    }

    @Test
    void workingTimeStandsStillAtTheWeekend() {
        Instant saturday = Instant.parse("2025-11-08T05:00:00Z");
        Instant monday = Instant.parse("2025-11-10T05:00:00Z");

        assertThat(CLOCK.workingSeconds(monday)).isEqualTo(CLOCK.workingSeconds(saturday));
        assertThat(CLOCK.workingSeconds(monday.plusSeconds(60)) - CLOCK.workingSeconds(monday))
                .isEqualTo(60);
    }

    @Provide
    Arbitrary<Instant> moments() {
        return Arbitraries.longs().between(0, 4_000_000_000L).map(Instant::ofEpochSecond);
    }

    @Provide
    Arbitrary<Duration> steps() {
        return Arbitraries.longs().between(0, 400_000L).map(Duration::ofSeconds);
    }
}
