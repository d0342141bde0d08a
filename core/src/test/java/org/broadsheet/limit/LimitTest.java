package org.broadsheet.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class LimitTest {
    @Test
    void aLimitSaysItselfInWords() {
        assertThat(new Limit(5, Duration.ofMinutes(15))).hasToString("5 times in 15 minutes");
        assertThat(new Limit(1, Duration.ofHours(1))).hasToString("once in an hour");
        assertThat(new Limit(20, Duration.ofDays(1))).hasToString("20 times in a day");
        assertThat(new Limit(2, Duration.ofSeconds(90))).hasToString("2 times in 90 seconds");
    }

    @Test
    void aLimitOfNothingOrOfAnEndlessSpanIsRefusedWithItsValue() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Limit(0, Duration.ofMinutes(1)))
                .withMessageContaining("got 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Limit(1, Duration.ofDays(367)))
                .withMessageContaining("PT8808H");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Limit(2_000, Duration.ofMillis(1)));
    }
}
