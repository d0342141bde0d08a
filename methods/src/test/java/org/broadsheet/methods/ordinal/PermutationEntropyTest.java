package org.broadsheet.methods.ordinal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.broadsheet.methods.dynamics.Maps;
import org.junit.jupiter.api.Test;

class PermutationEntropyTest {
    @Test
    void aRisingSeriesHasOnePatternAndNoEntropy() {
        PatternCounts patterns = new PermutationEntropy(3, 1).patterns(new double[] {1, 2, 3, 4});
        assertThat(patterns.windows()).isEqualTo(2);
        assertThat(patterns.count(0)).isEqualTo(2);
        assertThat(patterns.ranks(0)).containsExactly(0, 1, 2);
        assertThat(patterns.point()).isEqualTo(new EntropyComplexity(0, 0));
    }

    @Test
    void theShortestSeriesHasOneWindow() {
        PatternCounts patterns =
                new PermutationEntropy(3, 2).patterns(new double[] {3, 0, 2, 0, 1});
        assertThat(patterns.windows()).isEqualTo(1);
        assertThat(patterns.count(5)).isEqualTo(1);
        assertThat(patterns.ranks(5)).containsExactly(2, 1, 0);
    }

    @Test
    void equalValuesStandInTheirOrderOfTime() {
        PatternCounts patterns =
                new PermutationEntropy(3, 1).patterns(new double[] {1, 0, 1, 0, 0});
        assertThat(patterns.count(pattern(patterns, 1, 0, 2))).isEqualTo(1); // 1 0 1
        assertThat(patterns.count(pattern(patterns, 0, 2, 1))).isEqualTo(1); // 0 1 0
        assertThat(patterns.count(pattern(patterns, 2, 0, 1))).isEqualTo(1); // 1 0 0
    }

    @Test
    void aConstantSeriesCountsAsRising() {
        assertThat(new PermutationEntropy(4, 1).of(new double[10]).entropy()).isZero();
        assertThat(new PermutationEntropy(4, 1).patterns(new double[10]).count(0)).isEqualTo(7);
    }

    /// Bandt and Pompe's own example (2002): 4 7 9 10 6 11 3 has at order 3 the shares 2/5, 2/5,
    /// 1/5, which is 1.522 bits of log₂ 6.
    @Test
    void theFirstPublishedExampleHolds() {
        double[] series = {4, 7, 9, 10, 6, 11, 3};
        assertThat(new PermutationEntropy(3, 1).of(series).entropy())
                .isCloseTo(1.522 / 2.585, within(5e-4));
    }

    @Test
    void theLogisticMapNeverFallsTwiceInARow() {
        PatternCounts patterns =
                new PermutationEntropy(3, 1).patterns(Maps.logistic(4, 0.1, 10_000));
        assertThat(patterns.unseen()).containsExactly(pattern(patterns, 2, 1, 0));
        assertThat(patterns.unseenByChance()).isLessThan(1e-12);
    }

    @Test
    void anOrderOutOfRangeIsRefused() {
        assertThatThrownBy(() -> new PermutationEntropy(2, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("order 2; accepted is 3 to 8");
        assertThatThrownBy(() -> new PermutationEntropy(9, 1))
                .hasMessage("order 9; accepted is 3 to 8");
    }

    @Test
    void anIntervalBelowOneIsRefused() {
        assertThatThrownBy(() -> new PermutationEntropy(5, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("interval 0; accepted is 1 or more");
    }

    @Test
    void aSeriesShorterThanTheOrderIsRefused() {
        assertThatThrownBy(() -> new PermutationEntropy(5, 1).of(new double[4]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("series of 4 values; order 5 needs at least 5");
    }

    @Test
    void anIntervalTooLongForTheSeriesIsRefused() {
        assertThatThrownBy(() -> new PermutationEntropy(5, 3).of(new double[12]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("interval 3; a series of 12 values takes at most 2 at order 5");
        assertThatThrownBy(() -> new PermutationEntropy(5, Integer.MAX_VALUE).of(new double[12]))
                .hasMessageStartingWith("interval 2147483647;");
    }

    @Test
    void aValueThatIsNoNumberIsRefused() {
        double[] series = {1, 2, Double.NaN, 4, 5};
        assertThatThrownBy(() -> new PermutationEntropy(3, 1).of(series))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("value NaN at index 2; accepted are finite numbers");
        series[2] = Double.POSITIVE_INFINITY;
        assertThatThrownBy(() -> new PermutationEntropy(3, 1).of(series))
                .hasMessageStartingWith("value Infinity at index 2");
    }

    @Test
    void countsThatAreNoneAreRefused() {
        assertThatThrownBy(() -> new PatternCounts(3, new int[5]))
                .hasMessage("5 counts; order 3 has 6 patterns");
        assertThatThrownBy(() -> new PatternCounts(3, new int[6]))
                .hasMessageContaining("the sum 0");
        assertThatThrownBy(() -> new PatternCounts(3, new int[] {1, -1, 1, 1, 1, 1}))
                .hasMessageContaining("counts from -1");
        assertThatThrownBy(() -> new PatternCounts(3, new int[] {1, 1, 1, 1, 1, 1}).count(6))
                .hasMessage("pattern 6; accepted is 0 to 5");
    }

    private static int pattern(PatternCounts patterns, int... ranks) {
        for (int pattern = 0; pattern < 6; pattern++) {
            if (Arrays.equals(patterns.ranks(pattern), ranks)) {
                return pattern;
            }
        }
        throw new AssertionError("no pattern has these ranks");
    }
}
