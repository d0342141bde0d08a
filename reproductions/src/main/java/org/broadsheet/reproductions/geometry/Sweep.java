package org.broadsheet.reproductions.geometry;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.broadsheet.lab.Bench;
import org.broadsheet.lab.Chart;
import org.broadsheet.lab.Chart.Curve;
import org.broadsheet.lab.Chart.Mark;
import org.broadsheet.lab.Chart.Shape;
import org.broadsheet.lab.Exhibit.Axis;
import org.broadsheet.lab.Exhibit.Caption;
import org.broadsheet.lab.Exhibit.Role;
import org.broadsheet.lab.Figures;
import org.broadsheet.lab.HeatMap;
import org.broadsheet.lab.HeatMap.Shades;
import org.broadsheet.lab.Setting;
import org.broadsheet.methods.geometry.Activation;
import org.broadsheet.reproductions.geometry.Trial.Measures;

/// This trains both activations on exclusive ors that are nudged towards a line between the labels,
/// from not at all (nudge 0) to as far as the bits reach (nudge 1), at several noises.
final class Sweep implements LearnedGeometry.Part {
    static final String TARGET = "tanh-target-alignment";
    static final String OTHER_TARGET = "relu-target-alignment";
    static final String INPUT_LEAD = "relu-input-alignment-lead";
    static final String PARALLELISM_LEAD = "tanh-parallelism-lead";
    static final String CROSS_LEAD = "tanh-cross-condition-lead";
    static final String LEAD_WITHOUT_NUDGE = "target-lead-without-nudge";
    static final String NOISY_LEAD = "target-lead-at-most-noise-over-least";

    /// The most noise over the least.
    private static final double NOISE_RANGE = 8;

    private static final double MIDDLE = 0.5;

    /// A network has learned the task when it is right about this share of unseen samples.
    private static final double LEARNED = 0.9;

    private double[] nudges = new double[0];
    private double[] noises = new double[0];

    /// By activation, noise and nudge: the measures of each repetition.
    private final List<List<List<List<Measures>>>> all = new ArrayList<>();

    @Override
    public void run(Setting setting, Bench bench) {
        int steps = 2 * setting.count("nudge-steps");
        nudges = IntStream.rangeClosed(0, steps).mapToDouble(i -> (double) i / steps).toArray();
        int count = setting.count("noises");
        noises =
                IntStream.range(0, count)
                        .mapToDouble(i ->
                                setting.real("noise")
                                        * Math.pow(NOISE_RANGE, count == 1 ? 0 : i / (count - 1.0)))
                        .toArray();
        for (int activation = 0; activation < 2; activation++) {
            all.add(
                    IntStream.range(0, noises.length)
                            .mapToObj(_ ->
                                    IntStream.range(0, nudges.length)
                                            .<List<Measures>>mapToObj(_ -> new ArrayList<>())
                                            .toList())
                            .toList());
        }
        int seeds = setting.count("seeds");
        for (int seed = 0; seed < seeds; seed++) {
            bench.progress("nudges, repetition %d of %d".formatted(seed + 1, seeds), seed, seeds);
            measure(seed, setting);
            tell(seed, setting, bench);
            showAlignments(setting, bench);
        }
        showDisentangling(setting, bench);
        showLead(setting, bench);
    }

    private void measure(int seed, Setting setting) {
        int cells = noises.length * nudges.length;
        List<Measures> measured =
                IntStream.range(0, 2 * cells)
                        .parallel()
                        .mapToObj(i -> {
                            double noise = noises[i % cells / nudges.length];
                            double nudge = nudges[i % nudges.length];
                            Activation activation = LearnedGeometry.activation(i / cells, setting);
                            return Trial.nudged(setting, nudge, noise, activation)
                                    .run("nudge " + nudge + " noise " + noise, seed, setting);
                        })
                        .toList();
        for (int i = 0; i < measured.size(); i++) {
            all.get(i / cells)
                    .get(i % cells / nudges.length)
                    .get(i % nudges.length)
                    .add(measured.get(i));
        }
    }

