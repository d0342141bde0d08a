package org.broadsheet.methods.hopfield;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class FixedPointKindTest {
    @Test
    void evenSharesNeedNineTenthsOfThePatterns() {
        double[] even = new double[100];
        Arrays.fill(even, 0.01);

        assertThat(FixedPointKind.patternsNeeded(even)).isEqualTo(90);
        assertThat(FixedPointKind.of(even)).isEqualTo(FixedPointKind.GLOBAL_AVERAGE);
    }

    @Test
    void oneShareOfNineTenthsIsASinglePattern() {
        assertThat(FixedPointKind.of(new double[] {0.05, 0.9, 0.05}))
                .isEqualTo(FixedPointKind.SINGLE_PATTERN);
        assertThat(FixedPointKind.of(new double[] {1})).isEqualTo(FixedPointKind.SINGLE_PATTERN);
    }

    @Test
    void aFewOfManyAreMetastable() {
        assertThat(FixedPointKind.of(new double[] {0.02, 0.46, 0.02, 0.46, 0.02, 0.02}))
                .isEqualTo(FixedPointKind.METASTABLE);
    }

    @Test
    void sharesThatDoNotSumToOneAreRejected() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FixedPointKind.of(new double[] {0.5, 0.4}))
                .withMessageContaining("0.9");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FixedPointKind.of(new double[] {1, Double.NaN}))
                .withMessageContaining("NaN");
        assertThatIllegalArgumentException().isThrownBy(() -> FixedPointKind.of(new double[0]));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FixedPointKind.of(new double[] {1.5, -0.5}));
    }
}
