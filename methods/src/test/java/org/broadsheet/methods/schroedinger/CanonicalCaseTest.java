package org.broadsheet.methods.schroedinger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.broadsheet.methods.schroedinger.Integrator.Evolution;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The four cases with the paper's grid, filter, tolerances and times, beside what the same method
/// in Python with scipy gives (measured once; the statistics are also those that the paper's
/// authors published).
class CanonicalCaseTest {
    private static final Map<CanonicalCase, Evolution> EVOLUTIONS =
            new EnumMap<>(CanonicalCase.class);

    @BeforeAll
    static void follow() {
        for (CanonicalCase start : CanonicalCase.values()) {
            Grid grid = CanonicalCase.grid();
            var equation = new NonlinearSchroedinger(grid, Filter.ofPaper());
            EVOLUTIONS.put(
                    start,
                    DormandPrince853.ofPaper()
                            .evolve(equation, start.start(grid), CanonicalCase.times()));
        }
    }

    // scipy also interpolates at the start, three evaluations more. Rounding may move a step.
    @ParameterizedTest
    @CsvSource({
        "SOLITON, 23354",
        "TWO_SOLITONS, 30110",
        "BREATHER, 34046",
        "MODULATION_INSTABILITY, 70718"
    })
    void itTakesAsManyEvaluationsAsScipy(CanonicalCase start, int scipys) {
        assertThat(evolution(start).evaluations()).isBetween(scipys - 60, scipys + 60);
    }

    // Twice what scipy gave, for another order of sums.
    @ParameterizedTest
    @CsvSource({
        "SOLITON, 1e-14",
        "TWO_SOLITONS, 1e-14",
        "BREATHER, 1e-14",
        "MODULATION_INSTABILITY, 4e-11"
    })
    void massIsKept(CanonicalCase start, double most) {
        assertThat(drift(start, Quantity.MASS)).isLessThan(most);
    }

    @ParameterizedTest
    @CsvSource({"TWO_SOLITONS, 9.6e-9", "BREATHER, 2.1e-9", "MODULATION_INSTABILITY, 2.1e-5"})
    void momentumDriftsAsWithScipy(CanonicalCase start, double scipys) {
        assertThat(drift(start, Quantity.MOMENTUM)).isCloseTo(scipys, within(0.05 * scipys));
    }

    @Test
    void momentumOfOneSolitonIsKeptUpToRounding() {
        assertThat(drift(CanonicalCase.SOLITON, Quantity.MOMENTUM)).isLessThan(1e-14);
    }

    @ParameterizedTest
    @CsvSource({
        "SOLITON, 3.4e-9",
        "TWO_SOLITONS, 9.7e-6",
        "BREATHER, 5.4e-5",
        "MODULATION_INSTABILITY, 1.4e-3"
    })
    void energyDriftsAsWithScipy(CanonicalCase start, double scipys) {
        assertThat(drift(start, Quantity.ENERGY)).isCloseTo(scipys, within(0.05 * scipys));
    }

    @ParameterizedTest
    @CsvSource({
        "SOLITON, 2.6e-9",
        "TWO_SOLITONS, 1.3e-1",
        "BREATHER, 1.7e-1",
        "MODULATION_INSTABILITY, 1.6e-1"
    })
    void byDifferencesTheEnergySeemsToDrift(CanonicalCase start, double reported) {
        assertThat(drift(start, Quantity.ENERGY_BY_DIFFERENCES))
                .isCloseTo(reported, within(0.05 * reported));
    }

    // A Hamiltonian system: only rounding and the integrator's tolerance move it.
    @ParameterizedTest
    @CsvSource({
        "SOLITON, 5e-14",
        "TWO_SOLITONS, 2e-14",
        "BREATHER, 3e-14",
        "MODULATION_INSTABILITY, 2e-8"
    })
    void theFilteredEnergyIsKept(CanonicalCase start, double most) {
        assertThat(drift(start, Quantity.FILTERED_ENERGY)).isLessThan(most);
    }

    // The published statistics have six decimals.
    @ParameterizedTest
    @CsvSource({
        "SOLITON, 0.080000, 3.999996",
        "TWO_SOLITONS, 0.140000, 10.014812",
        "BREATHER, 0.147326, 14.168128",
        "MODULATION_INSTABILITY, 0.177682, 8.591684"
    })
    void theDensitiesAreThoseOfTheAuthors(CanonicalCase start, double mean, double most) {
        double[] all =
                evolution(start).waves().stream()
                        .flatMapToDouble(wave -> Arrays.stream(wave.densities()))
                        .toArray();
        assertThat(Arrays.stream(all).average().orElseThrow()).isCloseTo(mean, within(1e-6));
        assertThat(Arrays.stream(all).max().orElseThrow()).isCloseTo(most, within(1e-6));
    }

    // Published with three decimals.
    @Test
    void theEntropiesOfTheSolitonAreThoseOfTheAuthors() {
        var waves = evolution(CanonicalCase.SOLITON).waves();
        assertThat(waves)
                .allSatisfy(wave -> {
                    assertThat(Entropy.shannon(wave.densities())).isCloseTo(2.940, within(5e-4));
                    assertThat(Entropy.shannon(Entropy.spectralWeights(wave)))
                            .isCloseTo(3.623, within(5e-4));
                });
    }

    private static Evolution evolution(CanonicalCase start) {
        return Objects.requireNonNull(EVOLUTIONS.get(start));
    }

    private static double drift(CanonicalCase start, Quantity quantity) {
        return Drift.of(evolution(start).waves(), quantity::of);
    }

    private enum Quantity {
        MASS,
        MOMENTUM,
        ENERGY,
        ENERGY_BY_DIFFERENCES,
        FILTERED_ENERGY;

        double of(Wave wave) {
            return switch (this) {
                case MASS -> Invariants.spectral(wave).mass();
                case MOMENTUM -> Invariants.spectral(wave).momentum();
                case ENERGY -> Invariants.spectral(wave).energy();
                case ENERGY_BY_DIFFERENCES -> Invariants.byDifferences(wave).energy();
                case FILTERED_ENERGY -> Invariants.filteredEnergy(wave, Filter.ofPaper());
            };
        }
    }
}
