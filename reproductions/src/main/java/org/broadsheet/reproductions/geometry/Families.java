package org.broadsheet.reproductions.geometry;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.broadsheet.lab.Bench;
import org.broadsheet.lab.Chart;
import org.broadsheet.lab.Chart.Curve;
import org.broadsheet.lab.Chart.Shape;
import org.broadsheet.lab.Exhibit.Axis;
import org.broadsheet.lab.Exhibit.Caption;
import org.broadsheet.lab.Exhibit.Role;
import org.broadsheet.lab.Figures;
import org.broadsheet.lab.Setting;
import org.broadsheet.lab.Table;
import org.broadsheet.methods.geometry.ConditionTask;
import org.broadsheet.methods.geometry.Geometry;
import org.broadsheet.reproductions.geometry.Trial.Measures;

/// This trains both activations on tasks of all families: nudged exclusive ors, cubes that are
/// twisted, cubes with parities of their bits as labels, and random conditions with one to three
/// outputs.
final class Families implements LearnedGeometry.Part {
    static final String TARGET = "tasks-with-tanh-closer-to-target";
    static final String INPUT = "tasks-with-relu-closer-to-input";
    static final String SHATTERING_LEAD = "relu-shattering-lead";
    static final String FORCED_LEAD = "target-lead-at-forced-xor";

    /// Labels that are aligned with the inputs by less are not told by the inputs' geometry at all.
    private static final double UNRELATED = 0.01;

    private static final double ROUNDING = 1e-12;

    private record Family(
            String name, boolean isForced, Function<RandomGenerator, ConditionTask> task) {}

    /// Of a family the measures of each repetition, with the alignment of its inputs and labels.
    private record Row(Family family, List<Double> own, List<Measures> one, List<Measures> other) {
        Row(Family family) {
            this(family, new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        }
    }

    private record Pair(Measures one, Measures other, double own) {}

    private static List<Family> families(int inputs) {
        Stream<Family> nudged =
                Stream.of(0.0, 0.25, 0.5, 0.75, 1.0)
                        .map(nudge ->
                                new Family(
                                        "exclusive or, nudge " + Figures.exact(nudge),
                                        nudge == 0,
                                        random -> ConditionTask.nudgedXor(inputs, nudge, random)));
        Stream<Family> twisted =
                Stream.of(0.0, 45.0, 90.0, 135.0, 180.0)
                        .map(degrees ->
                                new Family(
                                        "cube twisted by " + Figures.exact(degrees) + "°",
                                        degrees == 180,
                                        random ->
                                                ConditionTask.twistedCube(
                                                        inputs, degrees, random)));
        Stream<Family> cubes =
                Stream.of(
                        cube("cube, parity of two bits", true, inputs, 3),
                        cube("cube, parity of three bits", false, inputs, 7),
                        cube("cube, two bits", false, inputs, 1, 2),
                        cube("cube, a bit and a parity", false, inputs, 1, 6));
        Stream<Family> random =
                IntStream.rangeClosed(1, 3)
                        .mapToObj(outputs ->
                                new Family(
                                        "random conditions, outputs: " + outputs,
                                        false,
                                        source ->
                                                ConditionTask.unstructured(
                                                        8, inputs, outputs, source)));
        return Stream.of(nudged, twisted, cubes, random).flatMap(one -> one).toList();
    }

    private static Family cube(String name, boolean isForced, int inputs, int... parities) {
        return new Family(
                name, isForced, random -> ConditionTask.cube(3, inputs, parities, random));
    }

    @Override
    public void run(Setting setting, Bench bench) {
        int seeds = setting.count("seeds");
        List<Row> rows = families(setting.count("inputs")).stream().map(Row::new).toList();
        for (int seed = 0; seed < seeds; seed++) {
            bench.progress("families, repetition %d of %d".formatted(seed + 1, seeds), seed, seeds);
            int repetition = seed;
            List<Pair> pairs =
                    rows.stream()
                            .parallel()
                            .map(row -> run(row.family(), repetition, setting))
                            .toList();
            for (int i = 0; i < pairs.size(); i++) {
                rows.get(i).own().add(pairs.get(i).own());
                rows.get(i).one().add(pairs.get(i).one());
                rows.get(i).other().add(pairs.get(i).other());
            }
            if (LearnedGeometry.comparesTanhWithRelu(setting)) {
                tell(rows, seed, bench);
            }
        }
        show(rows, setting, bench);
        showTable(rows, setting, bench);
    }

    private static Pair run(Family family, int seed, Setting setting) {
        List<Measures> measures = new ArrayList<>();
        double own = 0;
        for (int i = 0; i < 2; i++) {
            Trial trial =
                    new Trial(
                            family.task(),
                            setting.real("noise"),
                            LearnedGeometry.activation(i, setting),
                            1);
            ConditionTask task = trial.prepare(family.name(), seed, setting).task();
            own = Geometry.alignment(task.means(), task.targets());
            measures.add(trial.run(family.name(), seed, setting));
        }
        return new Pair(measures.getFirst(), measures.getLast(), own);
    }

