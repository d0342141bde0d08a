package org.broadsheet.edition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PeriodTest {
    @Test
    void theFirstWeekOfAYearMayBeginInTheYearBefore() {
        Period.Week week = Period.week("2026-W01");

        assertThat(week.first()).isEqualTo("2025-12-29");
        assertThat(week.last()).isEqualTo("2026-01-04");
        assertThat(Period.week("2026-W53").label()).isEqualTo("2026-W53");
    }

    @Property
    void everyDayLiesInTheWeekThatItsLabelNames(@ForAll("days") LocalDate day) {
        Period.Week week = new Period.Week(day);

        assertThat(day).isBetween(week.first(), week.last());
        assertThat(Period.week(week.label())).isEqualTo(week);
    }

    @Provide
    Arbitrary<LocalDate> days() {
        return Arbitraries.longs().between(0, 40_000).map(LocalDate::ofEpochDay);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "2025", "2025-W00", "2025-W53", "2025-W5", "2025-w45", "W45", "25-W45"})
    void weeksThatDoNotExistAreRefused(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Period.week(text))
                .withMessageContaining("not a week: \"" + text + "\"; accepted is an ISO week");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "2025-02-29", "2025-13-01", "7 Nov 2025", "2025-11-7", "+12025-11-07"})
    void daysThatDoNotExistAreRefused(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Period.day(text))
                .withMessageContaining("not a date");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "2025-13", "2025-1", "November", "2025-11-07"})
    void monthsThatDoNotExistAreRefused(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Period.month(text))
                .withMessageContaining("not a month");
    }

    @Test
    void aMonthEndsWithItsLastDay() {
        assertThat(Period.month("2024-02").last()).isEqualTo("2024-02-29");
        assertThat(Period.month("2024-02").label()).isEqualTo("2024-02");
    }
}
