package org.broadsheet.reproductions.incontext;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.broadsheet.lab.Bars;
import org.broadsheet.lab.Bench;
import org.broadsheet.lab.Exhibit;
import org.broadsheet.lab.Figures;
import org.broadsheet.lab.HeatMap;
import org.broadsheet.lab.Setting;
import org.broadsheet.methods.incontext.InContextAttention;
import org.broadsheet.methods.incontext.InContextAttention.Kind;
import org.broadsheet.methods.incontext.Regression;
import org.broadsheet.methods.incontext.Regression.Window;

/// This trains two, three and four heads on two tasks at once, which depend on the first four and
/// on the last four of six coordinates, and reads which head works for which task.
///
/// @param layers with two, three and four heads
/// @param losses of each, summed over the tasks
/// @param ownAtStart how far two of three heads have a task of their own before training
record TwoTasks(List<InContextAttention> layers, double[] losses, double ownAtStart) {
    static final String SHARED = "most-even-head-of-three";
    static final String OWN = "own-task-share-of-three";
    static final String OWN_AT_START = "own-task-share-of-three-at-start";
    static final String PAIRS = "larger-share-of-four";
    static final String OPPOSED_PAIRS = "opposed-pairs-of-four";
    static final String TWO_OVER_THREE = "two-heads-over-three";

    private static final int DIMENSION = 6;
    private static final List<Window> WINDOWS = List.of(new Window(0, 4), new Window(2, 6));

    /// Of the largest effect of a layer's heads: one of less is a dummy, which works for no task.
    private static final double DUMMY = 0.1;

    static TwoTasks of(int seed, Setting setting, Work work) {
        Regression regression =
                new Regression(
                        DIMENSION, setting.count("length"), setting.real("noise"), 0, WINDOWS);
        var random = setting.random("task layers", seed);
        List<InContextAttention> layers =
                Work.layers(List.of(2, 3, 4), Kind.SOFTMAX, regression, random);
        double ownAtStart = ownOfThree(layers.get(1));
        work.train(layers, regression, setting, setting.random("task prompts", seed), (_, _) -> {});
        return new TwoTasks(
                layers,
                new Evaluation(regression, setting, "tasks", seed).losses(layers),
                ownAtStart);
    }

    /// What a head does for each of the two tasks.
    ///
    /// @param scores its mean score over each task's coordinates
    /// @param effects the size of that, times what it passes on of the task's y
    private record Worker(double[] scores, double[] effects) {
        static Worker of(InContextAttention layer, int head) {
            double[][] keyQuery = layer.keyQuery(head);
            double[][] outputValue = layer.outputValue(head);
            double[] scores = new double[WINDOWS.size()];
            double[] effects = new double[WINDOWS.size()];
            for (int n = 0; n < effects.length; n++) {
                Window window = WINDOWS.get(n);
                for (int i = window.from(); i < window.to(); i++) {
                    scores[n] += keyQuery[i][i] / (window.to() - window.from());
                }
                effects[n] = Math.abs(scores[n] * outputValue[n][DIMENSION + n]);
            }
            return new Worker(scores, effects);
        }

        double effect() {
            return effects[0] + effects[1];
        }

        /// The first task's share.
        double share() {
            return effects[0] / effect();
        }

        double largerShare() {
            return Math.max(share(), 1 - share());
        }

        int largerTask() {
            return effects[0] >= effects[1] ? 0 : 1;
        }
    }

    /// The heads that are no dummies, the most even one first.
    private static List<Worker> workers(InContextAttention layer) {
        List<Worker> all =
                IntStream.range(0, layer.shape().heads())
                        .mapToObj(head -> Worker.of(layer, head))
                        .toList();
        double least = DUMMY * all.stream().mapToDouble(Worker::effect).max().orElseThrow();
        return all.stream()
                .filter(one -> one.effect() >= least)
                .sorted(Comparator.comparingDouble(Worker::largerShare))
                .toList();
    }

    private double mostEvenOfThree() {
        return workers(layers.get(1)).getFirst().largerShare();
    }

