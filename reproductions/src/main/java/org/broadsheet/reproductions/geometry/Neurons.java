package org.broadsheet.reproductions.geometry;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.broadsheet.lab.Bench;
import org.broadsheet.lab.Chart;
import org.broadsheet.lab.Chart.Curve;
import org.broadsheet.lab.Chart.Shape;
import org.broadsheet.lab.Exhibit.Axis;
import org.broadsheet.lab.Exhibit.Caption;
import org.broadsheet.lab.Exhibit.Role;
import org.broadsheet.lab.Figures;
import org.broadsheet.lab.Setting;
import org.broadsheet.methods.geometry.ConditionTask;
import org.broadsheet.methods.geometry.Representation;
import org.broadsheet.methods.geometry.WeightFlow;
import org.broadsheet.methods.tensor.Tensor;

/// This looks at single hidden neurons: where the input weights of trained ones point, how many
/// conditions they answer to, and where the flow of early learning drives weights from small
/// starts.
final class Neurons implements LearnedGeometry.Part {
    static final String SPECIALISED_LEAD = "specialised-neurons-lead";
    static final String LABEL_SHARE_LEAD = "label-axis-share-lead";
    static final String FLOW = "flow-label-axis-share-tanh";
    static final String OTHER_FLOW = "flow-label-axis-share-relu";

    /// A neuron is specialised if its answer to one condition is over this share of all its answers
    /// above the least: of four, a neuron for one has 1, one for a label 1/2.
    private static final double SPECIALISED = 0.75;

    /// Neurons whose answers vary by less than this share of the most varied one's are left out.
    private static final double ANSWERING = 0.1;

    private static final int STARTS = 60;
    private static final double START_LENGTH = 0.1;
    private static final double FLOW_TIME = 6;
    private static final double FLOW_STEP = 0.02;

    /// The directions of a nudged exclusive or, of length 1: the bits' and the label's.
    private record Axes(double[] first, double[] second, double[] label) {
        static Axes of(ConditionTask task) {
            return new Axes(
                    direction(task, new int[] {-1, 1, -1, 1}),
                    direction(task, new int[] {-1, -1, 1, 1}),
                    direction(task, new int[] {-1, 1, 1, -1}));
        }

        private static double[] direction(ConditionTask task, int[] signs) {
            double[] sum = new double[task.inputs()];
            for (int condition = 0; condition < signs.length; condition++) {
                for (int i = 0; i < sum.length; i++) {
                    sum[i] += signs[condition] * task.means()[condition][i];
                }
            }
            double length = Math.sqrt(dot(sum, sum));
            return Arrays.stream(sum).map(value -> value / length).toArray();
        }

        /// What of a weight's length in the plane of the task is along the label.
        double labelShare(double[] weights) {
            double along = dot(weights, label);
            double across = Math.hypot(dot(weights, first), dot(weights, second));
            return along * along / (along * along + across * across);
        }
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    /// A trained network of a nudged exclusive or.
    private record Trained(Trial.Prepared prepared, double[][] weights, double[][] means) {}

    @Override
    public void run(Setting setting, Bench bench) {
        if (setting.real("nudge") == 0) {
            bench.log(
                    "Without a nudge the labels have no direction among the inputs, so where neurons point is not measured.");
            return;
        }
        int seeds = setting.count("seeds");
        for (int seed = 0; seed < seeds; seed++) {
            bench.progress("neurons, repetition %d of %d".formatted(seed + 1, seeds), seed, seeds);
            int repetition = seed;
            List<Trained> trained =
                    IntStream.range(0, 2)
                            .parallel()
                            .mapToObj(activation -> train(activation, repetition, setting))
                            .toList();
            Axes axes = Axes.of(trained.getFirst().prepared().task());
            List<List<List<double[]>>> flows =
                    IntStream.range(0, 2)
                            .mapToObj(activation -> flow(activation, axes, repetition, setting))
                            .toList();
            if (LearnedGeometry.comparesTanhWithRelu(setting)) {
                tell(trained, flows, axes, bench);
            }
            if (seed == 0) {
                showNeurons(trained, axes, setting, bench);
                showFlow(flows, axes, setting, bench);
            }
        }
    }

