package org.broadsheet.reproductions.ordinal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.broadsheet.reproductions.ordinal.Roc.Case;
import org.junit.jupiter.api.Test;

class RocTest {
    /// Of the six pairs, 3 > 2, 3 > 1, 3 > 0 and 1 > 0 are right, 1 = 1 is half right, 1 < 2 is
    /// wrong.
    private static final Roc ROC =
            new Roc(
                    List.of(
                            new Case(0, false),
                            new Case(3, true),
                            new Case(1, false),
                            new Case(1, true),
                            new Case(2, false)));

    @Test
    void theAreaIsTheShareOfPairsInTheRightOrder() {
        assertThat(ROC.area()).isEqualTo(4.5 / 6);
    }

    @Test
    void theCurveRunsFromNoneToAllAndTakesTiesTogether() {
        assertThat(ROC.falsePositives()).containsExactly(0, 0, 1 / 3.0, 2 / 3.0, 1);
        assertThat(ROC.truePositives()).containsExactly(0, 0.5, 0.5, 1, 1);
    }

    @Test
    void aThresholdIsExceededOnlyByWhatIsAboveIt() {
        assertThat(ROC.above(1, true)).isEqualTo(0.5);
        assertThat(ROC.above(1, false)).isEqualTo(1 / 3.0);
        assertThat(ROC.balancedAccuracy(1)).isCloseTo((0.5 + 2 / 3.0) / 2, within(1e-15));
    }

    @Test
    void casesOfOneKindAreRefused() {
        assertThatThrownBy(() -> new Roc(List.of(new Case(1, true))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("1 positives and 0 negatives; accepted is at least one of each");
    }
}
