package org.broadsheet.methods.ordinal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class EntropyComplexityPlaneTest {
    private static final EntropyComplexityPlane PLANE = new EntropyComplexityPlane(5);

    @Test
    void thePeriodicLimitsOfOrderFiveAreThePapers() {
        assertThat(PLANE.periodicMinimum()).isCloseTo(0.144783, within(5e-7));
        assertThat(PLANE.periodicMaximum()).isCloseTo(0.551240, within(5e-7));
    }

    @Test
    void theSummitOfOrderFiveIsTheReferences() {
        assertThat(PLANE.summit().complexity()).isCloseTo(0.424820, within(5e-7));
    }

    @Test
    void noPointOfTheUpperLimitIsAboveTheSummit() {
        assertThat(PLANE.upperLimit(2_000))
                .allSatisfy(point ->
                        assertThat(point.complexity())
                                .isLessThanOrEqualTo(PLANE.summit().complexity() + 1e-6));
    }

    @Test
    void bothLimitsMeetAtTheEnds() {
        for (double end : new double[] {0, 1}) {
            assertThat(PLANE.leastComplexity(end)).isCloseTo(0, within(1e-6));
            assertThat(PLANE.greatestComplexity(end)).isCloseTo(0, within(1e-6));
        }
    }

    @Test
    void equalSharesOfSomePatternsAreOnTheUpperLimit() {
        int[] counts = new int[120];
        for (int seen = 1; seen < 120; seen++) {
            counts[seen - 1] = 1;
            EntropyComplexity point = new PatternCounts(5, counts).point();
            assertThat(PLANE.greatestComplexity(point.entropy()))
                    .isCloseTo(point.complexity(), within(1e-9));
        }
    }

    @Test
    void onePatternThatStandsOutIsOnTheLowerLimit() {
        int[] counts = new int[120];
        Arrays.fill(counts, 1);
        for (int outstanding = 2; outstanding < 100_000; outstanding *= 3) {
            counts[17] = outstanding;
            EntropyComplexity point = new PatternCounts(5, counts).point();
            assertThat(PLANE.leastComplexity(point.entropy()))
                    .isCloseTo(point.complexity(), within(1e-9));
        }
    }

    @Test
    void valuesOutOfRangeAreRefused() {
        assertThatThrownBy(() -> PLANE.leastComplexity(1.5))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("entropy 1.5; accepted is 0 to 1");
        assertThatThrownBy(() -> PLANE.greatestComplexity(Double.NaN))
                .hasMessage("entropy NaN; accepted is 0 to 1");
        assertThatThrownBy(() -> PLANE.upperLimit(1))
                .hasMessage("1 points; accepted are 2 or more");
        assertThatThrownBy(() -> new EntropyComplexityPlane(12))
                .hasMessage("order 12; accepted is 3 to 8");
        assertThatThrownBy(() -> new EntropyComplexity(-0.1, 0))
                .hasMessage("entropy -0.1; accepted is 0 to 1");
    }
}
