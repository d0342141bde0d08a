package org.broadsheet.methods.conditioning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.broadsheet.methods.conditioning.Conditioning.Phase;
import org.junit.jupiter.api.Test;

class ConditioningTest {
    private static final double ROUNDING = 1e-12;
    private static final double[][] CUES = {{1, 0}, {0, 1}};
    private static final LearningRule DELTA = new LearningRule.Delta(0.2);

    @Test
    void acquisitionAndExtinctionAreGeometric() {
        double[][] strengths = run(DELTA, phase(1, 10, 0), phase(0, 5, 0));

        assertThat(strengths[10][0]).isCloseTo(1 - Math.pow(0.8, 10), within(ROUNDING));
        assertThat(strengths[15][0])
                .isCloseTo((1 - Math.pow(0.8, 10)) * Math.pow(0.8, 5), within(ROUNDING));
    }

    @Test
    void cuesThatComeTogetherShareTheOutcome() {
        double[][] strengths = run(DELTA, phase(1, 6, 0, 1));

        assertThat(strengths[6][0]).isCloseTo((1 - Math.pow(0.6, 6)) / 2, within(ROUNDING));
        assertThat(strengths[6][1]).isEqualTo(strengths[6][0]);
    }

    @Test
    void aKnownCueBlocksAnotherByTheDeltaRuleAndNotByHebbs() {
        Phase known = phase(1, 60, 0);
        Phase together = phase(1, 60, 0, 1);

        assertThat(run(DELTA, known, together)[120][1]).isCloseTo(0, within(1e-5));
        LearningRule hebb = new LearningRule.Hebb(0.2);
        assertThat(run(hebb, known, together)[120][1])
                .isCloseTo(run(hebb, together)[60][1], within(ROUNDING));
    }

    @Test
    void aRateTooLargeForCuesTogetherIsNamed() {
        assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(() -> run(new LearningRule.Delta(1.2), phase(1, 2, 0, 1)))
                .withMessageContaining("rate 1.2 when cues [0, 1] come together")
                .withMessageContaining("under 1.000");
    }

    @Test
    void badInputIsNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> run(DELTA, phase(1, 1, 2)))
                .withMessageContaining("cue 2; accepted are 0 to 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> phase(1, 1))
                .withMessageContaining("without cues");
    }

    private static double[][] run(LearningRule rule, Phase... phases) {
        return new Conditioning(CUES, List.of(phases)).strengths(rule);
    }

    private static Phase phase(double outcome, int trials, Integer... cues) {
        return new Phase(List.of(cues), outcome, trials);
    }
}