    private static void tell(List<Row> rows, int seed, Bench bench) {
        List<Row> related = rows.stream().filter(row -> row.own().get(seed) > UNRELATED).toList();
        bench.metric(
                TARGET,
                share(
                        related,
                        row -> row.one().get(seed).target() >= row.other().get(seed).target()));
        bench.metric(
                INPUT,
                share(
                        related,
                        row -> row.other().get(seed).input() >= row.one().get(seed).input()));
        bench.metric(
                SHATTERING_LEAD,
                related.stream()
                        .mapToDouble(row ->
                                row.other().get(seed).shattering()
                                        - row.one().get(seed).shattering())
                        .average()
                        .orElseThrow());
        bench.metric(
                FORCED_LEAD,
                rows.stream()
                        .filter(row -> row.family().isForced())
                        .mapToDouble(row ->
                                row.one().get(seed).target() - row.other().get(seed).target())
                        .max()
                        .orElseThrow());
    }

    private static double share(List<Row> rows, Predicate<Row> isOne) {
        return (double) rows.stream().filter(isOne).count() / rows.size();
    }

    private static double mean(List<Double> values) {
        return values.stream().mapToDouble(value -> value).average().orElseThrow();
    }

    private static void show(List<Row> rows, Setting setting, Bench bench) {
        String one = LearnedGeometry.activation(0, setting).title();
        String other = LearnedGeometry.activation(1, setting).title();
        double[] own = rows.stream().mapToDouble(row -> mean(row.own())).toArray();
        double[] targets =
                rows.stream()
                        .mapToDouble(row -> Statistics.mean(row.one(), Measures::target))
                        .toArray();
        double[] others =
                rows.stream()
                        .mapToDouble(row -> Statistics.mean(row.other(), Measures::target))
                        .toArray();
        long closer = IntStream.range(0, own.length).filter(i -> targets[i] >= others[i]).count();
        bench.show(
                new Chart(
                        "families",
                        new Caption(
                                "All families of tasks: alignment with the labels, before the hidden layer and in it",
                                "%s is closer to the labels than %s in %d of %d tasks%s."
                                        .formatted(
                                                one,
                                                other,
                                                closer,
                                                own.length,
                                                exceptions(own, targets, others))),
                        Axis.linear("alignment of inputs and labels"),
                        Axis.linear("alignment of hidden layer and labels"),
                        List.of(
                                new Curve(
                                        "as in the inputs",
                                        Role.THEORY,
                                        Shape.DASHES,
                                        new double[] {0, 1},
                                        new double[] {0, 1}),
                                new Curve(other, Role.BASELINE, Shape.DOTS, own, others),
                                new Curve(one, Role.MEASURED, Shape.DOTS, own, targets))));
    }

    private static String exceptions(double[] own, double[] targets, double[] others) {
        long unrelated =
                IntStream.range(0, own.length)
                        .filter(i -> targets[i] < others[i] && own[i] <= UNRELATED)
                        .count();
        return "; of the others, the inputs of %d say nothing of the labels".formatted(unrelated);
    }

    private static void showTable(List<Row> rows, Setting setting, Bench bench) {
        String one = LearnedGeometry.activation(0, setting).title();
        String other = LearnedGeometry.activation(1, setting).title();
        bench.show(
                new Table(
                        "all-tasks",
                        new Caption(
                                "Every task with its measures, means over the repetitions",
                                "%d tasks; in each pair of figures %s comes first and %s second."
                                        .formatted(rows.size(), one, other)),
                        List.of(
                                "task",
                                "inputs and labels",
                                "labels",
                                "inputs",
                                "parallelism",
                                "across conditions",
                                "all dichotomies",
                                "dimensions"),
                        rows.stream()
                                .map(row ->
                                        List.of(
                                                row.family().name(),
                                                own(row),
                                                pair(row, Measures::target),
                                                pair(row, Measures::input),
                                                pair(row, Measures::parallelism),
                                                pair(row, Measures::crossCondition),
                                                pair(row, Measures::shattering),
                                                pair(row, Measures::dimensions)))
                                .toList()));
    }

    /// The alignment of inputs and labels; what rounding leaves of 0 is 0.
    private static String own(Row row) {
        double mean = mean(row.own());
        return mean < ROUNDING ? "0" : Figures.rounded(mean, 2);
    }

    private static String pair(Row row, ToDoubleFunction<Measures> measure) {
        return Figures.rounded(Statistics.mean(row.one(), measure), 2)
                + ", "
                + Figures.rounded(Statistics.mean(row.other(), measure), 2);
    }
}
