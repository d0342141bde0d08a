package org.broadsheet.methods.conditioning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ConditionedMemoryTest {
    private static final double ROUNDING = 1e-12;

    private final Stimuli stimuli = new Stimuli(new SplittableRandom(3));

    @Test
    void hebbsRuleAnswersAsLinearAttention() {
        double[][] keys = stimuli.unit(40, 24);
        double[][] values = stimuli.signs(40, 9);
        ConditionedMemory memory = memory(keys, values, new LearningRule.Hebb(1), 1);

        for (double[] query : stimuli.unit(10, 24)) {
            assertThat(memory.answer(query))
                    .containsExactly(Attention.linear(keys, values, query), within(ROUNDING));
        }
    }

    @Test
    void softmaxAttentionWithALargeBetaAnswersWithTheNearestPair() {
        double[][] keys = stimuli.unit(10, 32);
        double[][] values = stimuli.signs(10, 5);

        assertThat(Attention.softmax(keys, values, keys[4], 1e3))
                .containsExactly(values[4], within(ROUNDING));
    }

    @Test
    void softmaxAttentionWithASmallBetaAnswersWithTheMean() {
        double[][] keys = {{1, 0}, {0, 1}};
        double[][] values = {{1}, {3}};

        assertThat(Attention.softmax(keys, values, keys[0], 1e-12)[0]).isCloseTo(2, within(1e-9));
    }

    @Test
    void theDeltaRuleFindsTheExactSolutionWhereThereIsOne() {
        // Independent keys, fewer than dimensions: every outcome can be answered exactly.
        double[][] keys = stimuli.correlated(12, 48, 0.3);
        double[][] values = stimuli.signs(12, 4);
        ConditionedMemory memory = memory(keys, values, new LearningRule.Delta(1), 400);

        for (int i = 0; i < keys.length; i++) {
            assertThat(memory.answer(keys[i])).containsExactly(values[i], within(1e-6));
        }
    }

    @Test
    void theDeltaRuleApproachesALoneOutcomeGeometrically() {
        double[] key = {0.6, 0.8};
        ConditionedMemory memory = new ConditionedMemory(2, 1, new LearningRule.Delta(0.3));
        for (int trial = 1; trial <= 8; trial++) {
            memory.present(key, new double[] {1});

            assertThat(memory.answer(key)[0]).isCloseTo(1 - Math.pow(0.7, trial), within(ROUNDING));
        }
    }

    @Test
    void whatFadesIsWorthItsPowerOfTheShareKept() {
        double[][] keys = {{1, 0}, {0, 1}, {0, 1}, {0, 1}};
        double[][] values = {{1}, {0}, {0}, {0}};
        ConditionedMemory memory = memory(keys, values, new LearningRule.Fading(1, 0.9), 1);

        assertThat(memory.answer(keys[0])[0]).isCloseTo(0.9 * 0.9 * 0.9, within(ROUNDING));
    }

    @Test
    void ojasRuleEndsAtTheMeanStimulusOfASign() {
        // With v = 1 it is S += b (k - S): a running mean, here of one stimulus.
        double[] key = {0.6, 0.8};
        ConditionedMemory memory = new ConditionedMemory(2, 1, new LearningRule.Oja(0.5));
        for (int i = 0; i < 60; i++) {
            memory.present(key, new double[] {1});
        }

        assertThat(memory.answer(new double[] {1, 0})[0]).isCloseTo(0.6, within(ROUNDING));
    }

    @Test
    void aRateThatDivergesIsNamed() {
        ConditionedMemory memory = new ConditionedMemory(1, 1, new LearningRule.Delta(5));

        assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(() -> {
                    for (int i = 0; i < 100; i++) {
                        memory.present(new double[] {1}, new double[] {1});
                    }
                })
                .withMessageContaining("Delta[rate=5.0] diverged: presentation")
                .withMessageContaining("2 / |k|², here 2.0");
    }

    @Test
    void ojasRuleAtARateOverTwoDivergesAndIsNamed() {
        ConditionedMemory memory = new ConditionedMemory(1, 1, new LearningRule.Oja(3));

        assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(() -> {
                    for (int i = 0; i < 2_000; i++) {
                        memory.present(new double[] {1}, new double[] {1});
                    }
                })
                .withMessageContaining("Oja[rate=3.0] diverged: presentation")
                .withMessageContaining("under 2 / v², here 2.0");
    }

    @Test
    void badInputIsNamed() {
        ConditionedMemory memory = new ConditionedMemory(2, 1, new LearningRule.Hebb(1));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> memory.present(new double[3], new double[1]))
                .withMessage("the stimulus has 3 numbers; accepted are 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> memory.answer(new double[] {0, Double.NaN}))
                .withMessageContaining("NaN at place 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ConditionedMemory(1 << 20, 64, new LearningRule.Hebb(1)))
                .withMessageContaining("accepted are at most 33,554,432 in all");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LearningRule.Delta(0))
                .withMessageContaining("rate: 0.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LearningRule.Fading(1, 1.5))
                .withMessageContaining("keep: 1.5");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> stimuli.correlated(3, 4, 1))
                .withMessageContaining("accepted are 0 to below 1");
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> Attention.linear(new double[2][2], new double[1][2], new double[2]))
                .withMessageContaining("2 keys and 1 values");
    }

    @Test
    void outcomesWithoutAnyLengthHaveNoCosine() {
        assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(() ->
                        Interference.meanCosine(
                                stimuli.unit(2, 4), new double[2][3], new LearningRule.Hebb(1), 1))
                .withMessageContaining("squared lengths 0.0 and 0.0");
    }

    private static ConditionedMemory memory(
            double[][] keys, double[][] values, LearningRule rule, int passes) {
        ConditionedMemory memory = new ConditionedMemory(keys[0].length, values[0].length, rule);
        for (int pass = 0; pass < passes; pass++) {
            for (int i = 0; i < keys.length; i++) {
                memory.present(keys[i], values[i]);
            }
        }
        return memory;
    }
}
