package org.broadsheet.methods.hopfield;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;

class PatternsTest {
    private static final Patterns THREE =
            Patterns.of(
                    new double[] {3, 4, 0, 0, 1},
                    new double[] {1, 0, 0, 0, 1},
                    new double[] {0, 0, 0, 2, -1});

    @Test
    void similaritiesAreInnerProducts() {
        assertThat(THREE.similarities(new double[] {1, 1, 1, 1, 2})).containsExactly(9, 3, 0);
    }

    @Test
    void aWeightedSumAddsThePatterns() {
        assertThat(THREE.weightedSum(new double[] {1, 2, 0.5})).containsExactly(5, 4, 0, 1, 2.5);
    }

    @Test
    void separationIsToTheMostSimilarOther() {
        // Pattern 0 with itself 26, with the others 4 and -1; pattern 1 with itself 2, with 0: 4.
        assertThat(THREE.separation(0)).isEqualTo(22);
        assertThat(THREE.separation(1)).isEqualTo(-2);
        assertThat(Patterns.of(new double[] {1}).separation(0)).isInfinite();
    }

    @Test
    void theLargestNormIsThatOfTheLongestPattern() {
        assertThat(THREE.largestNorm()).isEqualTo(Math.sqrt(26));
    }

    @Test
    void theNearestPatternIsTheOneWithTheSmallestDistance() {
        assertThat(THREE.nearest(new double[] {0, 0, 0, 1, 0})).isEqualTo(2);
    }

    @Test
    void theStoreIsACopy() {
        double[] row = {1, 2};
        Patterns patterns = Patterns.of(row);
        row[0] = 9;
        patterns.pattern(0)[1] = 9;

        assertThat(patterns.pattern(0)).containsExactly(1, 2);
    }

    @Test
    void patternsOnASphereHaveItsRadiusAndNoPreferredDirection() {
        Patterns patterns = source().onSphere(4000, 3, 2);

        assertThat(Distance.between(patterns.pattern(17), new double[3]))
                .isEqualTo(2, within(1e-14));
        // The mean of 4000 coordinates of deviation 2 / sqrt(3) has a deviation of 0.018: 5 of
        // them.
        assertThat(patterns.mean()).containsExactly(new double[3], within(0.09));
    }

    @Test
    void exactlyAsManyElementsAreFlippedAsAskedFor() {
        double[] ones = {1, 1, 1, 1, 1, 1, 1, 1};
        for (int flips = 0; flips <= ones.length; flips++) {
            double[] flipped = source().flipped(ones, flips);
            assertThat(flipped)
                    .containsOnly(
                            flips == 8
                                    ? new double[] {-1}
                                    : flips == 0 ? new double[] {1} : new double[] {1, -1});
            // Each flip moves a coordinate by 2.
            assertThat(Distance.between(ones, flipped)).isEqualTo(2 * Math.sqrt(flips));
        }
    }

    @Test
    void clusterMembersAreNearerToEachOtherThanToOthers() {
        Patterns patterns = source().clustered(3, 4, 30, 5, 0.1);

        double inside = Distance.between(patterns.pattern(0), patterns.pattern(3));
        double outside = Distance.between(patterns.pattern(0), patterns.pattern(4));
        assertThat(patterns.count()).isEqualTo(12);
        assertThat(inside).isLessThan(outside / 3);
    }

    @Test
    void anEmptyStoreIsRejected() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Patterns.of())
                .withMessageContaining("at least one pattern");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Patterns.of(new double[0]))
                .withMessageContaining("no elements");
    }

    @Test
    void rowsOfDifferentLengthAreRejected() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Patterns.of(new double[2], new double[3]))
                .withMessage("Pattern 1 has 3 elements; this store needs 2");
    }

    @Test
    void aPatternThatIsNotFiniteIsRejected() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Patterns.of(new double[] {0, Double.NEGATIVE_INFINITY}))
                .withMessageContaining("Pattern 0 has -Infinity at element 1");
    }

    @Test
    void aPatternThatIsNotThereIsNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> THREE.pattern(3))
                .withMessage("There is no pattern 3; this store has 0 to 2");
    }

    @Test
    void oddNumbersAreRejectedBeforeAnythingIsDrawn() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> source().onSphere(0, 3, 1))
                .withMessageContaining("0 patterns");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> source().onSphere(2, 3, -1))
                .withMessageContaining("-1.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> source().noisy(new double[2], Double.NaN))
                .withMessageContaining("NaN");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> source().flipped(new double[2], 3))
                .withMessageContaining("3 elements are to be flipped; 0 to 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Stopping(-1, 1))
                .withMessageContaining("-1.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Stopping(0, 0))
                .withMessageContaining("0; at least 1");
    }

    private static PatternSource source() {
        return new PatternSource(RandomGeneratorFactory.of("L64X128MixRandom").create(1));
    }
}
