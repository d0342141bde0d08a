package org.broadsheet.methods.conditioning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class CapacityTest {
    private final Stimuli stimuli = new Stimuli(new SplittableRandom(11));

    @Test
    void theTailOfTheNormalDistributionIsTheTabulatedOne() {
        // Abramowitz and Stegun, table 26.1.
        assertThat(CapacityLaws.tail(0)).isCloseTo(0.5, within(1e-15));
        assertThat(CapacityLaws.tail(1)).isCloseTo(0.158655253931457, within(1e-14));
        assertThat(CapacityLaws.tail(3)).isCloseTo(0.001349898031630, within(1e-15));
        assertThat(CapacityLaws.tail(5)).isCloseTo(2.866515718792e-7, within(1e-18));
    }

    @Test
    void orthogonalKeysDoNotDisturbEachOther() {
        double[][] keys = new double[6][6];
        for (int i = 0; i < 6; i++) {
            keys[i][i] = 1;
        }

        assertThat(Interference.guaranteedPairs(keys)).isEqualTo(6);
        assertThat(Interference.pairsBeforeAnError(keys, stimuli.signs(6, 8))).isEqualTo(6);
        assertThat(Interference.meanCosine(keys, stimuli.signs(6, 8), new LearningRule.Hebb(1), 1))
                .isCloseTo(1, within(1e-14));
    }

    @Test
    void aGuaranteeEndsWhereTheOverlapsSumToOne() {
        double half = Math.sqrt(0.5);
        // Two overlaps of 0.71 with the third key: two pairs are safe, three are not.
        double[][] keys = {{1, 0}, {0, 1}, {half, half}};

        assertThat(Interference.guaranteedPairs(keys)).isEqualTo(2);
        // The signs that break it, and those that do not.
        assertThat(Interference.pairsBeforeAnError(keys, new double[][] {{1}, {1}, {-1}}))
                .isEqualTo(2);
        assertThat(Interference.pairsBeforeAnError(keys, new double[][] {{1}, {1}, {1}}))
                .isEqualTo(3);
    }

    @Test
    void theCosineOfRandomPairsFollowsItsLaw() {
        for (int pairs : new int[] {8, 32, 128, 256}) {
            double measured =
                    Interference.meanCosine(
                            stimuli.unit(pairs, 128),
                            stimuli.signs(pairs, 64),
                            new LearningRule.Hebb(1),
                            1);

            // A mean of 8 answers scatters by some 0.01, and 64 signs overlap by chance.
            assertThat(measured).isCloseTo(CapacityLaws.cosine(pairs, 1.0 / 128), within(0.03));
        }
    }

    @Test
    void bothErrorFreeCapacitiesFollowTheirLaws() {
        for (int size : new int[] {64, 256}) {
            double[] guaranteed = new double[60];
            double[] random = new double[60];
            for (int i = 0; i < 60; i++) {
                double[][] keys = stimuli.unit(80, size);
                guaranteed[i] = Interference.guaranteedPairs(keys);
                random[i] = Interference.pairsBeforeAnError(keys, stimuli.signs(80, 64));
            }

            // Medians of whole numbers; sums of a few overlaps are not normal yet.
            double law = CapacityLaws.guaranteedPairs(size);
            assertThat(median(guaranteed)).isCloseTo(law, within(0.15 * law));
            law = CapacityLaws.errorFreePairs(size, 64);
            assertThat(median(random)).isCloseTo(law, within(0.15 * law));
        }
    }

    @Test
    void theLawsHaveTheOrdersThatTheyAreNamedFor() {
        double root =
                Math.log(
                                CapacityLaws.guaranteedPairs(1 << 20)
                                        / CapacityLaws.guaranteedPairs(1 << 16))
                        / Math.log(16);
        assertThat(root).isCloseTo(0.5, within(0.03));
        double nearlyLinear =
                Math.log(
                                CapacityLaws.errorFreePairs(1 << 20, 64)
                                        / CapacityLaws.errorFreePairs(1 << 16, 64))
                        / Math.log(16);
        assertThat(nearlyLinear).isBetween(0.85, 1.0);
        assertThat(CapacityLaws.averagePairs(100, Math.sqrt(0.5))).isCloseTo(101, within(1e-9));
    }

    @Test
    void noVectorsOverlapLessThanWelchsBound() {
        // Three vectors at 120 degrees reach it: all squared overlaps are 1/4.
        assertThat(CapacityLaws.leastSquaredOverlap(3, 2)).isCloseTo(0.25, within(1e-15));
        assertThat(CapacityLaws.leastSquaredOverlap(2, 2)).isZero();
    }

    @Test
    void headsThatAreNeededLetTheStackBeRight() {
        double heads = CapacityLaws.headsNeeded(0.1, 12, 0.99);

        assertThat(Math.pow(1 - Math.pow(0.1, heads), 12)).isCloseTo(0.99, within(1e-12));
    }

    @Test
    void badInputIsNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CapacityLaws.cosine(0, 0.1))
                .withMessageContaining("pairs: 0.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CapacityLaws.averagePairs(0, 0.5))
                .withMessageContaining("dimension: 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CapacityLaws.headsNeeded(0, 3, 0.9))
                .withMessageContaining("failure");
    }

    private static double median(double[] values) {
        Arrays.sort(values);
        return (values[values.length / 2 - 1] + values[values.length / 2]) / 2;
    }
}
