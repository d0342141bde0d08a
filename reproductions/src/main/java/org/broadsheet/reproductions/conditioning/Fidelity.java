package org.broadsheet.reproductions.conditioning;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
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

/// This measures how well one memory answers as it fills, under several rules and read-outs, and
/// what correlated keys do to it.
final class Fidelity implements PavlovianConditioning.Part {
    static final String FROM_LAW = "cosine-from-law";
    static final String LEAD = "delta-lead-at-correlation";

    private static final int SIZE = 128;
    private static final int PASSES = 30;
    private static final double[] LOADS = {0.03125, 0.0625, 0.125, 0.25, 0.5, 1, 2, 4};
    private static final double[] CORRELATIONS = {0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9};

    /// The correlation at which the rules are judged, and its place.
    private static final int JUDGED = 5;

    private static final double BETA = 4 * Math.sqrt(SIZE);

    /// The ways to store and read that are compared, the paper's first.
    private enum Way {
        HEBB("Hebb = linear attention"),
        DELTA_ONCE("delta, one pass"),
        DELTA("delta, %d passes".formatted(PASSES)),
        SOFTMAX("softmax attention");

        private final String title;

        Way(String title) {
            this.title = title;
        }

        double cosine(double[][] keys, double[][] outcomes) {
            return switch (this) {
                case HEBB -> Interference.meanCosine(keys, outcomes, new LearningRule.Hebb(1), 1);
                case DELTA_ONCE ->
                        Interference.meanCosine(keys, outcomes, new LearningRule.Delta(1), 1);
                case DELTA ->
                        Interference.meanCosine(keys, outcomes, new LearningRule.Delta(1), PASSES);
                case SOFTMAX -> Interference.meanCosineOfSoftmax(keys, outcomes, BETA);
            };
        }
    }

    /// For each way the cosine at each place of the sweep.
    private interface Sweep {
        double cosine(Way way, int place, int seed);
    }

    @Override
    public void run(Setting setting, Bench bench) {
        int seeds = setting.count("seeds");
        bench.progress("filling memories", 0, 2);
        double[][][] filled =
                measure(LOADS.length, seeds, (way, i, seed) -> loaded(way, i, seed, setting));
        bench.progress("correlated keys", 1, 2);
        double[][][] correlated =
                measure(
                        CORRELATIONS.length,
                        seeds,
                        (way, i, seed) -> correlated(way, i, seed, setting));
        for (int seed = 0; seed < seeds; seed++) {
            double worst = 0;
            for (int i = 0; i < LOADS.length; i++) {
                double law = CapacityLaws.cosine(pairs(LOADS[i]), 1.0 / SIZE);
                worst = Math.max(worst, Math.abs(filled[0][i][seed] - law));
            }
            bench.metric(FROM_LAW, worst);
            bench.metric(
                    LEAD,
                    correlated[Way.DELTA.ordinal()][JUDGED][seed]
                            - correlated[Way.HEBB.ordinal()][JUDGED][seed]);
        }
        showFilled(filled, bench);
        showCorrelated(correlated, bench);
    }

    private static int pairs(double load) {
        return (int) Math.rint(load * SIZE);
    }

    private static double loaded(Way way, int place, int seed, Setting setting) {
        Stimuli stimuli = new Stimuli(setting.random("load " + place, seed));
        int n = pairs(LOADS[place]);
        return mean(stimuli, way, n, 0, Math.max(1, SIZE / n), setting.count("outcome-size"));
    }

    private static double correlated(Way way, int place, int seed, Setting setting) {
        Stimuli stimuli = new Stimuli(setting.random("correlated " + place, seed));
        return mean(stimuli, way, SIZE / 2, CORRELATIONS[place], 1, setting.count("outcome-size"));
    }