    private static void tell(
            List<Trained> trained, List<List<List<double[]>>> flows, Axes axes, Bench bench) {
        bench.metric(
                LABEL_SHARE_LEAD,
                labelShare(trained.get(0), axes) - labelShare(trained.get(1), axes));
        bench.metric(SPECIALISED_LEAD, specialised(trained.get(1)) - specialised(trained.get(0)));
        bench.metric(FLOW, flowShare(flows.get(0), axes));
        bench.metric(OTHER_FLOW, flowShare(flows.get(1), axes));
    }

    private static Trained train(int activation, int seed, Setting setting) {
        Trial.Prepared prepared =
                Trial.nudged(
                                setting,
                                setting.real("nudge"),
                                setting.real("noise"),
                                LearnedGeometry.activation(activation, setting))
                        .prepare("neurons", seed, setting);
        Trial.train(prepared, "neurons", seed, setting, _ -> {});
        Tensor weights = prepared.network().inputWeights();
        int inputs = prepared.task().inputs();
        double[] all = weights.toArray();
        double[][] rows =
                IntStream.range(0, weights.shape()[0])
                        .mapToObj(i -> Arrays.copyOfRange(all, i * inputs, (i + 1) * inputs))
                        .toArray(double[][]::new);
        double[][] means =
                Representation.of(prepared.network(), prepared.unseen(), 1)
                        .means(prepared.task().conditions());
        Trial.requireAlive(means, LearnedGeometry.activation(activation, setting), setting);
        return new Trained(prepared, rows, means);
    }

    /// The neurons that answer to the conditions at all.
    private static int[] answering(Trained trained) {
        double[][] means = trained.means();
        double[] ranges =
                IntStream.range(0, means[0].length).mapToDouble(i -> range(means, i)).toArray();
        double most = Arrays.stream(ranges).max().orElseThrow();
        return IntStream.range(0, ranges.length)
                .filter(i -> ranges[i] > ANSWERING * most)
                .toArray();
    }

    private static double range(double[][] means, int neuron) {
        double least = Arrays.stream(means).mapToDouble(row -> row[neuron]).min().orElseThrow();
        return Arrays.stream(means).mapToDouble(row -> row[neuron]).max().orElseThrow() - least;
    }

    private static double specialised(Trained trained) {
        double[][] means = trained.means();
        int[] neurons = answering(trained);
        long count =
                Arrays.stream(neurons)
                        .filter(neuron -> {
                            double least =
                                    Arrays.stream(means)
                                            .mapToDouble(row -> row[neuron])
                                            .min()
                                            .orElseThrow();
                            double sum =
                                    Arrays.stream(means)
                                            .mapToDouble(row -> row[neuron] - least)
                                            .sum();
                            return range(means, neuron) > SPECIALISED * sum;
                        })
                        .count();
        return (double) count / neurons.length;
    }

    private static double labelShare(Trained trained, Axes axes) {
        return Arrays.stream(answering(trained))
                .mapToDouble(neuron -> axes.labelShare(trained.weights()[neuron]))
                .average()
                .orElseThrow();
    }

