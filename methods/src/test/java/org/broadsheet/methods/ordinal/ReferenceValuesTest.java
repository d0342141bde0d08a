package org.broadsheet.methods.ordinal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.broadsheet.methods.dynamics.DoublePendulum;
import org.broadsheet.methods.dynamics.Lorenz;
import org.broadsheet.methods.dynamics.Maps;
import org.broadsheet.methods.dynamics.Noise;
import org.broadsheet.methods.dynamics.Sine;
import org.junit.jupiter.api.Test;

/// Entropy and complexity as the paper's authors' program printed them, 32,768 samples each.
class ReferenceValuesTest {
    private static final int LENGTH = 32_768;

    /// Half a unit of the last printed digit, and as much again for its rounding.
    private static final Offset<Double> PRINTED = within(1e-8);

    /// Exact ties of the sine are decided by the last bit of sin; a change of one moved the figures
    /// by up to 5e-4.
    private static final Offset<Double> SINE = within(1e-3);

    /// Printed: 0.61550822, 0.40426376, 30 patterns. Their program squares by the C library's pow,
    /// which rounds one square in 1,200 to the neighbour of x · x, first here at iteration 2,601:
    /// from there on it is another orbit. So the printed values are looked for among orbits from
    /// nearby starts.
    @Test
    void theHenonMapScattersAroundThePrintedValues() {
        PatternCounts[] orbits =
                IntStream.range(0, 20)
                        .mapToObj(i -> Maps.henon(1.4, 0.3, 1 + 1e-9 * i, 1, LENGTH))
                        .map(series -> patterns(5, 1, series))
                        .toArray(PatternCounts[]::new);
        assertThat(orbits[0].seen()).isEqualTo(30);
        assertAmong(
                Arrays.stream(orbits).map(PatternCounts::point).toArray(EntropyComplexity[]::new),
                0.61550822,
                0.40426376);
    }

    @Test
    void theLogisticMapHasThePrintedValuesAtThreeOrders() {
        double[] series = Maps.logistic(4, 0.1, LENGTH);
        PatternCounts five = patterns(5, 1, series);
        assertPoint(five, 0.67965271, 0.39940290, PRINTED);
        assertThat(five.seen()).isEqualTo(31);
        PatternCounts four = patterns(4, 1, series);
        assertPoint(four, 0.73919311, 0.29174887, PRINTED);
        assertThat(four.seen()).isEqualTo(12);
        PatternCounts six = patterns(6, 1, series);
        assertPoint(six, 0.62913921, 0.48419592, PRINTED);
        assertThat(six.seen()).isEqualTo(75);
    }

    @Test
    void theAsymmetricTentMapHasThePrintedValues() {
        PatternCounts patterns = patterns(5, 1, Maps.asymmetricTent(0.1847, 0.1, LENGTH));
        assertPoint(patterns, 0.52779668, 0.36753763, PRINTED);
        assertThat(patterns.seen()).isEqualTo(31);
    }

    @Test
    void aSineMovesThroughThePlaneWithItsIntervalAsPrinted() {
        double[] series = Sine.wave(1, 1000, LENGTH);
        assertPoint(patterns(5, 1, series), 0.15444902, 0.14769539, SINE);
        assertPoint(patterns(5, 100, series), 0.51129155, 0.39122337, SINE);
        assertPoint(patterns(5, 125, series), 0.54317662, 0.41203631, SINE);
    }

    /// Printed: 0.71185875, 0.37462055. Rounding leads a chaotic orbit elsewhere within seconds, so
    /// the test is whether the printed values are among those of orbits from nearby starts: within
    /// four standard deviations of twenty of them.
    @Test
    void theLorenzSystemByForwardEulerScattersAroundThePrintedValues() {
        EntropyComplexity[] points =
                IntStream.range(0, 20)
                        .mapToObj(i -> new double[] {1e-6 * i, 1, 1.05})
                        .map(start -> new Lorenz(10, 28, 2.667).byForwardEuler(start, 0.01, LENGTH))
                        .map(lorenz -> patterns(5, 15, lorenz.column("x")).point())
                        .toArray(EntropyComplexity[]::new);
        assertAmong(points, 0.71185875, 0.37462055);
    }

    /// Printed: 0.58892162, 0.38445141 for ten seconds from 120° and -10°, by an integrator with a
    /// tolerance of 1e-3: not the digits of a pendulum, but of one like it. So are those of
    /// pendulums released up to half a degree away.
    @Test
    void theDoublePendulumScattersAroundThePrintedValues() {
        EntropyComplexity[] points =
                IntStream.rangeClosed(-10, 10)
                        .mapToObj(i -> Math.toRadians(120 + 0.05 * i))
                        .map(upper -> new DoublePendulum(upper, Math.toRadians(-10)))
                        .map(pendulum -> pendulum.motion(1.0 / 64, 640))
                        .map(motion -> patterns(5, 11, motion.column("x2")).point())
                        .toArray(EntropyComplexity[]::new);
        assertAmong(points, 0.58892162, 0.38445141);
    }

    /// The generator behind the printed row is another one; the distance of the entropy from 1
    /// follows from the length alone.
    @Test
    void whiteNoiseScattersAroundThePrintedValues() {
        EntropyComplexity[] points =
                IntStream.range(0, 20)
                        .mapToObj(seed -> Noise.normal(LENGTH, new Random(seed)))
                        .map(noise -> patterns(5, 1, noise).point())
                        .toArray(EntropyComplexity[]::new);
        assertAmong(points, 0.99946631, 0.00095302);
    }

    private static PatternCounts patterns(int order, int interval, double[] series) {
        return new PermutationEntropy(order, interval).patterns(series);
    }

    private static void assertPoint(
            PatternCounts patterns, double entropy, double complexity, Offset<Double> tolerance) {
        assertThat(patterns.point().entropy()).isCloseTo(entropy, tolerance);
        assertThat(patterns.point().complexity()).isCloseTo(complexity, tolerance);
    }

    private static void assertAmong(EntropyComplexity[] points, double entropy, double complexity) {
        assertAmong(Arrays.stream(points).mapToDouble(EntropyComplexity::entropy), entropy);
        assertAmong(Arrays.stream(points).mapToDouble(EntropyComplexity::complexity), complexity);
    }

    /// Within four standard deviations of the mean, and those are small.
    private static void assertAmong(DoubleStream values, double printed) {
        double[] all = values.toArray();
        double mean = Arrays.stream(all).average().orElseThrow();
        double variance =
                Arrays.stream(all).map(x -> (x - mean) * (x - mean)).sum() / (all.length - 1);
        assertThat(printed).isCloseTo(mean, within(4 * Math.sqrt(variance)));
        assertThat(Math.sqrt(variance)).isLessThan(0.05);
    }
}
