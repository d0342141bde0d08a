package org.broadsheet.reproductions.incontext;

import java.util.ArrayList;
import java.util.List;
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
record TwoTasks(List<InContextAttention> layers, double[] losses) {
    static final String SHARED = "most-even-head-of-three";
    static final String PAIRS = "larger-share-of-four";
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
        work.train(layers, regression, setting, setting.random("task prompts", seed), (_, _) -> {});
        return new TwoTasks(
                layers, new Evaluation(regression, setting, "tasks", seed).losses(layers));
    }

    /// How much head h does for each task: what it passes on of the task's y, times its mean score
    /// over the task's coordinates.
    private static double[] effects(InContextAttention layer, int head) {
        double[][] keyQuery = layer.keyQuery(head);
        double[][] outputValue = layer.outputValue(head);
        double[] effects = new double[WINDOWS.size()];
        for (int n = 0; n < effects.length; n++) {
            Window window = WINDOWS.get(n);
            double score = 0;
            for (int i = window.from(); i < window.to(); i++) {
                score += keyQuery[i][i] / (window.to() - window.from());
            }
            effects[n] = Math.abs(score * outputValue[n][DIMENSION + n]);
        }
        return effects;
    }

    /// For each head that is no dummy the share of the larger task in its effects.
    private static double[] largerShares(InContextAttention layer) {
        List<double[]> effects = new ArrayList<>();
        double largest = 0;
        for (int head = 0; head < layer.shape().heads(); head++) {
            double[] one = effects(layer, head);
            effects.add(one);
            largest = Math.max(largest, one[0] + one[1]);
        }
        double least = DUMMY * largest;
        return effects.stream()
                .filter(one -> one[0] + one[1] >= least)
                .mapToDouble(one -> Math.max(one[0], one[1]) / (one[0] + one[1]))
                .toArray();
    }

    private double mostEvenOfThree() {
        double most = 1;
        for (double share : largerShares(layers.get(1))) {
            most = Math.min(most, share);
        }
        return most;
    }

    private double meanOfFour() {
        double[] shares = largerShares(layers.get(2));
        double sum = 0;
        for (double share : shares) {
            sum += share;
        }
        return sum / shares.length;
    }

    static void show(List<TwoTasks> runs, Bench bench) {
        for (TwoTasks run : runs) {
            bench.metric(SHARED, run.mostEvenOfThree());
            bench.metric(PAIRS, run.meanOfFour());
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
                                "Of three heads, left, the most even one gives %s of its effect to its"
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
                double[] effects = effects(layer, head);
                bars.add(
                        new Bars.Bar(
                                "%d of %d".formatted(head + 1, heads),
                                heads == 3 ? Exhibit.Role.MEASURED : Exhibit.Role.BASELINE,
                                effects[0] / (effects[0] + effects[1])));
            }
        }
        bench.show(
                new Bars(
                        "task-shares",
                        new Exhibit.Caption(
                                "What each head does for the first task, as a share",
                                "The losses of two, three and four heads are %s, %s and %s."
                                                .formatted(
                                                        Figures.rounded(run.losses()[0], 3),
                                                        Figures.rounded(run.losses()[1], 3),
                                                        Figures.rounded(run.losses()[2], 3))
                                        + " Three heads in red, four in grey."),
                        Exhibit.Axis.linear("share of the first task"),
                        bars));
    }
}
