package org.broadsheet.methods.shift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.broadsheet.methods.shift.Population.Core;
import org.broadsheet.methods.shift.Population.Link;
import org.junit.jupiter.api.Test;

class PopulationTest {
    private final SplittableRandom random = new SplittableRandom(4);

    @Test
    void bothLabelsHaveExactlyTheShareOfTheMajority() {
        Sample sample = population(Core.PAIR, Link.SPURIOUS, 0).training(1_000, 0.9, random);

        int[][] counts = new int[2][2];
        for (int i = 0; i < 1_000; i++) {
            counts[sample.labels()[i] ? 1 : 0][sample.ofMajority()[i] ? 1 : 0]++;
        }
        assertThat(counts).isDeepEqualTo(new int[][] {{50, 450}, {50, 450}});
    }

    @Test
    void withoutNoiseTheLabelIsTheProductOfThePairAndTheShortcutHoldsInTheMajorityOnly() {
        Sample sample = population(Core.PAIR, Link.SPURIOUS, 0).training(400, 0.75, random);

        for (int i = 0; i < 400; i++) {
            double[] x = sample.features()[i];
            double sign = sample.labels()[i] ? 1 : -1;
            assertThat(x[0] * x[1]).isEqualTo(sign);
            assertThat(x[2]).isEqualTo(sample.ofMajority()[i] ? sign : -sign);
        }
    }

    @Test
    void noLineSeparatesThePairAndOneSeparatesTheLinearCore() {
        assertThat(correlation(population(Core.PAIR, Link.SPURIOUS, 0), 0))
                .isCloseTo(0, within(0.05));
        assertThat(correlation(population(Core.LINEAR, Link.SPURIOUS, 0), 0))
                .isCloseTo(1, within(1e-12));
    }

    @Test
    void aRareKindHasNoShortcutAndItsPairIsTurned() {
        Population rare = population(Core.PAIR, Link.RARE, 0);

        Sample minority = rare.test(400, false, random);
        for (double[] x : minority.features()) {
            assertThat(x[2]).isEqualTo(-1);
            assertThat(Math.abs(x[0]) + Math.abs(x[1])).isCloseTo(Math.sqrt(2), within(1e-12));
        }
        assertThat(correlation(rare, 2)).isCloseTo(0, within(0.05));
    }

    @Test
    void wrongLabelsAreInTrainingOnly() {
        Population wrong = new Population(Core.PAIR, Link.SPURIOUS, 0, 0, 0, 0.5);

        Sample training = wrong.training(2_000, 0.9, random);
        // Four standard errors of a half.
        assertThat(wrongShare(training)).isCloseTo(0.5, within(0.045));
        assertThat(wrongShare(wrong.test(200, true, random))).isZero();
    }

    @Test
    void badInputIsNamed() {
        Population population = population(Core.PAIR, Link.SPURIOUS, 0);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> population.training(100, 0.4, random))
                .withMessageContaining("the share of the majority: 0.4; accepted are 0.5 to 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> population.test(3, true, random))
                .withMessageContaining("3 examples");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> population(Core.PAIR, Link.RARE, Double.NaN))
                .withMessageContaining("core noise: NaN");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Population(Core.PAIR, Link.RARE, 0, 0, 0, 0.6))
                .withMessageContaining("wrong labels: 0.6");
    }

    private static Population population(Core core, Link link, double noise) {
        return new Population(core, link, noise, noise, 2, 0);
    }

    /// Of a feature with the label, over both groups alike.
    private double correlation(Population population, int feature) {
        Sample sample = population.training(4_000, 0.5, random);
        double sum = 0;
        for (int i = 0; i < 4_000; i++) {
            sum += sample.features()[i][feature] * (sample.labels()[i] ? 1 : -1);
        }
        return sum / 4_000;
    }

    private static double wrongShare(Sample sample) {
        int wrong = 0;
        for (int i = 0; i < sample.count(); i++) {
            double[] x = sample.features()[i];
            wrong += x[0] * x[1] > 0 == sample.labels()[i] ? 0 : 1;
        }
        return (double) wrong / sample.count();
    }
}
