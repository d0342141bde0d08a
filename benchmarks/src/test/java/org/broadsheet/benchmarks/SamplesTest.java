package org.broadsheet.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SamplesTest {
    private final Samples hundred =
            Samples.of(IntStream.rangeClosed(1, 100).mapToDouble(i -> 101 - i).toArray());

    @Test
    void aPercentileIsASampleThatWasMeasured() {
        assertThat(hundred.percentile(50)).isEqualTo(50);
        assertThat(hundred.percentile(99)).isEqualTo(99);
        assertThat(hundred.percentile(99.1)).isEqualTo(100);
        assertThat(hundred.percentile(100)).isEqualTo(100);
        assertThat(hundred.percentile(0.01)).isEqualTo(1);
    }

    @Test
    void theMedianLiesBetweenTheTwoInTheMiddle() {
        assertThat(Samples.of(3, 1, 2).median()).isEqualTo(2);
        assertThat(Samples.of(4, 1, 2, 3).median()).isEqualTo(2.5);
    }

    @Test
    void extremesDoNotDependOnTheOrder() {
        assertThat(Samples.of(2, 3, 1).least()).isEqualTo(1);
        assertThat(Samples.of(2, 3, 1).most()).isEqualTo(3);
    }

    @Test
    void nothingMeasuredHasNoMedian() {
        assertThatIllegalArgumentException().isThrownBy(Samples::of);
    }

    @Test
    void aPercentileOutsideTheScaleIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> hundred.percentile(0))
                .withMessageContaining("0.0");
        assertThatIllegalArgumentException().isThrownBy(() -> hundred.percentile(101));
    }
}
