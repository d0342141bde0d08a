package org.broadsheet.methods.shift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CurveFitTest {
    private static final double ROUNDING = 1e-10;
    private static final double[] X =
            IntStream.range(0, 50).mapToDouble(i -> 0.5 + i / 100.0).toArray();

    @Test
    void pointsOnAParabolaGiveItBack() {
        double[] y = Arrays.stream(X).map(x -> 2 - 3 * x + 4 * x * x).toArray();

        CurveFit fit = CurveFit.through(X, y);

        assertThat(fit.parabola()).containsExactly(new double[] {2, -3, 4}, within(ROUNDING));
        assertThat(fit.parabolaDetermination()).isCloseTo(1, within(ROUNDING));
        assertThat(fit.at(0.7)).isCloseTo(2 - 2.1 + 1.96, within(ROUNDING));
    }

    @Test
    void pointsOnALineDoNotBend() {
        double[] y = Arrays.stream(X).map(x -> 1 + 2 * x).toArray();

        CurveFit fit = CurveFit.through(X, y);

        assertThat(fit.line()).containsExactly(new double[] {1, 2}, within(ROUNDING));
        assertThat(fit.gain()).isCloseTo(0, within(ROUNDING));
        assertThat(fit.bend()).isCloseTo(0, within(1e-8));
    }

    @Test
    void aParabolaAroundItsMiddleHasNoLineInIt() {
        double[] x = {-2, -1, 0, 1, 2};
        double[] y = {4, 1, 0, 1, 4};

        CurveFit fit = CurveFit.through(x, y);

        assertThat(fit.lineDetermination()).isCloseTo(0, within(ROUNDING));
        assertThat(fit.gain()).isCloseTo(1, within(ROUNDING));
    }

    @Test
    void noiseAroundALineBendsNoMoreThanChance() {
        SplittableRandom random = new SplittableRandom(8);
        int overEleven = 0;
        for (int i = 0; i < 1_000; i++) {
            double[] y = Arrays.stream(X).map(x -> x + 0.1 * random.nextGaussian()).toArray();
            overEleven += CurveFit.through(X, y).statistic() > 11 ? 1 : 0;
        }

        // F(1, 47) is over 11 in 0.18 % of samples: 7 of 1,000 are four standard errors.
        assertThat(overEleven).isLessThanOrEqualTo(7);
    }

    @Test
    void theBootstrapIntervalHoldsTheTrueBendAndShrinksWithoutNoise() {
        SplittableRandom random = new SplittableRandom(9);
        double[] y = Arrays.stream(X).map(x -> 5 * x * x + 0.05 * random.nextGaussian()).toArray();

        CurveFit.Interval interval = CurveFit.bendInterval(X, y, 300, random);

        assertThat(interval.low()).isBetween(3.0, 5.0);
        assertThat(interval.high()).isBetween(5.0, 7.0);
    }

    @Test
    void badInputIsNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CurveFit.through(new double[3], new double[3]))
                .withMessageContaining("3 x and 3 y; accepted are as many of both, 4 and more");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CurveFit.through(new double[5], new double[5]))
                .withMessageContaining("all 5 x are among [0.0]; a curve needs 3 different ones");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CurveFit.through(new double[] {1, 2, 3, 4}, new double[4]))
                .withMessageContaining("all 4 y are among [0.0]");
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        CurveFit.through(
                                new double[] {1, 2, 3, Double.NaN}, new double[] {1, 2, 3, 4}))
                .withMessageContaining("x holds NaN");
    }

    @Test
    void probitsAreTheQuantilesOfTheNormalDistribution() {
        // Abramowitz and Stegun, table 26.5, and symmetry.
        assertThat(Probit.of(0.975)).isCloseTo(1.959963984540054, within(1e-12));
        assertThat(Probit.of(0.5)).isCloseTo(0, within(1e-15));
        assertThat(Probit.of(0.1)).isCloseTo(-Probit.of(0.9), within(1e-12));
        assertThat(Probit.ofAccuracy(1, 200)).isEqualTo(Probit.of(1 - 0.0025));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Probit.of(1))
                .withMessageContaining("the probit of 1.0");
    }
}