    /// The ways of weights from small random starts within the space of the task.
    private static List<List<double[]>> flow(int activation, Axes axes, int seed, Setting setting) {
        ConditionTask task =
                Trial.nudged(
                                setting,
                                setting.real("nudge"),
                                setting.real("noise"),
                                LearnedGeometry.activation(activation, setting))
                        .prepare("neurons", seed, setting)
                        .task();
        var flow = new WeightFlow(task, LearnedGeometry.activation(activation, setting));
        RandomGenerator random = setting.random("flow", seed);
        List<List<double[]>> ways = new ArrayList<>();
        for (int start = 0; start < STARTS; start++) {
            double[] weights = new double[task.inputs()];
            double[] along = {random.nextGaussian(), random.nextGaussian(), random.nextGaussian()};
            double length = Math.sqrt(dot(along, along)) / START_LENGTH;
            for (int i = 0; i < weights.length; i++) {
                weights[i] =
                        (along[0] * axes.first()[i]
                                        + along[1] * axes.second()[i]
                                        + along[2] * axes.label()[i])
                                / length;
            }
            ways.add(flow.follow(weights, FLOW_STEP, (int) Math.round(FLOW_TIME / FLOW_STEP)));
        }
        return ways;
    }

    private static double flowShare(List<List<double[]>> ways, Axes axes) {
        return ways.stream()
                .mapToDouble(way -> axes.labelShare(way.getLast()))
                .average()
                .orElseThrow();
    }

    private static void showNeurons(
            List<Trained> trained, Axes axes, Setting setting, Bench bench) {
        List<Curve> curves = new ArrayList<>();
        for (int activation = 1; activation >= 0; activation--) {
            double[][] weights = trained.get(activation).weights();
            curves.add(
                    new Curve(
                            LearnedGeometry.activation(activation, setting).title(),
                            activation == 0 ? Role.MEASURED : Role.BASELINE,
                            Shape.DOTS,
                            Arrays.stream(weights)
                                    .mapToDouble(row -> dot(row, axes.first()))
                                    .toArray(),
                            Arrays.stream(weights)
                                    .mapToDouble(row -> dot(row, axes.label()))
                                    .toArray()));
        }
        bench.show(
                new Chart(
                        "neurons",
                        new Caption(
                                "Where the input weights of trained neurons point",
                                "Along the label lie %s of the weights’ squares of %s and %s of %s; %s and %s of the neurons answer to one condition alone."
                                        .formatted(
                                                round(labelShare(trained.get(0), axes)),
                                                LearnedGeometry.activation(0, setting).title(),
                                                round(labelShare(trained.get(1), axes)),
                                                LearnedGeometry.activation(1, setting).title(),
                                                round(specialised(trained.get(0))),
                                                round(specialised(trained.get(1))))),
                        Axis.linear("weight along the first bit"),
                        Axis.linear("weight along the label"),
                        curves));
    }

    private static void showFlow(
            List<List<List<double[]>>> flows, Axes axes, Setting setting, Bench bench) {
        List<Curve> curves = new ArrayList<>();
        for (int activation = 1; activation >= 0; activation--) {
            List<double[]> points =
                    flows.get(activation).stream()
                            .flatMap(way ->
                                    IntStream.range(0, way.size())
                                            .filter(i -> i % 6 == 0)
                                            .mapToObj(way::get))
                            .toList();
            curves.add(
                    new Curve(
                            LearnedGeometry.activation(activation, setting).title(),
                            activation == 0 ? Role.MEASURED : Role.BASELINE,
                            Shape.DOTS,
                            points.stream().mapToDouble(w -> dot(w, axes.first())).toArray(),
                            points.stream().mapToDouble(w -> dot(w, axes.label())).toArray()));
        }
        bench.show(
                new Chart(
                        "weight-flow",
                        new Caption(
                                "Where early learning drives the weights of a neuron that speaks for one label, from %d small starts"
                                        .formatted(STARTS),
                                "At the end %s of the weights’ squares lie along the label for %s and %s for %s."
                                        .formatted(
                                                round(flowShare(flows.get(0), axes)),
                                                LearnedGeometry.activation(0, setting).title(),
                                                round(flowShare(flows.get(1), axes)),
                                                LearnedGeometry.activation(1, setting).title())),
                        Axis.linear("weight along the first bit"),
                        Axis.linear("weight along the label"),
                        curves));
    }

    private static String round(double value) {
        return Figures.rounded(value, 2);
    }
}
