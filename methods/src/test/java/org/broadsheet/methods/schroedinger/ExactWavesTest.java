package org.broadsheet.methods.schroedinger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The integration beside solutions in closed form.
class ExactWavesTest {
    private static final Soliton SOLITON = new Soliton(2, 1, -10);
    private static final PlaneWave PLANE = new PlaneWave(1);

    @Test
    void withoutAFilterASolitonIsExactToElevenDigits() {
        Grid grid = CanonicalCase.grid();
        Wave end = solitonAtTwenty(grid, Filter.none(), DormandPrince853.ofPaper());
        // Measured 5.9e-12 in numpy.
        assertThat(end.distance(SOLITON.at(grid, 20))).isLessThan(1e-11);
        assertThat(Invariants.spectral(end).energy())
                .isCloseTo(Invariants.spectral(SOLITON.at(grid, 0)).energy(), within(1e-12));
    }

    @Test
    void withTheFilterTheFilterSetsTheError() {
        Grid grid = CanonicalCase.grid();
        Wave end = solitonAtTwenty(grid, Filter.ofPaper(), DormandPrince853.ofPaper());
        Wave tighter =
                solitonAtTwenty(grid, Filter.ofPaper(), new DormandPrince853(1e-12, 1e-14, 0.1));
        // Measured 7.8e-7 in numpy, with either tolerance.
        assertThat(end.distance(SOLITON.at(grid, 20))).isCloseTo(7.8e-7, within(2e-8));
        assertThat(tighter.distance(SOLITON.at(grid, 20))).isCloseTo(7.8e-7, within(2e-8));
    }

    @Test
    void halfThePointsAreTooFewForTheFilteredSoliton() {
        Grid grid = new Grid(50, 256);
        Wave end = solitonAtTwenty(grid, Filter.ofPaper(), DormandPrince853.ofPaper());
        // Measured 3.9e-2 in numpy.
        assertThat(end.distance(SOLITON.at(grid, 20))).isCloseTo(3.9e-2, within(1e-3));
    }

    @Test
    void twoSolitonsPassWithTheShiftOfTheory() {
        Grid grid = new Grid(80, 1024);
        var fast = new Soliton(2, 2, -10);
        var back = new Soliton(1.5, -2, 10);
        Wave start = fast.at(grid, 0).plus(back.at(grid, 0));
        Wave end =
                DormandPrince853.ofPaper()
                        .evolve(
                                new NonlinearSchroedinger(grid, Filter.none()),
                                start,
                                new double[] {0, 10})
                        .last();
        assertThat(fast.shiftBy(back)).isCloseTo(0.276500, within(1e-6));
        assertThat(back.shiftBy(fast)).isCloseTo(-0.368667, within(1e-6));
        // Each is now where the other began; measured 0.276499 and -0.368670 in numpy with the
        // filter.
        // A shift ahead is to the left for the one that moves to the left.
        assertThat(centroid(end, 0, 40) - 10).isCloseTo(fast.shiftBy(back), within(1e-8));
        assertThat(centroid(end, -40, 0) + 10).isCloseTo(back.shiftBy(fast), within(1e-8));
    }

