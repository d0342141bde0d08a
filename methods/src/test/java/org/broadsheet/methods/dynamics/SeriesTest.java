package org.broadsheet.methods.dynamics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.broadsheet.methods.fourier.Fourier;
import org.junit.jupiter.api.Test;

class SeriesTest {
    @Test
    void aMapBeginsWithItsStart() {
        assertThat(Maps.logistic(4, 0.1, 3)).containsExactly(0.1, 4.0 * 0.1 * 0.9, 4 * 0.36 * 0.64);
        assertThat(Maps.asymmetricTent(0.25, 0.125, 3)).containsExactly(0.125, 0.5, 0.5 / 0.75);
        assertThat(Maps.henon(1.4, 0.3, 1, 1, 2)).containsExactly(1, 1 - 1.4 + 1);
    }

    @Test
    void theLorenzSystemRestsInItsFixedPoint() {
        double c = Math.sqrt(72);
        TimeSeries rest =
                new Lorenz(10, 28, 8 / 3.0).byForwardEuler(new double[] {c, c, 27}, 0.001, 100);
        assertThat(rest.column("x")[99]).isCloseTo(c, within(1e-9));
        assertThat(rest.column("z")[99]).isCloseTo(27, within(1e-9));
    }

    @Test
    void theDoublePendulumKeepsItsEnergy() {
        double[] energy =
                new DoublePendulum(Math.toRadians(120), Math.toRadians(-10))
                        .motion(1 / 64.0, 640)
                        .column("energy");
        // The method's tolerance is 1e-11 a step, some thousand steps.
        for (double e : energy) {
            assertThat(e).isCloseTo(energy[0], within(1e-7));
        }
    }

    /// Small swings: the slow mode has ω² = g (2 - √2).
    @Test
    void aDoublePendulumSwingsSlowlyInItsSlowMode() {
        double small = 1e-4;
        double omega = Math.sqrt(DoublePendulum.GRAVITY * (2 - Math.sqrt(2)));
        double[] x1 =
                new DoublePendulum(small, Math.sqrt(2) * small).motion(0.01, 500).column("x1");
        for (int i = 0; i < x1.length; i++) {
            assertThat(x1[i]).isCloseTo(small * Math.cos(omega * 0.01 * i), within(1e-10));
        }
    }

    @Test
    void aSineReturnsAfterItsPeriod() {
        double[] wave = Sine.wave(2, 8, 9);
        assertThat(wave[0]).isZero();
        assertThat(wave[1]).isEqualTo(1);
        assertThat(wave[4]).isCloseTo(0, within(1e-15));
        assertThat(wave[5]).isCloseTo(1, within(1e-15));
    }

    @Test
    void noiseHasMeanZeroAndDeviationOne() {
        for (Noise colour : Noise.values()) {
            double[] series = colour.series(1_000, new Random(1));
            assertThat(series).hasSize(1_000);
            assertThat(Arrays.stream(series).sum()).isCloseTo(0, within(1e-9));
            assertThat(Arrays.stream(series).map(x -> x * x).sum()).isCloseTo(1_000, within(1e-9));
        }
    }

    /// Between two octaves of a periodogram, averaged over 50 seeds. The sum over an octave has
    /// some 12,800 independent terms, so its logarithm scatters by 0.013 in base 2.
    @Test
    void thePowerOfNoiseFollowsItsColour() {
        for (Noise colour : Noise.values()) {
            double low = 0;
            double high = 0;
            for (int seed = 0; seed < 50; seed++) {
                // A power of two, windowed, so that what leaks stays below what is measured.
                double[] series = windowed(colour.series(4_096, new Random(seed)));
                double[] imaginary = new double[4_096];
                Fourier.ofLength(4_096).forward(series, imaginary);
                low += power(series, imaginary, 256, 512);
                high += power(series, imaginary, 512, 1_024);
            }
            // An octave higher has twice the lines and 2^-β the power in each.
            double exponent = 1 - Math.log(high / low) / Math.log(2);
            assertThat(exponent).isCloseTo(colour.exponent(), within(0.06));
        }
    }

    @Test
    void valuesOutOfRangeAreRefused() {
        assertThatThrownBy(() -> Maps.logistic(4.1, 0.1, 5))
                .hasMessage("growth rate 4.1; accepted is 0.0 to 4.0");
        assertThatThrownBy(() -> Maps.asymmetricTent(0.2, 1.5, 5))
                .hasMessage("start 1.5; accepted is 0.0 to 1.0");
        assertThatThrownBy(() -> Maps.logistic(4, 0.1, 0))
                .hasMessage("length 0; accepted is 1 or more");
        assertThatThrownBy(() -> Maps.henon(1.4, 0.3, 9, 9, 100))
                .isInstanceOf(ArithmeticException.class)
                .hasMessageContaining("diverges");
        assertThatThrownBy(() ->
                        new Lorenz(10, 28, 2.667).byForwardEuler(new double[] {0, 1, 1}, 1, 1_000))
                .isInstanceOf(ArithmeticException.class)
                .hasMessageContaining("take a smaller one");
        assertThatThrownBy(() -> new Lorenz(10, 28, 2.667).byForwardEuler(new double[2], 0.01, 9))
                .hasMessage("a start of 2 numbers; accepted are 3: x, y, z");
        assertThatThrownBy(() -> new DoublePendulum(Double.NaN, 0))
                .hasMessageContaining("accepted are finite ones");
        assertThatThrownBy(() -> Sine.wave(0, 10, 5))
                .hasMessage("frequency 0.0 and rate 10.0; accepted is above 0");
        assertThatThrownBy(() -> Noise.PINK.series(1, new Random(1)))
                .hasMessage("length 1; accepted is 2 to 16777216");
    }

    private static double[] windowed(double[] series) {
        double[] windowed = new double[series.length];
        Arrays.setAll(
                windowed,
                i -> series[i] * Math.pow(Math.sin(Math.PI * (i + 0.5) / series.length), 2));
        return windowed;
    }

    private static double power(double[] real, double[] imaginary, int from, int to) {
        double sum = 0;
        for (int k = from; k < to; k++) {
            sum += real[k] * real[k] + imaginary[k] * imaginary[k];
        }
        return sum;
    }
}
