package org.broadsheet.reproductions.deeplinear;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.broadsheet.lab.Bench;
import org.broadsheet.lab.Chart;
import org.broadsheet.lab.Chart.Mark;
import org.broadsheet.lab.Chart.Shape;
import org.broadsheet.lab.Exhibit.Axis;
import org.broadsheet.lab.Exhibit.Caption;
import org.broadsheet.lab.Exhibit.Role;
import org.broadsheet.lab.Figures;
import org.broadsheet.lab.Setting;
import org.broadsheet.methods.deeplinear.Descent;
import org.broadsheet.methods.deeplinear.LinearTask;
import org.broadsheet.methods.deeplinear.Matrices;
import org.broadsheet.methods.deeplinear.Pretraining;
import org.broadsheet.methods.deeplinear.Start;
import org.broadsheet.methods.tensor.Tensor;
import org.broadsheet.methods.tensor.Tensors;

/// This counts the steps that networks of growing depth need, each at the best of many learning
/// rates, from orthogonal, pretrained and scaled Gaussian weights.
final class Depth implements DeepLinearLearning.Part {
    static final String ORTHOGONAL = "orthogonal-depth-growth";
    static final String PRETRAINED = "pretrained-depth-growth";
    static final String GAUSSIAN = "gaussian-depth-factor";

    private static final Tensors TENSORS = Tensors.doubles().threads(1);
    private static final int SHALLOWEST = 2;
    private static final int OUTPUTS = 10;

    /// The target's singular values, evenly spaced. Were they equal, a shallow network would need
    /// two steps at its best rate, of which no ratio can be told.
    private static final double STRONGEST = 1;

    private static final double WEAKEST = 0.5;

    /// Of the error of answering 0 to everything.
    private static final double SHARE = 1e-4;

    /// Falling by √2 from 2, so that a rate that is too large is given up early.
    private static final double[] RATES =
            IntStream.rangeClosed(-2, 22).mapToDouble(i -> Math.pow(2, -i / 2.0)).toArray();

    private final Map<Kind, List<double[]>> steps = new EnumMap<>(Kind.class);

    enum Kind {
        ORTHOGONAL("orthogonal", Depth.ORTHOGONAL),
        PRETRAINED("pretrained", Depth.PRETRAINED),
        GAUSSIAN("scaled Gaussian", Depth.GAUSSIAN);

        private final String title;
        private final String metric;

        Kind(String title, String metric) {
            this.title = title;
            this.metric = metric;
        }
    }

    /// 2, 4, 8, … and the largest of the setting.
    static int[] depths(Setting setting) {
        int largest = setting.count("largest-depth");
        List<Integer> depths = new ArrayList<>();
        for (int depth = SHALLOWEST; depth < largest; depth *= 2) {
            depths.add(depth);
        }
        depths.add(largest);
        return depths.stream().mapToInt(depth -> depth).toArray();
    }

    @Override
    public void run(Setting setting, Bench bench) {
        int seeds = setting.count("seeds");
        int[] depths = depths(setting);
        for (int seed = 0; seed < seeds; seed++) {
            bench.progress("depth, repetition %d of %d".formatted(seed + 1, seeds), seed, seeds);
            measure(seed, depths, setting, bench);
            show(depths, setting, bench);
        }
    }

    /// Where the largest depth is that is at most a quarter of the deepest.
    private static int quarter(int[] depths) {
        int at = depths.length - 1;
        while (4 * depths[at] > depths[depths.length - 1]) {
            at--;
        }
        return at;
    }

    /// All depths and kinds, the deepest first, so that the threads end together; each draws from
    /// its own source.
    private void measure(int seed, int[] depths, Setting setting, Bench bench) {
        int kinds = Kind.values().length;
        List<Double> counts =
                IntStream.range(0, kinds * depths.length)
                        .parallel()
                        .mapToObj(i -> {
                            int depth = depths[depths.length - 1 - i / kinds];
                            return steps(Kind.values()[i % kinds], depth, seed, setting);
                        })
                        .toList();
        for (Kind kind : Kind.values()) {
            double[] row = new double[depths.length];
            for (int i = 0; i < depths.length; i++) {
                row[i] = counts.get((depths.length - 1 - i) * kinds + kind.ordinal());
            }
            steps.computeIfAbsent(kind, _ -> new ArrayList<>()).add(row);
            double deepest = row[row.length - 1];
            bench.metric(kind.metric, deepest / row[kind == Kind.GAUSSIAN ? 0 : quarter(depths)]);
        }
    }

