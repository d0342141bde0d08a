package org.broadsheet.methods.hopfield;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.broadsheet.methods.fit.StraightLine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CapacityTest {
    @Test
    void theGuaranteedCapacityHasThePublishedBases() {
        // The two cases that the paper works out, as lower bounds cut to four decimals.
        assertThat(CapacityFormulas.modern(20, 1, 3, 0.001).base()).isBetween(3.1546, 3.1547);
        assertThat(CapacityFormulas.modern(75, 1, 1, 0.001).base()).isBetween(1.3718, 1.3719);
    }

    @Test
    void theGuaranteedNumberIsThePowerOfTheBase() {
        assertThat(CapacityFormulas.modern(20, 1, 3, 0.001).patterns())
                .isEqualTo(Math.sqrt(0.001) * Math.pow(3.1546, 19 / 4.0), within(0.01));
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-9, 0.01, 0.5, 1, 2.718281828459045, 50, 1e6, 1e100})
    void lambertsFunctionIsAnInverse(double z) {
        double w = CapacityFormulas.lambert(z);

        assertThat(w * Math.exp(w)).isEqualTo(z, within(1e-12 * z));
    }

    @Test
    void theOlderCapacitiesAreTheirFormulas() {
        assertThat(CapacityFormulas.classical(100)).isEqualTo(14, within(1e-12));
        assertThat(CapacityFormulas.polynomial(100, 2))
                .isEqualTo(100 / (2 * Math.log(100)), within(1e-12));
        assertThat(CapacityFormulas.polynomial(100, 3))
                .isEqualTo(1e4 / (2 * 3 * Math.log(100)), within(1e-9));
        assertThat(CapacityFormulas.exponential(20)).isEqualTo(1024, within(1e-9));
    }

    @Test
    void valuesOutsideTheFormulasAreNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CapacityFormulas.modern(20, 0, 1, 0.1))
                .withMessageContaining("beta is 0.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CapacityFormulas.modern(20, 1, 1, 1.5))
                .withMessageContaining("1.5");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CapacityFormulas.classical(1))
                .withMessageContaining("1 elements");
    }

    @Test
    void theLogarithmOfTheMeasuredCapacityGrowsAlongALine() {
        List<Double> sizes = new ArrayList<>();
        List<Double> logarithms = new ArrayList<>();
        for (int size = 4; size <= 16; size += 3) {
            sizes.add((double) size);
            logarithms.add(Math.log(measured(size).halfSuccess().orElseThrow()));
        }

        StraightLine line = StraightLine.through(array(sizes), array(logarithms));

        // A share of 200 retrievals is known to 0.035; the share falls by a half over a factor of 4
        // or so in N, so each logarithm is known to about 0.1, against a range of 3.
        assertThat(line.determination()).isGreaterThan(0.97);
        assertThat(line.slope()).isBetween(0.4, 0.7);
    }

    @Test
    void aTrialCountsWhatComesBack() {
        var setup = new OneStepTrial.Binary(50, 5);
        var trial = new OneStepTrial(2, 10, 0.01);
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(6);

        assertThat(trial.successShare(2, setup, ClassicalHopfield::new, random)).isEqualTo(1);
        assertThat(trial.successShare(60, setup, ClassicalHopfield::new, random)).isZero();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new OneStepTrial(0, 1, 0.1))
                .withMessageContaining("0 stores");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new OneStepTrial(1, 1, 0))
                .withMessageContaining("0.0");
    }

    @Test
    void theClimbFindsAKnownThreshold() {
        var measurement =
                CapacityMeasurement.climb(n -> 1 / (1 + n / 100.0), 100_000).halfSuccess();

        assertThat(measurement.orElseThrow()).isEqualTo(100, within(1.0));
    }

    @Test
    void aCapacityBeyondTheLimitIsNotMadeUp() {
        var measurement = CapacityMeasurement.climb(_ -> 1, 50);

        assertThat(measurement.halfSuccess()).isEmpty();
        assertThat(measurement.points().getLast().patterns()).isEqualTo(45);
        assertThat(CapacityMeasurement.climb(_ -> 0, 50).halfSuccess()).isEmpty();
    }

    private static CapacityMeasurement measured(int size) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(size);
        OneStepTrial trial = new OneStepTrial(10, 20, 0.25);
        return CapacityMeasurement.climb(
                patterns ->
                        trial.successShare(
                                patterns,
                                new OneStepTrial.Sphere(size, Math.sqrt(size - 1), 0.5),
                                stored -> new ModernHopfield(stored, 1),
                                random),
                20_000);
    }

    private static double[] array(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
