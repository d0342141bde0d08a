package org.broadsheet.methods.hopfield;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ModernHopfieldTest {
    private static final Patterns CORNERS = Patterns.of(new double[] {2, 0}, new double[] {0, 1});

    /// 64 rounding errors of terms as large as 2 M^2 and lse.
    private static double rounding(ModernHopfield network) {
        double norm = network.patterns().largestNorm();
        return 64
                * Math.ulp(2 * norm * norm + Math.log(network.patterns().count()) / network.beta());
    }

    @Property(seed = "2008", tries = 300)
    void anUpdateNeverRaisesTheEnergy(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 40) int count,
            @ForAll @IntRange(min = 1, max = 12) int size,
            @ForAll @DoubleRange(min = 0.01, max = 20) double beta,
            @ForAll @DoubleRange(min = 0, max = 5) double noise) {
        PatternSource source = source(seed);
        var network = new ModernHopfield(source.onSphere(count, size, Math.sqrt(size)), beta);
        double[] query = source.noisy(network.patterns().pattern(0), noise);

        Retrieval retrieval = network.retrieve(query, Stopping.after(30));

        for (int step = 1; step < retrieval.energies().size(); step++) {
            double queryNorm = Distance.between(query, new double[size]);
            assertThat(retrieval.energies().get(step))
                    .isLessThanOrEqualTo(
                            retrieval.energies().get(step - 1)
                                    + rounding(network)
                                    + 64 * Math.ulp(queryNorm * queryNorm));
        }
    }

    @Property(seed = "2008", tries = 300)
    void theEnergyOfAStateNoLongerThanThePatternsIsBetweenZeroAndTwiceTheirSquare(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 40) int count,
            @ForAll @DoubleRange(min = 0.01, max = 20) double beta) {
        PatternSource source = source(seed);
        var network = new ModernHopfield(source.onSphere(count, 5, 3), beta);
        double[] state = source.onSphere(1, 5, 3).pattern(0);

        assertThat(network.energy(state)).isBetween(-rounding(network), 2 * 9 + rounding(network));
    }

    @Property(seed = "2008", tries = 300)
    void oneUpdateComesAsCloseAsTheBoundSays(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 40) int count,
            @ForAll @IntRange(min = 2, max = 40) int size,
            @ForAll @DoubleRange(min = 0.05, max = 8) double beta,
            @ForAll @DoubleRange(min = 0, max = 0.5) double noise) {
        PatternSource source = source(seed);
        var network = new ModernHopfield(source.onSphere(count, size, 2), beta);
        double[] query = source.noisy(network.patterns().pattern(0), noise);

        double error = Distance.between(network.update(query), network.patterns().pattern(0));

        // 1e-14: rounding of a weighted sum of vectors of norm 2.
        assertThat(error).isLessThanOrEqualTo(network.oneStepErrorBound(0, query) + 1e-14);
    }

    @Test
    void theUpdateIsTheOnePutDownByHand() {
        double beta = 0.5;
        double first = Math.exp(beta * 2 * 1) / (Math.exp(beta * 2 * 1) + Math.exp(beta * 3));

        double[] state = new ModernHopfield(CORNERS, beta).update(new double[] {1, 3});

        assertThat(state).containsExactly(new double[] {2 * first, 1 - first}, within(1e-15));
    }

    @Test
    void theEnergyIsTheOnePutDownByHand() {
        double expected =
                -Math.log(Math.exp(0.5 * 2) + Math.exp(0.5 * 3)) / 0.5
                        + (1 + 9) / 2.0
                        + Math.log(2) / 0.5
                        + 4 / 2.0;

        assertThat(new ModernHopfield(CORNERS, 0.5).energy(new double[] {1, 3}))
                .isEqualTo(expected, within(1e-14));
    }

    @Test
    void aLargeBetaDoesNotOverflow() {
        var network = new ModernHopfield(CORNERS, 1e6);

        assertThat(network.update(new double[] {1000, 1})).containsExactly(2, 0);
        assertThat(network.energy(new double[] {1000, 1})).isFinite();
    }

    // The dossier's single-seed measurements: 0.0013, 0.013 and 0.19 at beta 0.25, under 5e-5 at
    // beta 1. The error of a query is log-normal with a deviation of about beta sqrt(d) noise * 1.4
    // =
    // 1.4, so a mean over 100 queries moves by a factor of 2 between seeds.
    @ParameterizedTest
    @CsvSource({"64, 0.0013", "1024, 0.013", "16384, 0.19"})
    void theOneStepErrorInSixtyFourDimensionsIsTheOneMeasuredElsewhere(int count, double measured) {
        assertThat(meanOneStepError(count, 0.25)).isBetween(measured / 2, measured * 2);
        assertThat(meanOneStepError(count, 1)).isLessThan(5e-5);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.05, 0.1})
    void aSmallBetaAveragesOverAllPatterns(double beta) {
        for (int count : new int[] {64, 1024}) {
            PatternSource source = source(7);
            var network = new ModernHopfield(source.onSphere(count, 64, Math.sqrt(63)), beta);
            double[] state = network.fixedPointOf(0);

            int needed = FixedPointKind.patternsNeeded(network.associations(state));

            // Exactly even shares would need 0.9 N; what is left of unevenness takes a little off.
            assertThat(needed / (double) count).isBetween(0.8, 0.91);
            assertThat(FixedPointKind.of(network.associations(state)))
                    .isEqualTo(FixedPointKind.GLOBAL_AVERAGE);
        }
    }

    @Test
    void clusteredPatternsGiveAllThreeKindsOfFixedPoints() {
        Patterns patterns = source(11).clustered(8, 8, 32, Math.sqrt(32), 0.3);

        assertThat(kindReachedFromFirst(patterns, 0.01)).isEqualTo(FixedPointKind.GLOBAL_AVERAGE);
        assertThat(kindReachedFromFirst(patterns, 0.3)).isEqualTo(FixedPointKind.METASTABLE);
        assertThat(kindReachedFromFirst(patterns, 10)).isEqualTo(FixedPointKind.SINGLE_PATTERN);
    }

    @Test
    void aMetastableStateIsTheMeanOfItsCluster() {
        Patterns patterns = source(11).clustered(8, 8, 32, Math.sqrt(32), 0.3);
        var network = new ModernHopfield(patterns, 0.3);

        double[] associations = network.associations(network.fixedPointOf(0));

        double ofTheCluster = 0;
        for (int member = 0; member < 8; member++) {
            ofTheCluster += associations[member];
        }
        assertThat(ofTheCluster).isGreaterThan(0.95);
    }

    @Test
    void aWellSeparatedPatternHasItsFixedPointInItsBall() {
        var network = new ModernHopfield(source(3).onSphere(50, 64, 8), 1);
        double radius = 1 / (network.beta() * 50 * network.patterns().largestNorm());

        assertThat(network.patterns().separation(0)).isGreaterThan(network.wellSeparatedFrom());
        assertThat(Distance.between(network.fixedPointOf(0), network.patterns().pattern(0)))
                .isLessThan(radius);
    }

    @Test
    void retrievalStopsWhenTheStateIsStable() {
        var network = new ModernHopfield(source(5).onSphere(20, 16, 4), 0.5);

        Retrieval retrieval = network.retrieve(new double[16], Stopping.WHEN_STABLE);

        int last = retrieval.steps();
        assertThat(retrieval.converged()).isTrue();
        assertThat(Distance.between(retrieval.states().get(last - 1), retrieval.state()))
                .isLessThanOrEqualTo(1e-4);
        assertThat(
                        Distance.between(
                                retrieval.states().get(last - 2), retrieval.states().get(last - 1)))
                .isGreaterThan(1e-4);
    }

    @Test
    void retrievalStopsAfterTheStepsAllowed() {
        var network = new ModernHopfield(source(5).onSphere(20, 16, 4), 0.5);

        Retrieval retrieval = network.retrieve(new double[16], Stopping.after(2));

        assertThat(retrieval.steps()).isEqualTo(2);
        assertThat(retrieval.converged()).isFalse();
    }

    @Test
    void theOnlyPatternIsRetrievedFromAnywhere() {
        var network = new ModernHopfield(Patterns.of(new double[] {1, 2}), 1);

        assertThat(network.update(new double[] {-50, 3})).containsExactly(1, 2);
        assertThat(network.oneStepErrorBound(0, new double[] {-50, 3})).isZero();
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY})
    void aBetaThatIsNotOverZeroIsNamed(double beta) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ModernHopfield(CORNERS, beta))
                .withMessageContaining("beta is " + beta)
                .withMessageContaining("over 0");
    }

    @Test
    void aQueryOfAnotherLengthIsNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ModernHopfield(CORNERS, 1).update(new double[3]))
                .withMessage("The state has 3 elements; this store needs 2");
    }

    @Test
    void aQueryThatIsNotANumberIsNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new ModernHopfield(CORNERS, 1)
                                .retrieve(new double[] {1, Double.NaN}, Stopping.WHEN_STABLE))
                .withMessageContaining("NaN at element 1");
    }

    private static double meanOneStepError(int count, double beta) {
        PatternSource source = source(2008);
        var network = new ModernHopfield(source.onSphere(count, 64, Math.sqrt(63)), beta);
        double sum = 0;
        int queries = Math.min(count, 200);
        for (int i = 0; i < queries; i++) {
            double[] pattern = network.patterns().pattern(i);
            sum += Distance.between(network.update(source.noisy(pattern, 0.5)), pattern);
        }
        return sum / queries;
    }

    private static FixedPointKind kindReachedFromFirst(Patterns patterns, double beta) {
        var network = new ModernHopfield(patterns, beta);
        return FixedPointKind.of(network.associations(network.fixedPointOf(0)));
    }

    private static PatternSource source(long seed) {
        return new PatternSource(random(seed));
    }

    private static RandomGenerator random(long seed) {
        return RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    }
}
