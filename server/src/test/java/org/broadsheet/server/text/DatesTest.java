package org.broadsheet.server.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.broadsheet.edition.Period;
import org.junit.jupiter.api.Test;

class DatesTest {
    @Test
    void periodsReadInWords() {
        assertThat(Dates.title(Period.day("2025-11-07"))).isEqualTo("Friday, 7 November 2025");
        assertThat(Dates.title(Period.week("2025-W45")))
                .isEqualTo("Week 45 of 2025, 3 to 9 November");
        assertThat(Dates.title(Period.month("2025-11"))).isEqualTo("November 2025");
    }

    @Test
    void aWeekAcrossMonthsOrYearsNamesBoth() {
        assertThat(Dates.title(Period.week("2025-W40")))
                .isEqualTo("Week 40 of 2025, 29 September to 5 October");
        assertThat(Dates.title(Period.week("2026-W01")))
                .isEqualTo("Week 1 of 2026, 29 December 2025 to 4 January 2026");
    }

    @Test
    void septemberHasThreeLetters() {
        assertThat(Dates.brief(LocalDate.of(2025, 9, 6))).isEqualTo("6 Sep 2025");
    }
}
