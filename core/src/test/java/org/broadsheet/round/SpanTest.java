package org.broadsheet.round;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpanTest {
    private static final LocalDate FRIDAY = LocalDate.of(2025, 11, 7);

    @ParameterizedTest
    @ValueSource(strings = {"2025-11-07", "2025-11-03.2025-11-09", "2025-12-31.2026-01-01"})
    void aLabelIsReadBack(String label) {
        assertThat(Span.of(label).label()).isEqualTo(label);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "2025-11-07.", "2025-11-08.2025-11-07", "2025-02-30"})
    void whatIsNoLabelIsRefused(String label) {
        assertThatIllegalArgumentException().isThrownBy(() -> Span.of(label));
    }

    @Test
    void whatIsOlderThanAMonthIsNoNews() {
        Span span = new Span(FRIDAY.minusYears(3), FRIDAY);
        assertThat(span.days()).hasSize(Span.LONGEST);
        assertThat(span.days().getFirst()).isEqualTo(FRIDAY);
        assertThat(span.days().getLast()).isEqualTo(span.first());
        assertThat(span.holds(span.first())).isTrue();
        assertThat(span.holds(FRIDAY.plusDays(1))).isFalse();
    }
}
