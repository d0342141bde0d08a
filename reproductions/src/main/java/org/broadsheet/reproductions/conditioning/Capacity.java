package org.broadsheet.reproductions.conditioning;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.broadsheet.lab.Bench;
import org.broadsheet.lab.Chart;
import org.broadsheet.lab.Exhibit;
import org.broadsheet.lab.Exhibit.Role;
import org.broadsheet.lab.Figures;
import org.broadsheet.lab.Setting;
import org.broadsheet.methods.conditioning.CapacityLaws;
import org.broadsheet.methods.conditioning.Interference;
import org.broadsheet.methods.conditioning.LearningRule;
import org.broadsheet.methods.conditioning.Stimuli;
import org.broadsheet.methods.fit.StraightLine;

/// This measures how many pairs a memory holds, by three standards, for growing dimensions.
final class Capacity implements PavlovianConditioning.Part {
    static final String GUARANTEED = "guaranteed-exponent";
    static final String RANDOM = "random-exponent";
    static final String RANDOM_OVER_LAW = "random-exponent-less-law";
    static final String AVERAGE = "average-exponent";

    private static final int SMALLEST = 16;
    private static final double HALF_NOISE = Math.sqrt(0.5);

    /// Where, in units of the dimension, the mean cosine is measured to find where it is 0.707.
    private static final double[] LOADS = {0.1, 0.2, 0.35, 0.5, 0.7, 0.85, 1, 1.2, 1.5, 2, 3};

    private enum Standard {
        GUARANTEED,
        RANDOM,
        AVERAGE
    }

    @Override
    public void run(Setting setting, Bench bench) {
        int[] sizes = sizes(setting.count("largest-dimension"));
        int seeds = setting.count("seeds");
        double[][][] all = new double[seeds][][];
        for (int seed = 0; seed < seeds; seed++) {
            bench.progress("capacity, repetition %d of %d".formatted(seed + 1, seeds), seed, seeds);
            all[seed] = measure(sizes, seed, setting);
            tell(all[seed][0], sizes, GUARANTEED, bench);
            tell(all[seed][1], sizes, RANDOM, bench);
            tellOverLaw(all[seed][1], sizes, setting.count("outcome-size"), bench);
            tell(all[seed][2], sizes, AVERAGE, bench);
            show(Arrays.copyOf(all, seed + 1), sizes, setting, bench);
        }
    }

    private static int[] sizes(int largest) {
        return IntStream.iterate(SMALLEST, size -> size <= largest, size -> 2 * size).toArray();
    }

    /// For each standard the capacity at each size.
    private static double[][] measure(int[] sizes, int seed, Setting setting) {
        int count = sizes.length;
        // The largest first, so that the two threads end together; each draws from its own source.
        double[] flat =
                IntStream.range(0, 3 * count)
                        .parallel()
                        .mapToDouble(i ->
                                capacity(
                                        Standard.values()[2 - i % 3],
                                        sizes[count - 1 - i / 3],
                                        seed,
                                        setting))
                        .toArray();
        double[][] capacities = new double[3][count];
        for (int i = 0; i < flat.length; i++) {
            capacities[2 - i % 3][count - 1 - i / 3] = flat[i];
        }
        return capacities;
    }

    private static double capacity(Standard standard, int size, int seed, Setting setting) {
        Stimuli stimuli = new Stimuli(setting.random("capacity " + standard + " " + size, seed));
        int signs = setting.count("outcome-size");
        double correlation = setting.real("correlation");
        int most = 8 + (int) (3 * CapacityLaws.errorFreePairs(size, signs));
        int memories = setting.count("memories");
        return switch (standard) {
            case GUARANTEED ->
                    mean(
                            memories,
                            _ ->
                                    Interference.guaranteedPairs(
                                            stimuli.correlated(most, size, correlation)));
            case RANDOM ->
                    mean(
                            memories,
                            _ ->
                                    Interference.pairsBeforeAnError(
                                            stimuli.correlated(most, size, correlation),
                                            stimuli.signs(most, signs)));
            case AVERAGE -> average(size, stimuli, setting);
        };
    }

    private static double mean(int count, IntToDoubleFunction one) {
        return IntStream.range(0, count).mapToDouble(one).sum() / count;
    }

    private static double average(int size, Stimuli stimuli, Setting setting) {
        LearningRule rule = PavlovianConditioning.rule(setting);
        double[] pairs = Arrays.stream(LOADS).map(load -> Math.rint(load * size)).toArray();
        double[] cosines = new double[pairs.length];
        for (int i = 0; i < pairs.length; i++) {
            int n = (int) pairs[i];
            // A mean over pairs: small memories are repeated until some 1,000 pairs were asked.
            int repeats = Math.max(1, 1_000 / n);
            cosines[i] =
                    mean(
                            repeats,
                            _ ->
                                    Interference.meanCosine(
                                            stimuli.correlated(
                                                    n, size, setting.real("correlation")),
                                            stimuli.signs(n, setting.count("outcome-size")),
                                            rule,
                                            1));
        }
        return Numbers.crossing(pairs, cosines, HALF_NOISE);
    }