    private Measures at(int activation, int noise, int nudge, int seed) {
        return all.get(activation).get(noise).get(nudge).get(seed);
    }

    private void tell(int seed, Setting setting, Bench bench) {
        int middle = nudges.length / 2;
        Measures one = at(0, 0, middle, seed);
        Measures other = at(1, 0, middle, seed);
        warn(0, one, seed, bench);
        warn(1, other, seed, bench);
        if (!LearnedGeometry.comparesTanhWithRelu(setting)) {
            return;
        }
        bench.metric(TARGET, one.target());
        bench.metric(OTHER_TARGET, other.target());
        bench.metric(INPUT_LEAD, other.input() - one.input());
        bench.metric(PARALLELISM_LEAD, one.parallelism() - other.parallelism());
        bench.metric(CROSS_LEAD, one.crossCondition() - other.crossCondition());
        bench.metric(LEAD_WITHOUT_NUDGE, lead(0, 0, seed));
        if (noises.length > 1 && lead(0, middle, seed) > 0) {
            bench.metric(NOISY_LEAD, lead(noises.length - 1, middle, seed) / lead(0, middle, seed));
        }
    }

    /// What a network that has not learned its task represents is no learned geometry.
    private static void warn(int activation, Measures measures, int seed, Bench bench) {
        if (measures.right() < LEARNED) {
            bench.log(
                    "Repetition %d: the %s network answers only %s %% of unseen samples right at nudge %s and the least noise, so its geometry is not that of a network that has learned. Another learning rate, more steps or less noise help."
                            .formatted(
                                    seed + 1,
                                    activation == 0 ? "first" : "second",
                                    Figures.rounded(100 * measures.right(), 3),
                                    MIDDLE));
        }
    }

    private double lead(int noise, int nudge, int seed) {
        return at(0, noise, nudge, seed).target() - at(1, noise, nudge, seed).target();
    }

    private double mean(int activation, int nudge, ToDoubleFunction<Measures> measure) {
        return Statistics.mean(all.get(activation).getFirst().get(nudge), measure);
    }

    private void showAlignments(Setting setting, Bench bench) {
        String one = LearnedGeometry.activation(0, setting).title();
        String other = LearnedGeometry.activation(1, setting).title();
        int middle = nudges.length / 2;
        double[] fine = IntStream.rangeClosed(0, 100).mapToDouble(i -> i / 100.0).toArray();
        double[] inputs =
                IntStream.rangeClosed(0, 100)
                        .mapToDouble(i -> {
                            double square = fine[i] * fine[i];
                            return square / Math.sqrt(2 + square * square);
                        })
                        .toArray();
        bench.show(
                new Chart(
                        "target-alignment",
                        new Caption(
                                "How far the hidden layer takes the geometry of the labels",
                                "At nudge %s, %s is aligned with the labels by %s and %s by %s; without a nudge by %s and %s."
                                        .formatted(
                                                MIDDLE,
                                                one,
                                                round(mean(0, middle, Measures::target)),
                                                other,
                                                round(mean(1, middle, Measures::target)),
                                                round(mean(0, 0, Measures::target)),
                                                round(mean(1, 0, Measures::target)))),
                        Axis.linear("nudge: how linearly separable the labels are"),
                        Axis.linear("alignment with the labels"),
                        List.of(
                                new Curve("inputs’ own", Role.THEORY, Shape.DASHES, fine, inputs),
                                curve(1, other, Role.BASELINE, Measures::target),
                                curve(0, one, Role.MEASURED, Measures::target))));
        bench.show(
                new Chart(
                        "input-alignment",
                        new Caption(
                                "How far it keeps the geometry of the inputs",
                                "At nudge %s, %s is aligned with the inputs by %s and %s by %s."
                                        .formatted(
                                                MIDDLE,
                                                one,
                                                round(mean(0, middle, Measures::input)),
                                                other,
                                                round(mean(1, middle, Measures::input)))),
                        Axis.linear("nudge: how linearly separable the labels are"),
                        Axis.linear("alignment with the inputs"),
                        List.of(
                                new Curve("labels’ own", Role.THEORY, Shape.DASHES, fine, inputs),
                                curve(1, other, Role.BASELINE, Measures::input),
                                curve(0, one, Role.MEASURED, Measures::input))));
    }

