package org.broadsheet.methods.schroedinger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SplitStepTest {
    private static final Grid GRID = CanonicalCase.grid();
    private static final Soliton SOLITON = new Soliton(2, 1, -10);
    private static final double[] TIMES = {0, 20};

    @ParameterizedTest
    @CsvSource({
        "STRANG, 2000, 4000",
        "YOSHIDA, 1000, 2000",
        "BLANES_MOAN_4, 500, 1000",
        "BLANES_MOAN_6, 500, 1000",
        "KAHAN_LI, 500, 1000"
    })
    void theErrorFallsWithTheOrder(Splitting splitting, int few, int many) {
        double measured = Math.log(error(splitting, few) / error(splitting, many)) / Math.log(2);
        // The higher terms of the error are not yet nothing at these steps.
        assertThat(measured).isCloseTo(splitting.order(), within(0.5));
    }

    // Measured in numpy with the same splitting: 8.2e-5, 5.1e-6 and 3.2e-7.
    @ParameterizedTest
    @CsvSource({"2000, 8.2e-5", "4000, 5.1e-6", "8000, 3.2e-7"})
    void yoshidasErrorIsThatOfThePeer(int steps, double peers) {
        assertThat(error(Splitting.YOSHIDA, steps)).isCloseTo(peers, within(0.02 * peers));
    }

    @ParameterizedTest
    @EnumSource(Splitting.class)
    void massIsKeptWhateverTheStep(Splitting splitting) {
        var waves = evolve(splitting, 100).waves();
        // Rounding of some thousand factors of modulus 1.
        assertThat(Drift.of(waves, wave -> Invariants.spectral(wave).mass())).isLessThan(1e-12);
    }

    @Test
    void theTimesAskedForAreReachedWithStepsNoLonger() {
        var split = new SplitStep(Splitting.BLANES_MOAN_6, 0.03);
        double[] times = {0, 0.1, 0.15, 1};
        var evolution =
                split.evolve(
                        new NonlinearSchroedinger(GRID, Filter.none()), SOLITON.at(GRID, 0), times);
        assertThat(evolution.steps()).isEqualTo(4 + 2 + 29);
        for (int i = 0; i < times.length; i++) {
            Wave exact = SOLITON.at(GRID, times[i]);
            // 500 steps of 0.04 to t = 20 err by 8e-6.
            assertThat(evolution.waves().get(i).distance(exact)).isLessThan(1e-6);
        }
    }

    @Test
    void theSumsOfItsPartsAreOne() {
        for (Splitting splitting : Splitting.values()) {
            assertThat(sum(splitting.linear())).isCloseTo(1, within(1e-14));
            assertThat(sum(splitting.nonlinear())).isCloseTo(1, within(1e-14));
            assertThat(splitting.linear()).hasSize(splitting.nonlinear().length + 1);
        }
    }

    @Test
    void turningByAnyAngleKeepsTheModulusAndTurnsRight() {
        for (double angle = -50; angle < 50; angle += 0.37) {
            double[] re = {3};
            double[] im = {4};
            new Rotation(1).byDensity(re, im, angle / 25);
            // The angle of the oracle is rounded too: 50 radians have an ulp of 7e-15.
            assertThat(re[0]).isCloseTo(3 * Math.cos(angle) - 4 * Math.sin(angle), within(1e-13));
            assertThat(im[0]).isCloseTo(3 * Math.sin(angle) + 4 * Math.cos(angle), within(1e-13));
        }
    }

    @Test
    void aFilterIsRefused() {
        var equation = new NonlinearSchroedinger(GRID, Filter.ofPaper());
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new SplitStep(Splitting.STRANG, 0.1)
                                .evolve(equation, SOLITON.at(GRID, 0), TIMES))
                .withMessageContaining("SMOOTH")
                .withMessageContaining("without a filter");
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY})
    void aStepOutOfRangeIsRefusedByValue(double step) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SplitStep(Splitting.STRANG, step))
                .withMessageContaining("a step of " + step);
    }

    @Test
    void aStepTooSmallForTheTimeIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new SplitStep(Splitting.STRANG, 1e-12)
                                .evolve(
                                        new NonlinearSchroedinger(GRID, Filter.none()),
                                        SOLITON.at(GRID, 0),
                                        TIMES))
                .withMessageContaining("1.0E-12");
    }

    @Test
    void numbersThatOverflowEndInAnError() {
        Wave huge = Wave.of(GRID, _ -> 1e200, _ -> 0);
        assertThatExceptionOfType(DivergenceException.class)
                .isThrownBy(() ->
                        new SplitStep(Splitting.STRANG, 0.1)
                                .evolve(
                                        new NonlinearSchroedinger(GRID, Filter.none()),
                                        huge,
                                        TIMES))
                .withMessageContaining("by t = 20.0");
    }

    private static double error(Splitting splitting, int steps) {
        return evolve(splitting, steps).last().distance(SOLITON.at(GRID, 20));
    }

    private static Integrator.Evolution evolve(Splitting splitting, int steps) {
        return new SplitStep(splitting, 20.0 / steps)
                .evolve(new NonlinearSchroedinger(GRID, Filter.none()), SOLITON.at(GRID, 0), TIMES);
    }

    private static double sum(double[] parts) {
        double sum = 0;
        for (double part : parts) {
            sum += part;
        }
        return sum;
    }
}
