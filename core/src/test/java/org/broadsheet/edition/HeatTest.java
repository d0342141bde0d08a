package org.broadsheet.edition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class HeatTest {
    private static final double HALF_LIFE = Heat.HALF_LIFE.toSeconds();

    @Test
    void aVoteCountsHalfAfterOneHalfLife() {
        Heat heat = Heat.NONE.plus(1_000, 1);

        assertThat(heat.at(1_000)).isCloseTo(1, within(1e-12));
        assertThat(heat.at(1_000 + HALF_LIFE)).isCloseTo(0.5, within(1e-12));
    }

    @Property
    void theLogarithmAgreesWithThePlainSum(@ForAll("times") List<Double> times) {
        double now = 3e6;
        double sum = times.stream().mapToDouble(t -> Math.pow(2, -(now - t) / HALF_LIFE)).sum();

        // 1e-9: forty additions of logarithms that each round by about 1e-16 of some 20
        assertThat(heat(times).at(now)).isCloseTo(sum, within(1e-9 * Math.max(1, sum)));
    }

    @Property
    void oneMoreVoteNeverCools(
            @ForAll("times") List<Double> times, @ForAll @DoubleRange(max = 3e6) double vote) {
        assertThat(heat(times).plus(vote, 1)).isGreaterThanOrEqualTo(heat(times));
    }

    @Property
    void theOrderOfTwoPapersDoesNotDependOnTheMomentOfReading(
            @ForAll("times") List<Double> one,
            @ForAll("times") List<Double> other,
            @ForAll @IntRange(max = 3_000_000) int later) {
        int order = heat(one).compareTo(heat(other));
        double difference = heat(one).at(3e6 + later) - heat(other).at(3e6 + later);

        assertThat(Math.signum(difference)).isIn(0.0, (double) Integer.signum(order));
    }

    @Property
    void manyVotesAtOnceEqualThatManyVotes(
            @ForAll @IntRange(min = 1, max = 50) int votes,
            @ForAll @DoubleRange(max = 3e6) double at) {
        Heat oneByOne = Heat.NONE;
        for (int i = 0; i < votes; i++) {
            oneByOne = oneByOne.plus(at, 1);
        }

        assertThat(Heat.NONE.plus(at, votes).log2()).isCloseTo(oneByOne.log2(), within(1e-9));
    }

    @Test
    void noVotesLeaveTheHeatAsItWas() {
        assertThat(Heat.NONE.plus(5, 0)).isEqualTo(Heat.NONE);
        assertThat(Heat.NONE.at(5)).isZero();
    }

    @Provide
    Arbitrary<List<Double>> times() {
        return Arbitraries.doubles().between(0, 3e6).list().ofMaxSize(40);
    }

    private static Heat heat(List<Double> times) {
        Heat heat = Heat.NONE;
        for (double time : times) {
            heat = heat.plus(time, 1);
        }
        return heat;
    }
}
