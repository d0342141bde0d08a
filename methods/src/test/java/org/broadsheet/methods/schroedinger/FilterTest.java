package org.broadsheet.methods.schroedinger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FilterTest {
    private static final Grid COARSE = new Grid(10, 64);
    private static final Grid FINE = new Grid(10, 256);

    @Test
    void theSmoothFilterIsThePapers() {
        Grid grid = CanonicalCase.grid();
        double[] sigma = Filter.ofPaper().on(grid);
        double edge = 2 * Math.PI * 512 / (3 * 50);
        for (int m = 0; m < 512; m++) {
            double k = Math.abs(grid.wavenumber(m));
            assertThat(sigma[m]).isCloseTo(Math.exp(-36 * Math.pow(k / edge, 36)), within(1e-12));
        }
        assertThat(sigma[0]).isEqualTo(1);
        // The edge lies at 170.7: still something before it, less than rounding after it.
        assertThat(sigma[160]).isGreaterThan(0.01);
        assertThat(sigma[173]).isLessThan(1e-16);
    }

    @Test
    void aCutAtTwoThirdsRemovesTheAliasingOfAProductOfTwo() {
        assertThat(aliasing(2.0 / 3, 2)).isLessThan(1e-13);
    }

    @Test
    void aCutAtTwoThirdsLeavesThatOfAProductOfThree() {
        assertThat(aliasing(2.0 / 3, 3)).isGreaterThan(1e-2);
    }

    @Test
    void aCutAtOneHalfRemovesThatOfAProductOfThree() {
        assertThat(aliasing(0.5, 3)).isLessThan(1e-13);
    }

    @Test
    void aWiderCutLeavesThatOfAProductOfTwo() {
        assertThat(aliasing(0.9, 2)).isGreaterThan(1e-2);
    }

    @Test
    void withACutAtOneHalfMomentumIsKeptToo() {
        // Aliasing breaks the translation symmetry; the cut at one half brings momentum back.
        double[] times = {0, 2};
        double cut = momentumDrift(Filter.cutAt(0.5), times);
        double wide = momentumDrift(Filter.none(), times);
        assertThat(cut).isLessThan(1e-9);
        assertThat(wide).isGreaterThan(1e-5);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -0.5, 1.1, Double.NaN})
    void aFractionOutOfRangeIsRefusedByValue(double fraction) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Filter.cutAt(fraction))
                .withMessageContaining("a filter at " + fraction);
    }

    private static double momentumDrift(Filter filter, double[] times) {
        Grid grid = new Grid(10, 32);
        var equation = new NonlinearSchroedinger(grid, filter);
        Wave start = new Soliton(2, 2 * Math.PI / 5, 0).at(grid, 0);
        if (filter.shape() == Filter.Shape.CUT) {
            start = below(8, start);
        }
        var waves = new DormandPrince853(1e-12, 1e-13, 0.1).evolve(equation, start, times).waves();
        return Drift.of(waves, wave -> Invariants.spectral(wave).momentum());
    }

    /// The wave with the coefficients from a number on taken away.
    private static Wave below(int edge, Wave wave) {
        Grid grid = wave.grid();
        double[] spectrum = wave.spectrum();
        int n = grid.points();
        for (int m = edge; m <= n - edge; m++) {
            spectrum[m] = 0;
            spectrum[n + m] = 0;
        }
        return Wave.ofSpectrum(grid, spectrum);
    }

    /// How much a product of random waves below the cut differs, below the cut, between a coarse
    /// grid and one on which nothing is aliased; relative to the product.
    private static double aliasing(double fraction, int factors) {
        int edge = (int) Math.ceil(fraction * COARSE.points() / 2);
        double[] coarse = productOf(factors, COARSE, edge);
        double[] fine = productOf(factors, FINE, edge);
        double difference = 0;
        double size = 0;
        for (int m = 1 - edge; m < edge; m++) {
            for (int part = 0; part <= 1; part++) {
                int n = COARSE.points();
                double ofCoarse = coarse[part * n + Math.floorMod(m, n)] / n;
                n = FINE.points();
                double ofFine = fine[part * n + Math.floorMod(m, n)] / n;
                difference = Math.max(difference, Math.abs(ofCoarse - ofFine));
                size = Math.max(size, Math.abs(ofFine));
            }
        }
        return difference / size;
    }

    /// The spectrum of ψ² or |ψ|²ψ for a random wave of coefficients below the edge.
    private static double[] productOf(int factors, Grid grid, int edge) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(3);
        int n = grid.points();
        double[] spectrum = new double[2 * n];
        for (int m = 1 - edge; m < edge; m++) {
            spectrum[Math.floorMod(m, n)] = n * random.nextGaussian();
            spectrum[n + Math.floorMod(m, n)] = n * random.nextGaussian();
        }
        Wave wave = Wave.ofSpectrum(grid, spectrum);
        double[] re = new double[n];
        double[] im = new double[n];
        for (int j = 0; j < n; j++) {
            double x = wave.re(j);
            double y = wave.im(j);
            re[j] = factors == 2 ? x * x - y * y : wave.density(j) * x;
            im[j] = factors == 2 ? 2 * x * y : wave.density(j) * y;
        }
        return Wave.of(grid, re, im).spectrum();
    }
}
