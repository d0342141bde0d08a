package org.broadsheet.server.sources;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PageDatesTest {
    private final PageDates dates = new PageDates(LocalDate.of(2025, 11, 7));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Dec 13, 2023  | 2023-12-13",
                "Aug 5         | 2025-08-05",
                "Nov 7         | 2025-11-07",
                "Nov 8         | 2024-11-08",
                "Dec 20        | 2024-12-20",
                "Feb 29        | 2024-02-29",
                "Sept 6        | 2025-09-06",
                "September 6   | 2025-09-06",
                "6 Sep         | 2025-09-06",
                "2013-12-20    | 2013-12-20"
            })
    void aMissingYearIsTheLatestInWhichTheDayWasPast(String text, String day) {
        assertThat(dates.of(text)).hasValue(LocalDate.parse(day));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Feb 30", "Foo 7", "Nov 0", "Nov 7, 20255", "2025-13-01", "7", "Nov", ""})
    void anythingElseIsNoDate(String text) {
        assertThat(dates.of(text)).isEqualTo(Optional.empty());
    }

    @Test
    void itKnowsWhetherAYearWasMissing() {
        dates.of("Nov 7, 2025");
        assertThat(dates.hasGuessed()).isFalse();
        dates.of("Nov 7");
        assertThat(dates.hasGuessed()).isTrue();
    }
}