    private static double mean(
            Stimuli stimuli, Way way, int pairs, double correlation, int memories, int signs) {
        double sum = 0;
        for (int i = 0; i < memories; i++) {
            sum +=
                    way.cosine(
                            stimuli.correlated(pairs, SIZE, correlation),
                            stimuli.signs(pairs, signs));
        }
        return sum / memories;
    }

    /// By way, place and seed; all ways see the same pairs.
    private static double[][][] measure(int places, int seeds, Sweep sweep) {
        int ways = Way.values().length;
        double[][][] all = new double[ways][places][seeds];
        IntStream.range(0, ways * places * seeds)
                .parallel()
                .forEach(i -> {
                    int way = i % ways;
                    int place = i / ways % places;
                    int seed = i / ways / places;
                    all[way][place][seed] = sweep.cosine(Way.values()[way], place, seed);
                });
        return all;
    }

    private static void showFilled(double[][][] filled, Bench bench) {
        double[] law =
                Arrays.stream(LOADS)
                        .map(load -> CapacityLaws.cosine(pairs(load), 1.0 / SIZE))
                        .toArray();
        int full = Arrays.binarySearch(LOADS, 1);
        bench.show(
                new Chart(
                        "fidelity",
                        new Exhibit.Caption(
                                "How well answers agree with what was stored, as a memory fills",
                                "With as many pairs as dimensions (%d) the cosine is %s by Hebb’s rule, as the law says (%s); %s by the delta rule after %d passes, %s by softmax attention."
                                        .formatted(
                                                SIZE,
                                                at(filled, Way.HEBB, full),
                                                Figures.rounded(law[full], 3),
                                                at(filled, Way.DELTA, full),
                                                PASSES,
                                                at(filled, Way.SOFTMAX, full))),
                        Exhibit.Axis.log("pairs for each dimension, n / d"),
                        Exhibit.Axis.linear("mean cosine"),
                        curves(filled, LOADS, "1 / √(1 + (n - 1) / d)", law)));
    }

    private static void showCorrelated(double[][][] correlated, Bench bench) {
        double[] law =
                Arrays.stream(CORRELATIONS)
                        .map(rho ->
                                CapacityLaws.cosine(SIZE / 2.0, rho * rho + (1 - rho * rho) / SIZE))
                        .toArray();
        bench.show(
                new Chart(
                        "correlation",
                        new Exhibit.Caption(
                                "Keys that resemble each other, %d pairs in %d dimensions"
                                        .formatted(SIZE / 2, SIZE),
                                "At a correlation of %s Hebb’s rule answers with a cosine of %s, the delta rule with %s after one pass and %s after %d."
                                        .formatted(
                                                CORRELATIONS[JUDGED],
                                                at(correlated, Way.HEBB, JUDGED),
                                                at(correlated, Way.DELTA_ONCE, JUDGED),
                                                at(correlated, Way.DELTA, JUDGED),
                                                PASSES)),
                        Exhibit.Axis.linear("correlation of the keys"),
                        Exhibit.Axis.linear("mean cosine"),
                        curves(correlated, CORRELATIONS, "law for Hebb", law)));
    }

    private static String at(double[][][] all, Way way, int place) {
        return Figures.rounded(Numbers.mean(all[way.ordinal()][place]), 3);
    }

    private static List<Chart.Curve> curves(
            double[][][] all, double[] x, String nameOfLaw, double[] law) {
        List<Chart.Curve> curves = new ArrayList<>();
        for (Way way : Way.values()) {
            double[] y = Arrays.stream(all[way.ordinal()]).mapToDouble(Numbers::mean).toArray();
            boolean isOurs = way == Way.HEBB;
            curves.add(
                    new Chart.Curve(
                            way.title,
                            isOurs ? Role.MEASURED : Role.BASELINE,
                            isOurs ? Chart.Shape.DOTS : Chart.Shape.LINE,
                            x,
                            y));
        }
        curves.add(new Chart.Curve(nameOfLaw, Role.THEORY, Chart.Shape.DASHES, x, law));
        return curves;
    }
}
