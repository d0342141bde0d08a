package org.broadsheet.reproductions.incontext;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.broadsheet.lab.Bench;
import org.broadsheet.lab.Chart;
import org.broadsheet.lab.Exhibit;
import org.broadsheet.lab.Figures;
import org.broadsheet.lab.Setting;
import org.broadsheet.methods.incontext.Descent;
import org.broadsheet.methods.incontext.Descent.Direction;
import org.broadsheet.methods.incontext.Predictor;
import org.broadsheet.methods.incontext.ReducedModel;
import org.broadsheet.methods.incontext.Regression;
import org.broadsheet.methods.incontext.Ridge;
import org.broadsheet.reproductions.incontext.MainRun.Checkpoint;

/// This compares the losses of the trained layers, of descent and of ridge regression, at the
/// length of training and at others.
final class Lengths {
    static final String ONE_OVER_TWO = "one-head-over-two";
    static final String MORE_OVER_TWO = "more-heads-over-two";
    static final String TWO_OVER_STEP = "two-heads-over-step";
    static final String ONE_OVER_THEORY = "one-head-over-theory";
    static final String LONGER = "longer-loss";
    static final String LONGER_LINEAR = "longer-loss-linear";

    /// Of the length in training.
    private static final double[] SHARES = {0.25, 0.5, 0.75, 1, 1.5, 2, 2.5};

    /// Of all predictors at one length.
    private record Losses(
            double one, double two, double more, double linear, double step, double ridge) {}

    private Lengths() {}

    static void show(List<MainRun> runs, Setting setting, Bench bench) {
        Regression regression = MainRun.regression(setting);
        List<List<Losses>> all =
                IntStream.range(0, runs.size())
                        .parallel()
                        .mapToObj(seed -> losses(runs.get(seed), regression, setting, seed))
                        .toList();
        ReducedModel reduced =
                new ReducedModel(regression.dimension(), regression.length(), regression.noise());
        int trained = Arrays.binarySearch(SHARES, 1);
        for (List<Losses> losses : all) {
            Losses at = losses.get(trained);
            Losses longer = losses.getLast();
            bench.metric(ONE_OVER_TWO, at.one() / at.two());
            bench.metric(MORE_OVER_TWO, at.more() / at.two());
            bench.metric(TWO_OVER_STEP, at.two() / at.step());
            bench.metric(ONE_OVER_THEORY, at.one() / reduced.singleHead());
            bench.metric(LONGER, longer.two() / at.two());
            bench.metric(LONGER_LINEAR, longer.linear() / at.linear());
        }
        showTraining(runs, regression, reduced, bench);
        showLengths(all, regression, trained, bench);
    }

    private static List<Losses> losses(
            MainRun run, Regression regression, Setting setting, int seed) {
        Descent step =
                Descent.fitted(
                        Direction.DEBIASED,
                        new Evaluation(regression, setting, "fit", seed).some());
        // Without noise the best there is has no penalty; a trace of one keeps it defined.
        Ridge ridge = new Ridge(Math.max(1e-9, regression.noise() * regression.dimension()));
        List<Predictor> predictors =
                List.of(run.one(), run.two(), run.more(), run.linear(), step, ridge);
        return Arrays.stream(SHARES)
                .mapToObj(share -> {
                    double[] of =
                            new Evaluation(
                                            regression.withLength(length(regression, share)),
                                            setting,
                                            "evaluation",
                                            seed)
                                    .losses(predictors);
                    return new Losses(of[0], of[1], of[2], of[3], of[4], of[5]);
                })
                .toList();
    }

    private static int length(Regression regression, double share) {
        return (int) Math.round(share * regression.length());
    }

    private static double mean(List<List<Losses>> all, int at, ToDoubleFunction<Losses> predictor) {
        return all.stream()
                .mapToDouble(one -> predictor.applyAsDouble(one.get(at)))
                .average()
                .orElseThrow();
    }