    @Test
    void theAkhmedievBreatherRisesToItsPeak() {
        var breather = new AkhmedievBreather(0.25);
        Grid grid = new Grid(4 * breather.period(), 256);
        assertThat(breather.peak()).isCloseTo(1 + Math.sqrt(2), within(1e-15));
        Wave end = atZero(breather, grid, Filter.ofPaper());
        // Measured 2.414213512 and 5e-8 in numpy with the filter.
        assertThat(highest(end)).isCloseTo(2.414213512, within(1e-9));
        assertThat(end.distance(breather.at(grid, 0))).isCloseTo(5e-8, within(2e-9));
        assertThat(atZero(breather, grid, Filter.none()).distance(breather.at(grid, 0)))
                .isLessThan(1e-11);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.354, 0.5, 1, 1.4142135623730951, 1.8, 1.95})
    void aSmallModulationGrowsAtTheRateOfTheory(double wavenumber) {
        Grid grid = new Grid(8 * Math.PI / wavenumber, 256);
        double rate = PLANE.growthRate(wavenumber);
        double time = 2 / rate;
        var waves =
                DormandPrince853.ofPaper()
                        .evolve(
                                new NonlinearSchroedinger(grid, Filter.ofPaper()),
                                PLANE.modulated(grid, wavenumber, 1e-8),
                                new double[] {0, time})
                        .waves();
        double grown = Math.log(fourth(waves.getLast()) / fourth(waves.getFirst())) / time;
        // The tolerance 1e-9 of the integration beside a modulation of 1e-8 times the growth e²
        // leaves
        // seven digits and more; what is not linear is of size 1e-16.
        assertThat(grown).isCloseTo(rate, within(1e-7));
    }

    @Test
    void theGrowthIsFastestAtRootTwo() {
        assertThat(PLANE.growthRate(PLANE.fastest())).isCloseTo(1, within(1e-15));
        assertThat(PLANE.growthRate(2)).isZero();
        assertThat(PLANE.growthRate(3)).isZero();
    }

    @Test
    void aPlaneWaveOnlyTurns() {
        Grid grid = new Grid(10, 32);
        Wave end =
                DormandPrince853.ofPaper()
                        .evolve(
                                new NonlinearSchroedinger(grid, Filter.none()),
                                PLANE.at(grid, 0),
                                new double[] {0, 3})
                        .last();
        assertThat(end.distance(PLANE.at(grid, 3))).isLessThan(1e-9);
    }

    @ParameterizedTest
    @CsvSource({"0", "-1", "NaN", "Infinity"})
    void anAmplitudeThatIsNotPositiveIsRefusedByValue(double amplitude) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Soliton(amplitude, 0, 0))
                .withMessageContaining("amplitude " + amplitude);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PlaneWave(amplitude))
                .withMessageContaining("amplitude " + amplitude);
    }

    @Test
    void otherBadValuesAreRefusedByName() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new AkhmedievBreather(0.5))
                .withMessageContaining("a = 0.5");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Soliton(1, Double.NaN, 0))
                .withMessageContaining("velocity NaN");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SOLITON.shiftBy(new Soliton(1, 1, 0)))
                .withMessageContaining("velocity 1.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PLANE.modulated(CanonicalCase.grid(), 2.5, 1e-3))
                .withMessageContaining("wave number 2.5");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PLANE.growthRate(-1))
                .withMessageContaining("-1.0");
    }

    private static Wave solitonAtTwenty(Grid grid, Filter filter, DormandPrince853 method) {
        return method.evolve(
                        new NonlinearSchroedinger(grid, filter),
                        SOLITON.at(grid, 0),
                        new double[] {0, 20})
                .last();
    }

    private static Wave atZero(AkhmedievBreather breather, Grid grid, Filter filter) {
        return DormandPrince853.ofPaper()
                .evolve(
                        new NonlinearSchroedinger(grid, filter),
                        breather.at(grid, -5),
                        new double[] {-5, 0})
                .last();
    }

    private static double highest(Wave wave) {
        return Math.sqrt(Arrays.stream(wave.densities()).max().orElseThrow());
    }

    /// The size of the coefficient of four periods on the grid.
    private static double fourth(Wave wave) {
        double[] spectrum = wave.spectrum();
        return Math.hypot(spectrum[4], spectrum[wave.grid().points() + 4]);
    }

    private static double centroid(Wave wave, double from, double to) {
        double mass = 0;
        double moment = 0;
        for (int j = 0; j < wave.grid().points(); j++) {
            double x = wave.grid().x(j);
            if (x > from && x < to) {
                mass += wave.density(j);
                moment += x * wave.density(j);
            }
        }
        return moment / mass;
    }
}
