package org.broadsheet.round;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import org.broadsheet.round.Cadence.Every;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CadenceTest {
    @ParameterizedTest(name = "{0} {1} at {2} in {3} after {4}")
    @CsvSource({
        // every, weekday, hour, zone, after, next
        "DAY, MONDAY, 7, UTC, 2025-11-07T06:59:59Z, 2025-11-07T07:00:00Z",
        "DAY, MONDAY, 7, UTC, 2025-11-07T07:00:00Z, 2025-11-08T07:00:00Z",
        "WEEKDAY, MONDAY, 7, UTC, 2025-11-07T07:00:00Z, 2025-11-10T07:00:00Z",
        "WEEK, SUNDAY, 18, UTC, 2025-11-07T07:00:00Z, 2025-11-09T18:00:00Z",
        "WEEK, FRIDAY, 7, UTC, 2025-11-07T07:00:00Z, 2025-11-14T07:00:00Z",
        "MONTH, MONDAY, 0, UTC, 2025-12-01T00:00:00Z, 2026-01-01T00:00:00Z",
        "MONTH, MONDAY, 9, Europe/Berlin, 2024-02-01T08:00:00Z, 2024-03-01T08:00:00Z",
        // the farthest zones: Friday ends here while it is still Thursday there
        "DAY, MONDAY, 23, Etc/GMT+12, 2025-11-07T10:00:00Z, 2025-11-07T11:00:00Z",
        "DAY, MONDAY, 0, Pacific/Kiritimati, 2025-11-07T09:00:00Z, 2025-11-07T10:00:00Z",
        "WEEKDAY, MONDAY, 1, Pacific/Kiritimati, 2025-11-07T12:00:00Z, 2025-11-09T11:00:00Z",
        "DAY, MONDAY, 8, Asia/Kathmandu, 2025-11-07T02:14:59Z, 2025-11-07T02:15:00Z",
        // the clock jumps from 2 to 3: it comes at 3, once
        "DAY, MONDAY, 2, Europe/Berlin, 2025-03-29T12:00:00Z, 2025-03-30T01:00:00Z",
        "DAY, MONDAY, 2, Europe/Berlin, 2025-03-30T01:00:00Z, 2025-03-31T00:00:00Z",
        // 2 to 3 comes twice: the first time counts
        "DAY, MONDAY, 2, Europe/Berlin, 2025-10-25T12:00:00Z, 2025-10-26T00:00:00Z",
        "DAY, MONDAY, 2, Europe/Berlin, 2025-10-26T00:00:00Z, 2025-10-27T01:00:00Z",
        // the hour before and after a change of clocks
        "DAY, MONDAY, 7, America/New_York, 2025-11-01T12:00:00Z, 2025-11-02T12:00:00Z",
        "DAY, MONDAY, 7, America/New_York, 2025-10-31T12:00:00Z, 2025-11-01T11:00:00Z",
        // year's end, and Samoa's 30 December 2011, which never was
        "DAY, MONDAY, 7, Europe/Berlin, 2025-12-31T06:00:00Z, 2026-01-01T06:00:00Z",
        "DAY, MONDAY, 7, Pacific/Apia, 2011-12-29T17:00:00Z, 2011-12-30T17:00:00Z"
    })
    void theNextDigestIsDueAtItsLocalHour(
            Every every, DayOfWeek weekday, int hour, String zone, Instant after, Instant next) {
        assertThat(new Cadence(every, weekday, hour, ZoneId.of(zone)).next(after)).isEqualTo(next);
    }

    @Test
    void whatIsNoHourIsRefused() {
        for (int hour : new int[] {-1, 24}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(
                            () -> new Cadence(Every.DAY, DayOfWeek.MONDAY, hour, ZoneId.of("UTC")))
                    .withMessageContaining(String.valueOf(hour));
        }
    }
}