    private static void showLengths(
            List<List<Losses>> all, Regression regression, int trained, Bench bench) {
        List<Chart.Curve> curves =
                List.of(
                        curve(
                                "two heads",
                                Exhibit.Role.MEASURED,
                                Chart.Shape.DOTTED_LINE,
                                all,
                                Losses::two,
                                regression),
                        curve(
                                "one head",
                                Exhibit.Role.MEASURED,
                                Chart.Shape.DASHES,
                                all,
                                Losses::one,
                                regression),
                        curve(
                                "debiased step",
                                Exhibit.Role.THEORY,
                                Chart.Shape.DASHES,
                                all,
                                Losses::step,
                                regression),
                        curve(
                                "linear attention",
                                Exhibit.Role.BASELINE,
                                Chart.Shape.DASHES,
                                all,
                                Losses::linear,
                                regression),
                        curve(
                                "ridge, the best there is",
                                Exhibit.Role.BASELINE,
                                Chart.Shape.LINE,
                                all,
                                Losses::ridge,
                                regression));
        int last = SHARES.length - 1;
        bench.show(
                new Chart(
                        "lengths",
                        new Exhibit.Caption(
                                "The losses of two heads and of one step of debiased descent, over the length",
                                "From %d to %d examples the loss of two heads goes from %s to %s, and that"
                                                .formatted(
                                                        regression.length(),
                                                        length(regression, SHARES[last]),
                                                        figure(all, trained, Losses::two),
                                                        figure(all, last, Losses::two))
                                        + " of the step from %s to %s; that of linear attention goes from"
                                                .formatted(
                                                        figure(all, trained, Losses::step),
                                                        figure(all, last, Losses::step))
                                        + " %s to %s."
                                                .formatted(
                                                        figure(all, trained, Losses::linear),
                                                        figure(all, last, Losses::linear))),
                        Exhibit.Axis.linear("examples in a prompt"),
                        Exhibit.Axis.log("squared error"),
                        curves,
                        List.of(
                                new Chart.Mark(
                                        Chart.Mark.Direction.UPRIGHT,
                                        regression.length(),
                                        "in training"))));
    }

    private static String figure(
            List<List<Losses>> all, int at, ToDoubleFunction<Losses> predictor) {
        return Figures.rounded(mean(all, at, predictor), 3);
    }

    private static Chart.Curve curve(
            String name,
            Exhibit.Role role,
            Chart.Shape shape,
            List<List<Losses>> all,
            ToDoubleFunction<Losses> predictor,
            Regression regression) {
        return new Chart.Curve(
                name,
                role,
                shape,
                Arrays.stream(SHARES).map(share -> length(regression, share)).toArray(),
                IntStream.range(0, SHARES.length)
                        .mapToDouble(at -> mean(all, at, predictor))
                        .toArray());
    }

    private static void showTraining(
            List<MainRun> runs, Regression regression, ReducedModel reduced, Bench bench) {
        double step =
                Descent.leastDebiasedLoss(
                        regression.dimension(), regression.length(), regression.noise());
        MainRun first = runs.getFirst();
        double[] x = first.way().stream().mapToDouble(Checkpoint::step).toArray();
        String[] names = {"one head", "two heads", first.more().shape().heads() + " heads"};
        Chart.Shape[] shapes = {Chart.Shape.DASHES, Chart.Shape.LINE, Chart.Shape.DOTTED_LINE};
        List<Chart.Curve> curves = new ArrayList<>();
        double[] ends = new double[3];
        for (int m = 0; m < 3; m++) {
            int layer = m;
            double[] y =
                    IntStream.range(0, x.length)
                            .mapToDouble(i ->
                                    runs.stream()
                                            .mapToDouble(run -> run.way().get(i).losses()[layer])
                                            .average()
                                            .orElseThrow())
                            .toArray();
            ends[m] = y[y.length - 1];
            curves.add(
                    new Chart.Curve(
                            names[m],
                            m == 2 ? Exhibit.Role.BASELINE : Exhibit.Role.MEASURED,
                            shapes[m],
                            x,
                            y));
        }
        bench.show(
                new Chart(
                        "losses",
                        new Exhibit.Caption(
                                "The losses of one, two and more heads on the way",
                                "At the end of training one head has a loss of %s, two have %s and %d %s;"
                                                .formatted(
                                                        Figures.rounded(ends[0], 3),
                                                        Figures.rounded(ends[1], 3),
                                                        first.more().shape().heads(),
                                                        Figures.rounded(ends[2], 3))
                                        + " the reduced model gives one %s, and the best debiased step has %s. Means of %d runs."
                                                .formatted(
                                                        Figures.rounded(reduced.singleHead(), 3),
                                                        Figures.rounded(step, 3),
                                                        runs.size())),
                        Exhibit.Axis.log("step"),
                        Exhibit.Axis.linear("squared error in training"),
                        curves,
                        List.of(
                                new Chart.Mark(
                                        Chart.Mark.Direction.ACROSS, step, "best debiased step"))));
    }
}
