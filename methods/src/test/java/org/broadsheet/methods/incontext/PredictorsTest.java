package org.broadsheet.methods.incontext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PredictorsTest {
    private static final Regression DEFAULT = Regression.plain(5, 40, 0.1);

    private static List<PromptBlock> blocks(Regression regression, int count, long seed) {
        RandomGenerator random = InContextAttentionTest.random(seed);
        return IntStream.range(0, count)
                .mapToObj(_ -> {
                    PromptBlock block = new PromptBlock(regression);
                    regression.draw(block, random);
                    return block;
                })
                .toList();
    }

    private static double loss(Predictor predictor, List<PromptBlock> blocks) {
        double sum = 0;
        for (PromptBlock block : blocks) {
            double[] predictions = predictor.predict(block);
            double[] targets = block.targets();
            for (int e = 0; e < PromptBlock.SIZE; e++) {
                sum += Math.pow(predictions[e] - targets[e], 2);
            }
        }
        return sum / (blocks.size() * PromptBlock.SIZE);
    }

    /// A step η has the loss 1 + s2 - 2 η + η² (1 + (1 + d (1 + s2))/L) by the Gaussian's fourth
    /// moments. 64,000 prompts know it to about 0.5 %.
    @Test
    void plainDescentHasTheLossOfItsClosedForm() {
        double factor = 1 + (1 + 5 * 1.1) / 40;
        var fitted = Descent.fitted(Descent.Direction.PLAIN, blocks(DEFAULT, 1_000, 1));

        assertThat(fitted.factor()[0][0]).isCloseTo(1 / factor, within(0.01));
        assertThat(loss(fitted, blocks(DEFAULT, 2_000, 2)))
                .isCloseTo(1.1 - 1 / factor, within(0.005));
    }

    @Test
    void debiasedDescentHasTheLossOfItsClosedForm() {
        var fitted = Descent.fitted(Descent.Direction.DEBIASED, blocks(DEFAULT, 1_000, 1));

        assertThat(loss(fitted, blocks(DEFAULT, 2_000, 2)))
                .isCloseTo(Descent.leastDebiasedLoss(5, 40, 0.1), within(0.005));
    }

    @Test
    void nothingBeatsRidgeWithTheRightPenalty() {
        List<PromptBlock> blocks = blocks(DEFAULT, 1_000, 3);
        double best = loss(new Ridge(0.1 * 5), blocks);

        assertThat(loss(new Ridge(0.05), blocks)).isGreaterThan(best);
        assertThat(loss(new Ridge(5), blocks)).isGreaterThan(best);
        assertThat(loss(Descent.fitted(Descent.Direction.DEBIASED, blocks), blocks))
                .isGreaterThan(best);
        // The limit of large d and L with d/L = 1/8, in closed form; 5 dimensions are near it.
        double ratio = 8;
        double xi = 1 / ratio;
        double limit =
                0.5 * (0.1 + (xi - 1) / xi + Math.sqrt(4 * 0.1 + Math.pow(0.1 + (1 - xi) / xi, 2)));
        assertThat(best).isCloseTo(limit, within(0.005));
    }

    @Test
    void ridgeWithoutNoiseRecoversTheLine() {
        Regression exact = Regression.plain(3, 10, 0);

        assertThat(loss(new Ridge(1e-10), blocks(exact, 3, 4))).isLessThan(1e-12);
    }

    @Test
    void anOffsetMovesPlainDescentAndNotTheDebiased() {
        PromptBlock moved = blocks(DEFAULT, 1, 5).getFirst();
        var plain = Descent.fitted(Descent.Direction.PLAIN, blocks(DEFAULT, 50, 6));
        var debiased = Descent.fitted(Descent.Direction.DEBIASED, blocks(DEFAULT, 50, 6));
        double[] plainBefore = plain.predict(moved);
        double[] debiasedBefore = debiased.predict(moved);

        moved.shift(new double[] {1, 1, 1, 1, 1}, 2);

        assertThat(debiased.predict(moved)).containsExactly(debiasedBefore, within(1e-12));
        assertThat(plain.predict(moved)[0]).isNotCloseTo(plainBefore[0], within(0.1));
    }

    /// With correlated inputs a matrix must beat a single number; with independent ones it is one.
    @Test
    void aPreconditionedStepIsThatOfIndependentInputsWhereTheyAre() {
        List<PromptBlock> blocks = blocks(DEFAULT, 1_000, 7);
        double[][] factor = Descent.preconditioned(Descent.Direction.DEBIASED, blocks).factor();
        double step = Descent.fitted(Descent.Direction.DEBIASED, blocks).factor()[0][0];

        for (int i = 0; i < 5; i++) {
            for (int j = 0; j < 5; j++) {
                assertThat(factor[i][j]).isCloseTo(i == j ? step : 0, within(0.03));
            }
        }
        Regression correlated = new Regression(5, 40, 0.1, 0.7, DEFAULT.windows());
        List<PromptBlock> other = blocks(correlated, 1_000, 8);
        assertThat(loss(Descent.preconditioned(Descent.Direction.DEBIASED, other), other))
                .isLessThan(0.9 * loss(Descent.fitted(Descent.Direction.DEBIASED, other), other));
    }

    @Test
    void theInputsHaveTheCorrelationThatWasAskedFor() {
        Regression correlated =
                new Regression(3, 40, 0.1, 0.6, List.of(new Regression.Window(0, 3)));
        double[] sums = new double[3];
        List<PromptBlock> blocks = blocks(correlated, 100, 9);
        for (PromptBlock block : blocks) {
            for (int e = 0; e < PromptBlock.SIZE; e++) {
                for (int l = 0; l < 40; l++) {
                    for (int lag = 0; lag < 3; lag++) {
                        sums[lag] += block.token(e, l, 0) * block.token(e, l, lag);
                    }
                }
            }
        }

        // 128,000 products: a standard error of 0.004.
        double count = 100 * 40 * PromptBlock.SIZE;
        assertThat(sums[0] / count).isCloseTo(1, within(0.015));
        assertThat(sums[1] / count).isCloseTo(0.6, within(0.015));
        assertThat(sums[2] / count).isCloseTo(0.36, within(0.015));
    }

    @Test
    void theReducedModelHasItsClosedForms() {
        ReducedModel reduced = new ReducedModel(5, 40, 0.1);
        double[] omega = {reduced.singleOmega()};

        assertThat(reduced.bestOutputs(omega)[0])
                .isCloseTo(Math.sqrt(5) / (1 + 1.1 * Math.E * 5 / 40), within(1e-12));
        assertThat(reduced.singleHead()).isCloseTo(0.372, within(0.001));
        assertThat(reduced.twoHeads()).isCloseTo(0.2209, within(0.0001));
        double[] small = {0.01, -0.01};
        assertThat(reduced.loss(small, reduced.bestOutputs(small)))
                .isCloseTo(reduced.twoHeads(), within(1e-4));
    }

    @Test
    void withoutPromptsNothingIsFitted() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Descent.preconditioned(Descent.Direction.PLAIN, List.of()))
                .withMessageContaining("there are no prompts to fit");
    }

    @Test
    void regressionsThatMakeNoSenseAreNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Regression(3, 5, -1, 0, List.of(new Regression.Window(0, 3))))
                .withMessageContaining("the noise has variance -1.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Regression(3, 5, 1, 0, List.of(new Regression.Window(2, 4))))
                .withMessageContaining("coordinates 2 to before 4; there are 0 to before 3");
    }
}
