package org.broadsheet.benchmarks.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class ScheduleTest {
    @Test
    void eventsAreDueAtAConstantRate() {
        var schedule = new Schedule(1_000, 20);
        assertThat(schedule.dueNanos(0)).isEqualTo(1_000);
        assertThat(schedule.dueNanos(1)).isEqualTo(50_001_000);
        assertThat(schedule.dueNanos(1_200)).isEqualTo(60_000_001_000L);
    }

    @Test
    void aMinuteAtTwentyASecondHasTwelveHundredEvents() {
        assertThat(new Schedule(0, 20).within(Duration.ofMinutes(1))).isEqualTo(1_200);
    }

    @Test
    void aRateOfNothingIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Schedule(0, 0));
    }
}