    private static void tell(double[] capacities, int[] sizes, String metric, Bench bench) {
        double[] x = Arrays.stream(sizes).asDoubleStream().toArray();
        int[] known = known(capacities);
        if (known.length < 3) {
            bench.log(
                    "%s: a capacity of 1 pair or more was found at %d dimensions; an exponent needs 3. Less correlation gives more."
                            .formatted(metric, known.length));
            return;
        }
        bench.metric(metric, StraightLine.powerLaw(at(x, known), at(capacities, known)).slope());
    }

    /// By how much the fitted power differs from that of the law over the same dimensions.
    private static void tellOverLaw(double[] capacities, int[] sizes, int signs, Bench bench) {
        int[] known = known(capacities);
        if (known.length < 3) {
            return;
        }
        double[] x = at(Arrays.stream(sizes).asDoubleStream().toArray(), known);
        double[] law =
                Arrays.stream(x).map(d -> CapacityLaws.errorFreePairs((int) d, signs)).toArray();
        bench.metric(
                RANDOM_OVER_LAW,
                StraightLine.powerLaw(x, at(capacities, known)).slope()
                        - StraightLine.powerLaw(x, law).slope());
    }

    private static int[] known(double[] capacities) {
        return IntStream.range(0, capacities.length).filter(i -> capacities[i] >= 1).toArray();
    }

    private static double[] at(double[] values, int[] places) {
        return IntStream.of(places).mapToDouble(i -> values[i]).toArray();
    }

    private static void show(double[][][] all, int[] sizes, Setting setting, Bench bench) {
        double[] x = Arrays.stream(sizes).asDoubleStream().toArray();
        List<Chart.Curve> curves = new ArrayList<>();
        List<String> findings = new ArrayList<>();
        add("mean cosine 0.71", all, 2, x, Chart.Shape.DOTTED_LINE, curves, findings);
        curves.add(law("1 + d", x, d -> CapacityLaws.averagePairs(d, HALF_NOISE)));
        add("no sign wrong", all, 1, x, Chart.Shape.DOTTED_LINE, curves, findings);
        int signs = setting.count("outcome-size");
        curves.add(law("order d / ln d", x, d -> CapacityLaws.errorFreePairs(d, signs)));
        add("no sign can be wrong", all, 0, x, Chart.Shape.DOTTED_LINE, curves, findings);
        curves.add(law("order √d", x, CapacityLaws::guaranteedPairs));
        bench.show(
                new Chart(
                        "capacity",
                        new Exhibit.Caption(
                                "How many pairs one memory holds, by three standards",
                                "Fitted powers of the dimension: %s. Dashes are the laws, without a fit; those about signs say where half of all memories fail, the dots are means over the memories."
                                        .formatted(String.join(", ", findings))),
                        Exhibit.Axis.log("dimension d of the keys"),
                        Exhibit.Axis.log("pairs n"),
                        curves));
    }

    private static void add(
            String name,
            double[][][] all,
            int standard,
            double[] x,
            Chart.Shape shape,
            List<Chart.Curve> curves,
            List<String> findings) {
        double[] mean = new double[x.length];
        double[] low = new double[x.length];
        double[] high = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            int at = i;
            double[] values = Arrays.stream(all).mapToDouble(one -> one[standard][at]).toArray();
            mean[i] = Numbers.mean(values);
            low[i] = Arrays.stream(values).min().orElseThrow();
            high[i] = Arrays.stream(values).max().orElseThrow();
        }
        int[] known = IntStream.range(0, x.length).filter(i -> low[i] >= 1).toArray();
        if (known.length < 2) {
            return;
        }
        double exponent = StraightLine.powerLaw(at(x, known), at(mean, known)).slope();
        findings.add("%s for “%s”".formatted(Figures.rounded(exponent, 2), name));
        curves.add(
                new Chart.Curve(
                        name,
                        Role.MEASURED,
                        shape,
                        at(x, known),
                        at(mean, known),
                        at(low, known),
                        at(high, known)));
    }

    private static Chart.Curve law(String name, double[] x, IntToDoubleFunction law) {
        double[] y = Arrays.stream(x).map(d -> law.applyAsDouble((int) d)).toArray();
        return new Chart.Curve(name, Role.THEORY, Chart.Shape.DASHES, x, y);
    }
}
