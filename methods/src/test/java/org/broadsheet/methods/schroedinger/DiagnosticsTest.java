package org.broadsheet.methods.schroedinger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DiagnosticsTest {
    private static final Grid GRID = CanonicalCase.grid();

    @Test
    void theInvariantsOfASolitonAreThoseOfTheory() {
        var invariants = Invariants.spectral(new Soliton(2, 1, -10).at(GRID, 0));
        // 2A, 2Av and Av² - A³/3; the trapezoid rule of a smooth periodic function errs by
        // rounding.
        assertThat(invariants.mass()).isCloseTo(4, within(1e-12));
        assertThat(invariants.momentum()).isCloseTo(4, within(1e-12));
        assertThat(invariants.energy()).isCloseTo(2 - 8.0 / 3, within(1e-12));
    }

    @Test
    void differencesMissTheEnergyOfThatSolitonByPercents() {
        var invariants = Invariants.byDifferences(new Soliton(2, 1, -10).at(GRID, 0));
        assertThat(invariants.mass()).isCloseTo(4, within(1e-12));
        // The error is of second order in A Δx = 0.2.
        assertThat(Math.abs(invariants.energy() / (2 - 8.0 / 3) - 1)).isBetween(0.01, 0.2);
    }

    @Test
    void withoutAFilterTheFilteredEnergyIsTheEnergy() {
        Wave wave = CanonicalCase.BREATHER.start(GRID);
        assertThat(Invariants.filteredEnergy(wave, Filter.none()))
                .isCloseTo(Invariants.spectral(wave).energy(), within(1e-11));
    }

    @Test
    void theEntropiesOfEqualWeightsAreTheirNumber() {
        double[] equal = new double[64];
        Arrays.fill(equal, 0.3);
        assertThat(Entropy.shannon(equal)).isCloseTo(Math.log(64), within(1e-13));
        assertThat(Entropy.renyi(2, equal)).isCloseTo(Math.log(64), within(1e-13));
        assertThat(Entropy.tsallis(2, equal)).isCloseTo(1 - 1.0 / 64, within(1e-13));
    }

    @Test
    void theEntropiesOfOneWeightAreZero() {
        double[] one = new double[64];
        one[5] = 7;
        assertThat(Entropy.shannon(one)).isZero();
        assertThat(Entropy.renyi(2, one)).isZero();
        assertThat(Entropy.tsallis(2, one)).isZero();
    }

    @Test
    void nearOrderOneTheOthersComeNearShannons() {
        double[] weights = {1, 2, 3, 4};
        double shannon = Entropy.shannon(weights);
        // The distance is of first order in 1e-6.
        assertThat(Entropy.renyi(1 + 1e-6, weights)).isCloseTo(shannon, within(1e-5));
        assertThat(Entropy.tsallis(1 + 1e-6, weights)).isCloseTo(shannon, within(1e-5));
    }

    @Test
    void badWeightsAndOrdersAreRefusedByValue() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Entropy.shannon(new double[] {1, -2}))
                .withMessageContaining("-2.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Entropy.shannon(new double[] {1, Double.NaN}))
                .withMessageContaining("NaN");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Entropy.shannon(new double[4]))
                .withMessageContaining("0.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Entropy.renyi(1, new double[] {1}))
                .withMessageContaining("order 1.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Entropy.tsallis(-1, new double[] {1}))
                .withMessageContaining("order -1.0");
    }

    @Test
    void aPhasePortraitCountsWholeTurns() {
        var plane = new PlaneWave(1);
        Grid grid = new Grid(10, 8);
        List<Wave> waves =
                IntStream.rangeClosed(0, 100).mapToObj(i -> plane.at(grid, 0.2 * i)).toList();
        var portrait = PhasePortrait.at(0.3, waves);
        assertThat(portrait.x()).isZero();
        assertThat(portrait.points()).hasSize(101);
        var last = portrait.points().getLast();
        assertThat(last.phase()).isCloseTo(20, within(1e-12));
        assertThat(last.modulus()).isCloseTo(1, within(1e-12));
        assertThat(last.re()).isCloseTo(Math.cos(20), within(1e-12));
        assertThat(last.im()).isCloseTo(Math.sin(20), within(1e-12));
    }

    @Test
    void aPlaceOutsideTheGridIsRefused() {
        List<Wave> waves = List.of(CanonicalCase.SOLITON.start(GRID));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PhasePortrait.at(26, waves))
                .withMessage("x = 26.0; accepted is -25.0 to 25.0");
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -50, Double.NaN, Double.POSITIVE_INFINITY})
    void aGridsLengthOutOfRangeIsRefusedByValue(double length) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Grid(length, 64))
                .withMessageContaining("length " + length);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 2, 500, -8})
    void aGridsPointsOutOfRangeAreRefusedByValue(int points) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Grid(50, points))
                .withMessageContaining("a grid of " + points + " points")
                .withMessageContaining("powers of two");
    }

    @Test
    void aWaveWithANumberThatIsNoneIsRefusedWithItsPlace() {
        double[] re = new double[8];
        re[4] = Double.NaN;
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Wave.of(new Grid(8, 8), re, new double[8]))
                .withMessage("the real part at x = 0.0 is NaN; accepted are finite numbers");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Wave.of(new Grid(8, 8), new double[7], new double[8]))
                .withMessage("7 real parts on a grid of 8 points");
    }

    @Test
    void wavesOfDifferentGridsDoNotMix() {
        Wave here = CanonicalCase.SOLITON.start(GRID);
        Wave there = CanonicalCase.SOLITON.start(new Grid(40, 512));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> here.plus(there))
                .withMessageContaining("the same grid");
        var equation = new NonlinearSchroedinger(GRID, Filter.none());
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        DormandPrince853.ofPaper().evolve(equation, there, new double[] {0, 1}))
                .withMessageContaining("the same grid");
    }

    // What numpy prints for RandomState(42).normal(size=3).
    @Test
    void theNoiseIsNumpys() {
        var noise = new LegacyGaussian(42);
        assertThat(noise.next()).isCloseTo(0.4967141530112327, within(1e-15));
        assertThat(noise.next()).isCloseTo(-0.13826430117118466, within(1e-15));
        assertThat(noise.next()).isCloseTo(0.6476885381006925, within(1e-15));
    }
}
