package org.broadsheet.reproductions.ordinal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.broadsheet.lab.Bench;
import org.broadsheet.lab.Exhibit.Caption;
import org.broadsheet.lab.Figures;
import org.broadsheet.lab.Setting;
import org.broadsheet.lab.Table;
import org.broadsheet.methods.dynamics.DoublePendulum;
import org.broadsheet.methods.dynamics.Lorenz;
import org.broadsheet.methods.dynamics.Maps;
import org.broadsheet.methods.dynamics.Noise;
import org.broadsheet.methods.dynamics.Sine;
import org.broadsheet.methods.ordinal.EntropyComplexity;
import org.broadsheet.methods.ordinal.PermutationEntropy;

/// The values that the authors' program printed, beside ours. What rounds alike must agree to every
/// printed digit; what does not (a chaotic orbit, another generator) is compared with the scatter
/// of twenty nearby ones.
final class ReferenceValues {
    private static final int LENGTH = 32_768;
    private static final int SCATTER = 20;

    private final Bench bench;
    private final RandomGenerator random;
    private final List<List<String>> rows = new ArrayList<>();

    ReferenceValues(Setting setting, Bench bench) {
        this.bench = bench;
        random = setting.random("reference", 0);
    }

    void run() {
        double maps = exact();
        double sines = sines();
        double distance = scattered();
        bench.metric("map-difference", maps);
        bench.metric("sine-difference", sines);
        bench.metric("scatter-distance", distance);
        bench.show(
                new Table(
                        "reference-values",
                        new Caption(
                                "The authors’ program and ours",
                                "Logistic and tent map differ by at most %s, sines by %s; of the rest, the mean of twenty nearby series lies at most %s standard deviations away."
                                        .formatted(
                                                Figures.rounded(maps, 2),
                                                Figures.rounded(sines, 2),
                                                Figures.rounded(distance, 2))),
                        List.of(
                                "series",
                                "order",
                                "interval",
                                "H theirs",
                                "H ours",
                                "C theirs",
                                "C ours",
                                "scatter of H"),
                        rows));
    }

    private double exact() {
        double[] logistic = Maps.logistic(4, 0.1, LENGTH);
        double[] tent = Maps.asymmetricTent(0.1847, 0.1, LENGTH);
        return Stream.of(
                        compare("logistic map", 5, 1, logistic, 0.67965271, 0.39940290),
                        compare("logistic map", 4, 1, logistic, 0.73919311, 0.29174887),
                        compare("logistic map", 6, 1, logistic, 0.62913921, 0.48419592),
                        compare("asymmetric tent map", 5, 1, tent, 0.52779668, 0.36753763))
                .mapToDouble(Double::doubleValue)
                .max()
                .orElseThrow();
    }

    private double sines() {
        double[] sine = Sine.wave(1, 1_000, LENGTH);
        return Stream.of(
                        compare("sine, 1,000 samples a period", 5, 1, sine, 0.15444902, 0.14769539),
                        compare(
                                "sine, 1,000 samples a period",
                                5,
                                100,
                                sine,
                                0.51129155,
                                0.39122337),
                        compare(
                                "sine, 1,000 samples a period",
                                5,
                                125,
                                sine,
                                0.54317662,
                                0.41203631))
                .mapToDouble(Double::doubleValue)
                .max()
                .orElseThrow();
    }

    /// The larger difference, of H and C.
    private double compare(
            String name,
            int order,
            int interval,
            double[] series,
            double entropy,
            double complexity) {
        EntropyComplexity ours = new PermutationEntropy(order, interval).of(series);
        row(name, order, interval, ours, entropy, complexity, "");
        return Math.max(
                Math.abs(ours.entropy() - entropy), Math.abs(ours.complexity() - complexity));
    }

    private interface Nearby {
        double[] series(double jitter);
    }

    private double scattered() {
        double[] distances = {
            scatter(
                    "Hénon map",
                    1,
                    jitter -> Maps.henon(1.4, 0.3, 1 + 1e-9 * jitter, 1, LENGTH),
                    0.61550822,
                    0.40426376),
            scatter(
                    "Lorenz system, forward Euler, x",
                    15,
                    jitter ->
                            new Lorenz(10, 28, 2.667)
                                    .byForwardEuler(
                                            new double[] {1e-6 * jitter, 1, 1.05}, 0.01, LENGTH)
                                    .column("x"),
                    0.71185875,
                    0.37462055),
            scatter(
                    "double pendulum, 10 s, x2",
                    11,
                    jitter ->
                            new DoublePendulum(
                                            Math.toRadians(120 + 0.5 * jitter), Math.toRadians(-10))
                                    .motion(1.0 / 64, 640)
                                    .column("x2"),
                    0.58892162,
                    0.38445141),
            scatter(
                    "white normal noise",
                    1,
                    _ -> Noise.normal(LENGTH, random),
                    0.99946631,
                    0.00095302)
        };
        return Arrays.stream(distances).max().orElseThrow();
    }

    /// How many standard deviations the printed values lie from the mean of nearby series, at most
    /// of H and C.
    private double scatter(
            String name, int interval, Nearby nearby, double entropy, double complexity) {
        double[] h = new double[SCATTER];
        double[] c = new double[SCATTER];
        for (int i = 0; i < SCATTER; i++) {
            double[] series = nearby.series(random.nextDouble(-1, 1));
            EntropyComplexity point = new PermutationEntropy(5, interval).of(series);
            h[i] = point.entropy();
            c[i] = point.complexity();
        }
        var mean = new EntropyComplexity(Statistics.mean(h), Statistics.mean(c));
        double deviation = Statistics.deviation(h);
        row(name, 5, interval, mean, entropy, complexity, Figures.rounded(deviation, 2));
        return Math.max(
                Math.abs(mean.entropy() - entropy) / deviation,
                Math.abs(mean.complexity() - complexity) / Statistics.deviation(c));
    }

    private void row(
            String name,
            int order,
            int interval,
            EntropyComplexity ours,
            double entropy,
            double complexity,
            String scatter) {
        rows.add(
                List.of(
                        name,
                        Integer.toString(order),
                        Integer.toString(interval),
                        Figures.exact(entropy),
                        Figures.rounded(ours.entropy(), 8),
                        Figures.exact(complexity),
                        Figures.rounded(ours.complexity(), 8),
                        scatter));
    }
}
