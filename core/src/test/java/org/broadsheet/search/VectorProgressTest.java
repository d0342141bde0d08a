package org.broadsheet.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class VectorProgressTest {
    @Test
    void theTimeLeftFollowsFromTheRate() {
        assertThat(new VectorProgress(10, 110, 50).timeLeft()).hasValue(Duration.ofSeconds(2));
    }

    @Test
    void withoutARateNobodyKnowsTheTimeLeft() {
        assertThat(new VectorProgress(10, 110, 0).timeLeft()).isEmpty();
    }

    @Test
    void whatIsDoneNeedsNoTime() {
        assertThat(new VectorProgress(7, 7, 0).timeLeft()).hasValue(Duration.ZERO);
        assertThat(new VectorProgress(7, 7, 0).isComplete()).isTrue();
    }

    @Test
    void theRateLeansOnTheLatestBatches() {
        VectorProgress progress = new VectorProgress(0, 1_000, 0);
        for (int i = 0; i < 30; i++) {
            progress = progress.plus(16, Duration.ofSeconds(1));
        }
        assertThat(progress.perSecond()).isEqualTo(16, within(1e-9));
        for (int i = 0; i < 30; i++) {
            progress = progress.plus(16, Duration.ofSeconds(2));
        }
        assertThat(progress.perSecond()).isEqualTo(8, within(0.1));
        assertThat(progress.done()).isEqualTo(960);
    }

    @Test
    void timeThatDoesNotPassChangesNoRate() {
        assertThat(new VectorProgress(0, 100, 5).plus(16, Duration.ZERO).perSecond()).isEqualTo(5);
    }

    @Test
    void papersThatCameMeanwhileRaiseTheTotal() {
        VectorProgress progress = new VectorProgress(9, 10, 1).plus(3, Duration.ofSeconds(1));
        assertThat(progress.total()).isEqualTo(12);
    }
}
