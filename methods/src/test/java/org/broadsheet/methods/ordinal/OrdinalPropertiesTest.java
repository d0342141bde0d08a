package org.broadsheet.methods.ordinal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/// What holds for every series and every distribution.
class OrdinalPropertiesTest {
    /// Sums of up to 5,040 rounded terms.
    private static final double ROUNDING = 1e-12;

    private record Measured(PermutationEntropy measure, double[] series) {
        EntropyComplexity point() {
            return measure.of(series);
        }

        EntropyComplexity pointOf(double[] other) {
            return measure.of(other);
        }
    }

    @Property(tries = 300)
    void entropyAndComplexityAreSharesOfOne(@ForAll("measured") Measured measured) {
        EntropyComplexity point = measured.point();
        assertThat(point.entropy()).isBetween(0.0, 1.0);
        assertThat(point.complexity()).isBetween(0.0, 1.0);
    }

    /// Against the plain way: every window sorted by a stable sort.
    @Property(tries = 300)
    void theCountsAreThoseOfSortingEveryWindow(@ForAll("measured") Measured measured) {
        PatternCounts patterns = measured.measure().patterns(measured.series());
        Map<List<Integer>, Integer> sorted = sorted(measured);
        assertThat(patterns.seen()).isEqualTo(sorted.size());
        assertThat(patterns.windows())
                .isEqualTo(sorted.values().stream().mapToLong(Integer::longValue).sum());
        int numbered =
                IntStream.rangeClosed(1, measured.measure().order()).reduce(1, (a, b) -> a * b);
        for (int pattern = 0; pattern < numbered; pattern++) {
            List<Integer> ranks = boxed(patterns.ranks(pattern));
            assertThat(patterns.count(pattern)).isEqualTo(sorted.getOrDefault(ranks, 0));
        }
    }

    @Property(tries = 300)
    void aMonotoneMapChangesNothing(@ForAll("measured") Measured measured) {
        // Exact for values of few digits, so that no two of them become equal.
        double[] mapped = map(measured.series(), x -> x * x * x + 3);
        assertThat(measured.pointOf(mapped)).isEqualTo(measured.point());
    }

    @Property(tries = 300)
    void timeBackwardsOnlyRenamesThePatternsOfASeriesWithoutTies(
            @ForAll("measured") Measured measured) {
        double[] series = withoutTies(measured.series());
        double[] backwards = new double[series.length];
        Arrays.setAll(backwards, i -> series[series.length - 1 - i]);
        assertSame(measured.pointOf(backwards), measured.pointOf(series));
        assertSame(measured.pointOf(map(series, x -> -x)), measured.pointOf(series));
    }

    @Property(tries = 300)
    void renamingThePatternsChangesNothing(
            @ForAll("counts") PatternCounts patterns, @ForAll long seed) {
        int size = patterns.seen() + patterns.unseen().size();
        int[] counts = IntStream.range(0, size).map(patterns::count).toArray();
        shuffle(counts, new Random(seed));
        assertSame(new PatternCounts(patterns.order(), counts).point(), patterns.point());
    }

    @Property(tries = 300)
    void everyDistributionLiesBetweenTheLimits(@ForAll("counts") PatternCounts patterns) {
        var plane = new EntropyComplexityPlane(patterns.order());
        EntropyComplexity point = patterns.point();
        assertThat(point.complexity())
                .isBetween(
                        plane.leastComplexity(point.entropy()) - 1e-9,
                        plane.greatestComplexity(point.entropy()) + 1e-9);
    }

    /// Sampled at any interval, a period of one rise and one fall has no more patterns than the
    /// limit is made of. Amplitude and phase are irrational, so nothing ties.
    @Property(tries = 100)
    void aRiseAndFallStaysBelowThePeriodicLimit(
            @ForAll @IntRange(min = 1, max = 125) int interval) {
        double[] series =
                IntStream.range(0, 20_000)
                        .mapToDouble(i ->
                                Math.sin(2 * Math.PI * (i / 1000.0 + 0.1234567 * Math.sqrt(2))))
                        .toArray();
        var measure = new PermutationEntropy(5, interval);
        assertThat(measure.of(series).entropy())
                .isLessThanOrEqualTo(new EntropyComplexityPlane(5).periodicMaximum() + 0.01);
    }

    @Provide
    Arbitrary<Measured> measured() {
        Arbitrary<PermutationEntropy> measures =
                Combinators.combine(
                                Arbitraries.integers().between(3, 6),
                                Arbitraries.integers().between(1, 4))
                        .as(PermutationEntropy::new);
        // Few different values, so that ties are common.
        Arbitrary<double[]> series =
                Arbitraries.integers()
                        .between(-20, 20)
                        .list()
                        .ofMinSize(21)
                        .ofMaxSize(200)
                        .map(list -> list.stream().mapToDouble(i -> i).toArray());
        return Combinators.combine(measures, series).as(Measured::new);
    }

    /// Distributions of every kind of evenness: counts whose logarithm is uniform, many of them 0.
    @Provide
    Arbitrary<PatternCounts> counts() {
        return Combinators.combine(
                        Arbitraries.integers().between(3, 6),
                        Arbitraries.doubles().between(0, 1),
                        Arbitraries.doubles().between(0, 12),
                        Arbitraries.longs())
                .as(OrdinalPropertiesTest::counts);
    }

    private static PatternCounts counts(int order, double missing, double spread, long seed) {
        var random = new Random(seed);
        int patterns = IntStream.rangeClosed(1, order).reduce(1, (a, b) -> a * b);
        int[] counts = new int[patterns];
        for (int i = 0; i < patterns; i++) {
            boolean seen = random.nextDouble() >= missing;
            counts[i] = seen ? (int) Math.exp(spread * random.nextDouble()) : 0;
        }
        counts[random.nextInt(patterns)]++;
        return new PatternCounts(order, counts);
    }

    private static Map<List<Integer>, Integer> sorted(Measured measured) {
        int order = measured.measure().order();
        int interval = measured.measure().interval();
        double[] series = measured.series();
        Map<List<Integer>, Integer> counts = new HashMap<>();
        for (int start = 0; start + interval * (order - 1) < series.length; start++) {
            int first = start;
            List<Integer> places =
                    IntStream.range(0, order)
                            .boxed()
                            .sorted(Comparator.comparingDouble(i -> series[first + i * interval]))
                            .toList();
            List<Integer> ranks = IntStream.range(0, order).map(places::indexOf).boxed().toList();
            counts.merge(ranks, 1, Integer::sum);
        }
        return counts;
    }

    private static void assertSame(EntropyComplexity actual, EntropyComplexity expected) {
        assertThat(actual.entropy()).isCloseTo(expected.entropy(), within(ROUNDING));
        assertThat(actual.complexity()).isCloseTo(expected.complexity(), within(ROUNDING));
    }

    private static double[] withoutTies(double[] series) {
        double[] result = series.clone();
        for (int i = 0; i < result.length; i++) {
            result[i] += i / 1000.0;
        }
        return result;
    }

    private static double[] map(double[] series, DoubleUnaryOperator map) {
        return DoubleStream.of(series).map(map).toArray();
    }

    private static List<Integer> boxed(int[] values) {
        return IntStream.of(values).boxed().toList();
    }

    private static void shuffle(int[] values, Random random) {
        for (int i = values.length - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int kept = values[i];
            values[i] = values[j];
            values[j] = kept;
        }
    }
}
