package org.broadsheet.methods.ordinal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.broadsheet.methods.dynamics.Sine;
import org.junit.jupiter.api.Test;

class SamplingTest {
    @Test
    void theNaturalTimeOfASineIsItsPeriod() {
        double[] series = Sine.wave(0.5, 100, 20_001);
        // 100 periods; the two estimates lose at most half a swing at the ends.
        assertThat(NaturalTime.byMeanCrossings(series, 0.01)).isCloseTo(2, within(0.02));
        assertThat(NaturalTime.betweenMaxima(series, 0.01)).isCloseTo(2, within(1e-9));
    }

    /// The paper's double pendulum: 640 samples of 1/64 s that cross their mean twelve times have
    /// t_nat = 1.6640625 s, and 0.4 of it is spanned by an interval of 11.
    @Test
    void theIntervalOfThePapersDoublePendulumIsEleven() {
        double naturalTime = 639 / 64.0 / (12 / 2.0);
        assertThat(naturalTime).isEqualTo(1.6640625);
        var sampling = new Sampling(naturalTime, 1 / 64.0);
        assertThat(sampling.interval(5, 0.4)).isEqualTo(11);
        assertThat(sampling.patternRatio(new PermutationEntropy(5, 11)))
                .isCloseTo(11 * 4 / 64.0 / naturalTime, within(1e-12));
    }

    @Test
    void anIntervalIsAtLeastOne() {
        assertThat(new Sampling(1, 1).interval(5, 0.4)).isEqualTo(1);
    }

    @Test
    void theIdealIsBoundedInPatternTimeAndDuration() {
        var sampling = new Sampling(1, 0.01);
        assertThat(sampling.isIdeal(new PermutationEntropy(5, 10), 151)).isTrue();
        assertThat(sampling.isIdeal(new PermutationEntropy(5, 10), 150)).isFalse();
        assertThat(sampling.isIdeal(new PermutationEntropy(5, 7), 151)).isFalse();
        assertThat(sampling.isIdeal(new PermutationEntropy(5, 13), 151)).isFalse();
    }

    @Test
    void crossingsAreCountedInBothDirections() {
        assertThat(NaturalTime.crossings(new double[] {0, 1, 0, 1, 1, 0})).isEqualTo(4);
        assertThat(NaturalTime.crossings(new double[0])).isZero();
    }

    @Test
    void aSeriesThatNeverCrossesItsMeanHasNoNaturalTime() {
        assertThatThrownBy(() -> Sampling.of(new double[9], 0.1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "series of 9 values never crosses its mean; a natural time needs a crossing");
        assertThatThrownBy(() -> NaturalTime.betweenMaxima(new double[] {0, 1, 0}, 1))
                .hasMessage("series with 1 local maxima; a time between them needs 2");
    }

    @Test
    void timesAndRatiosOutOfRangeAreRefused() {
        assertThatThrownBy(() -> new Sampling(0, 1))
                .hasMessage("natural time 0.0; accepted is above 0");
        assertThatThrownBy(() -> new Sampling(1, Double.NaN))
                .hasMessage("step NaN; accepted is above 0");
        assertThatThrownBy(() -> new Sampling(1, 1).interval(5, -0.4))
                .hasMessage("ratio of pattern time to natural time -0.4; accepted is above 0");
        assertThatThrownBy(() -> new Sampling(1, 1).interval(1, 0.4))
                .hasMessage("order 1; accepted is 3 to 8");
    }
}