    private Curve curve(
            int activation, String name, Role role, ToDoubleFunction<Measures> measure) {
        return Statistics.curve(name, role, nudges, all.get(activation).getFirst(), measure);
    }

    private static String round(double value) {
        return Figures.rounded(value, 2);
    }

    private void showDisentangling(Setting setting, Bench bench) {
        String one = LearnedGeometry.activation(0, setting).title();
        String other = LearnedGeometry.activation(1, setting).title();
        int middle = nudges.length / 2;
        bench.show(
                new Chart(
                        "disentangling",
                        new Caption(
                                "Parallelism, and decoders that generalise across conditions",
                                "At nudge %s the parallelism score is %s for %s and %s for %s; decoders are right about conditions that they did not learn from in %s and %s of cases."
                                        .formatted(
                                                MIDDLE,
                                                round(mean(0, middle, Measures::parallelism)),
                                                one,
                                                round(mean(1, middle, Measures::parallelism)),
                                                other,
                                                round(mean(0, middle, Measures::crossCondition)),
                                                round(mean(1, middle, Measures::crossCondition)))),
                        Axis.linear("nudge: how linearly separable the labels are"),
                        Axis.linear("score, share of right answers"),
                        List.of(
                                curve(
                                        1,
                                        "parallelism, " + other,
                                        Role.BASELINE,
                                        Measures::parallelism),
                                curve(
                                        1,
                                        "generalising, " + other,
                                        Role.BASELINE,
                                        Measures::crossCondition),
                                curve(
                                        0,
                                        "parallelism, " + one,
                                        Role.MEASURED,
                                        Measures::parallelism),
                                curve(
                                        0,
                                        "generalising, " + one,
                                        Role.MEASURED,
                                        Measures::crossCondition)),
                        List.of(new Mark(Mark.Direction.ACROSS, 0.5, "chance of decoders"))));
    }

    private void showLead(Setting setting, Bench bench) {
        if (noises.length < 2) {
            return;
        }
        double[][] leads = new double[noises.length][nudges.length];
        for (int noise = 0; noise < noises.length; noise++) {
            for (int nudge = 0; nudge < nudges.length; nudge++) {
                leads[noise][nudge] =
                        Statistics.mean(all.get(0).get(noise).get(nudge), Measures::target)
                                - Statistics.mean(
                                        all.get(1).get(noise).get(nudge), Measures::target);
            }
        }
        int middle = nudges.length / 2;
        double half = 0.5 / (nudges.length - 1);
        double row = Math.pow(NOISE_RANGE, 0.5 / (noises.length - 1));
        bench.show(
                new HeatMap(
                        "lead",
                        new Caption(
                                "By how much %s is closer to the labels than %s"
                                        .formatted(
                                                LearnedGeometry.activation(0, setting).title(),
                                                LearnedGeometry.activation(1, setting).title()),
                                "At the least noise %s without a nudge and %s at nudge %s; at the most noise %s and %s."
                                        .formatted(
                                                round(leads[0][0]),
                                                round(leads[0][middle]),
                                                MIDDLE,
                                                round(leads[noises.length - 1][0]),
                                                round(leads[noises.length - 1][middle]))),
                        Axis.linear("nudge"),
                        new double[] {-half, 1 + half},
                        Axis.log("noise of each input"),
                        new double[] {noises[0] / row, noises[noises.length - 1] * row},
                        leads,
                        new Shades("lead in alignment", Shades.Kind.AROUND_ZERO)));
    }
}