    /// The steps at the best rate; all that were granted where no rate got there.
    private static double steps(Kind kind, int depth, int seed, Setting setting) {
        int width = setting.count("width");
        int most = setting.count("most-steps");
        var random = setting.random("depth " + depth + " " + kind, seed);
        Tensor target = target(width, random);
        int[] neurons = new int[depth + 1];
        Arrays.fill(neurons, width);
        neurons[depth] = target.shape()[0];
        List<Tensor> weights =
                switch (kind) {
                    case ORTHOGONAL -> new Start.Orthogonal(1).weights(TENSORS, neurons, random);
                    case GAUSSIAN -> new Start.ScaledGaussian(1).weights(TENSORS, neurons, random);
                    case PRETRAINED -> pretrained(neurons, random);
                };
        Optional<Descent.Tuned> best =
                Descent.fastest(weights, LinearTask.whitened(target), SHARE, most, RATES);
        return Math.max(1, best.map(Descent.Tuned::steps).orElse(most));
    }

    private static Tensor target(int width, RandomGenerator random) {
        double[] strengths =
                IntStream.range(0, OUTPUTS)
                        .mapToDouble(i -> STRONGEST - (STRONGEST - WEAKEST) * i / (OUTPUTS - 1))
                        .toArray();
        return Matrices.orthogonal(TENSORS, OUTPUTS, OUTPUTS, random)
                .matmul(Matrices.diagonal(TENSORS, OUTPUTS, OUTPUTS, strengths))
                .matmul(Matrices.orthogonal(TENSORS, OUTPUTS, width, random));
    }

    /// All layers below the last learn to give back what they get; the last is random, as there are
    /// no labels yet.
    private static List<Tensor> pretrained(int[] neurons, RandomGenerator random) {
        int width = neurons[0];
        var pretraining = new Pretraining(new Start.Small(0.01), new Descent(0.4), 1e-4, 2_000);
        int[] hidden = Arrays.copyOfRange(neurons, 1, neurons.length - 1);
        List<Tensor> weights =
                new ArrayList<>(
                        pretraining.layers(Matrices.identity(TENSORS, width), hidden, random));
        int outputs = neurons[neurons.length - 1];
        weights.add(new Start.ScaledGaussian(1).matrix(TENSORS, outputs, width, random));
        return weights;
    }

    private void show(int[] depths, Setting setting, Bench bench) {
        double[] x = Arrays.stream(depths).asDoubleStream().toArray();
        List<Chart.Curve> curves = new ArrayList<>();
        steps.forEach((kind, rows) ->
                curves.add(
                        Spread.of(rows)
                                .curve(
                                        kind.title,
                                        kind == Kind.GAUSSIAN ? Role.BASELINE : Role.MEASURED,
                                        Shape.DOTTED_LINE,
                                        x)));
        int most = setting.count("most-steps");
        bench.show(
                new Chart(
                        "depth",
                        new Caption(
                                "Steps to an error of a ten-thousandth, each network at its best learning rate",
                                "From %d to %d matrices: %s. Where no rate got there, the %s steps granted are shown."
                                        .formatted(
                                                depths[0],
                                                depths[depths.length - 1],
                                                findings(),
                                                Figures.rounded(most, 6))),
                        Axis.log("matrices"),
                        Axis.log("steps"),
                        curves,
                        List.of(new Mark(Mark.Direction.ACROSS, most, "steps granted"))));
    }

    private String findings() {
        List<String> parts = new ArrayList<>();
        steps.forEach((kind, rows) -> {
            double[] middle = Spread.of(rows).middle();
            parts.add(
                    "%s %s to %s steps"
                            .formatted(
                                    kind.title,
                                    Figures.rounded(middle[0], 3),
                                    Figures.rounded(middle[middle.length - 1], 3)));
        });
        return String.join(", ", parts);
    }
}