    /// How far the two less even of three heads have a task each: 1 where each does for its own
    /// only, and a half, which is the least, where both do the same or one is a dummy.
    private static double ownOfThree(InContextAttention layer) {
        List<Worker> workers = workers(layer);
        if (workers.size() < 3) {
            return 0.5;
        }
        return (1 + Math.abs(workers.get(1).share() - workers.get(2).share())) / 2;
    }

    private double meanOfFour() {
        return workers(layers.get(2)).stream()
                .mapToDouble(Worker::largerShare)
                .average()
                .orElseThrow();
    }

    /// Whether two of four heads serve each task more than the other, and score there with opposite
    /// signs.
    private boolean hasOpposedPairs() {
        List<Worker> workers = workers(layers.get(2));
        return IntStream.range(0, WINDOWS.size())
                .allMatch(task -> {
                    double[] scores =
                            workers.stream()
                                    .filter(one -> one.largerTask() == task)
                                    .mapToDouble(one -> one.scores()[task])
                                    .toArray();
                    return scores.length == 2 && scores[0] * scores[1] < 0;
                });
    }

    static void show(List<TwoTasks> runs, Bench bench) {
        for (TwoTasks run : runs) {
            bench.metric(SHARED, run.mostEvenOfThree());
            bench.metric(OWN, ownOfThree(run.layers().get(1)));
            bench.metric(OWN_AT_START, run.ownAtStart());
            bench.metric(PAIRS, run.meanOfFour());
            bench.metric(OPPOSED_PAIRS, run.hasOpposedPairs() ? 1 : 0);
            bench.metric(TWO_OVER_THREE, run.losses()[0] / run.losses()[1]);
        }
        showScores(runs.getFirst(), bench);
        showShares(runs.getFirst(), bench);
    }

    /// The diagonals: a row for each head, three heads left and four right.
    private static void showScores(TwoTasks run, Bench bench) {
        double[][] values = new double[4][2 * DIMENSION + 1];
        for (int side = 0; side < 2; side++) {
            InContextAttention layer = run.layers().get(side + 1);
            for (int head = 0; head < layer.shape().heads(); head++) {
                double[][] keyQuery = layer.keyQuery(head);
                for (int i = 0; i < DIMENSION; i++) {
                    values[3 - head][side * (DIMENSION + 1) + i] = keyQuery[i][i];
                }
            }
        }
        bench.show(
                new HeatMap(
                        "tasks",
                        new Exhibit.Caption(
                                "Which heads look at which coordinates, with two tasks that share two of six",
                                "In repetition 1, of three heads, left, the most even one gives %s of its effect to its"
                                                .formatted(
                                                        Figures.rounded(run.mostEvenOfThree(), 2))
                                        + " larger task; of four, right, the heads give it %s on the mean."
                                                .formatted(Figures.rounded(run.meanOfFour(), 2))
                                        + " Each row is a head’s diagonal over six coordinates."),
                        Exhibit.Axis.linear("coordinates: three heads, four heads"),
                        new double[] {0, 2 * DIMENSION + 1},
                        Exhibit.Axis.linear("heads, the first at the top"),
                        new double[] {0, 4},
                        values,
                        new HeatMap.Shades("score", HeatMap.Shades.Kind.AROUND_ZERO)));
    }

    private static void showShares(TwoTasks run, Bench bench) {
        List<Bars.Bar> bars = new ArrayList<>();
        for (InContextAttention layer : run.layers().subList(1, 3)) {
            int heads = layer.shape().heads();
            for (int head = 0; head < heads; head++) {
                bars.add(
                        new Bars.Bar(
                                "%d of %d".formatted(head + 1, heads),
                                heads == 3 ? Exhibit.Role.MEASURED : Exhibit.Role.BASELINE,
                                Worker.of(layer, head).share()));
            }
        }
        bench.show(
                new Bars(
                        "task-shares",
                        new Exhibit.Caption(
                                "What each head does for the first task, as a share",
                                "In repetition 1 the losses of two, three and four heads are %s, %s and %s."
                                                .formatted(
                                                        Figures.rounded(run.losses()[0], 3),
                                                        Figures.rounded(run.losses()[1], 3),
                                                        Figures.rounded(run.losses()[2], 3))
                                        + " Three heads in red, four in grey."),
                        Exhibit.Axis.linear("share of the first task"),
                        bars));
    }
}
