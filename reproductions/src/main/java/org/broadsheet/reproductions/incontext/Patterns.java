package org.broadsheet.reproductions.incontext;

import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.broadsheet.lab.Bench;
import org.broadsheet.lab.Chart;
import org.broadsheet.lab.Exhibit;
import org.broadsheet.lab.Figures;
import org.broadsheet.lab.HeatMap;
import org.broadsheet.lab.Setting;
import org.broadsheet.methods.incontext.HeadPattern;
import org.broadsheet.reproductions.incontext.MainRun.Checkpoint;
import org.broadsheet.reproductions.incontext.MainRun.Frame;

/// This reads the patterns of the trained heads and shows how they emerge.
final class Patterns {
    static final String STRAY = "stray";
    static final String STRAY_AT_START = "stray-at-start";
    static final String SPREAD = "spread";
    static final String LEAK = "leak";
    static final String OPPOSED = "score-sum";
    static final String ZERO_SUM = "output-sum";
    static final String ZERO_SUM_MORE = "output-sum-of-more-heads";
    static final String COPIES = "score-spread-of-more-heads";

    private Patterns() {}

    static void show(List<MainRun> runs, Setting setting, Bench bench) {
        for (MainRun run : runs) {
            List<HeadPattern> two = MainRun.patterns(run.two());
            List<HeadPattern> more = MainRun.patterns(run.more());
            bench.metric(STRAY, largest(two, one -> one.stray() / Math.abs(one.weight())));
            bench.metric(
                    STRAY_AT_START,
                    largest(run.frames().getFirst(), run.two().shape().dimension()));
            bench.metric(SPREAD, largest(two, one -> one.spread() / Math.abs(one.weight())));
            bench.metric(LEAK, largest(two, one -> one.leak() / Math.abs(one.output())));
            bench.metric(OPPOSED, imbalance(two, HeadPattern::weight));
            bench.metric(ZERO_SUM, imbalance(two, HeadPattern::output));
            bench.metric(ZERO_SUM_MORE, imbalance(more, HeadPattern::output));
            bench.metric(COPIES, spreadOfSizes(more));
        }
        MainRun first = runs.getFirst();
        showFrames(first, bench);
        showTrajectories(first, setting, bench);
    }

    private static double largest(List<HeadPattern> heads, ToDoubleFunction<HeadPattern> value) {
        return heads.stream().mapToDouble(value).max().orElseThrow();
    }

    /// The largest element off the diagonal over the mean of the diagonal's sizes, of a frame.
    private static double largest(Frame frame, int dimension) {
        double largest = 0;
        for (double[][] keyQuery : frame.keyQuery()) {
            double diagonal = 0;
            double stray = 0;
            for (int i = 0; i < keyQuery.length; i++) {
                for (int j = 0; j < dimension; j++) {
                    if (i == j) {
                        diagonal += Math.abs(keyQuery[i][j]) / dimension;
                    } else {
                        stray = Math.max(stray, Math.abs(keyQuery[i][j]));
                    }
                }
            }
            largest = Math.max(largest, stray / diagonal);
        }
        return largest;
    }

    /// The size of the sum over the sum of the sizes.
    private static double imbalance(List<HeadPattern> heads, ToDoubleFunction<HeadPattern> value) {
        double sum = heads.stream().mapToDouble(value).sum();
        double sizes = heads.stream().mapToDouble(one -> Math.abs(value.applyAsDouble(one))).sum();
        return Math.abs(sum) / sizes;
    }

    /// The standard deviation of the scores' sizes over their mean, weighted by the outputs' sizes.
    private static double spreadOfSizes(List<HeadPattern> heads) {
        double weights = 0;
        double sum = 0;
        double squares = 0;
        for (HeadPattern head : heads) {
            double weight = Math.abs(head.output());
            double size = Math.abs(head.weight());
            weights += weight;
            sum += weight * size;
            squares += weight * size * size;
        }
        double mean = sum / weights;
        return Math.sqrt(Math.max(0, squares / weights - mean * mean)) / mean;
    }

    /// The matrices so far: a row of panels for each head, from early to late.
    static void showFrames(MainRun run, Bench bench) {
        int dimension = run.two().shape().dimension();
        int width = dimension + 1;
        List<Frame> frames = run.frames();
        int columns = frames.size() * (dimension + 1) - 1;
        double[][] scores = new double[2 * width + 1][columns];
        double[][] outputs = new double[3][frames.size() * (width + 1) - 1];
        for (int f = 0; f < frames.size(); f++) {
            for (int head = 0; head < 2; head++) {
                double[][] keyQuery = frames.get(f).keyQuery()[head];
                int lowest = (1 - head) * (width + 1);
                for (int i = 0; i < width; i++) {
                    // The first row of a matrix stands at the top of its panel.
                    System.arraycopy(
                            keyQuery[i],
                            0,
                            scores[lowest + width - 1 - i],
                            f * (dimension + 1),
                            dimension);
                }
                System.arraycopy(
                        frames.get(f).outputValue()[head][0],
                        0,
                        outputs[2 * (1 - head)],
                        f * (width + 1),
                        width);
            }
        }
        String steps =
                frames.stream()
                        .map(frame -> "%,d".formatted(frame.step()))
                        .collect(Collectors.joining(", "));
        List<HeadPattern> now = MainRun.patterns(run.two());
        String found =
                "After %s steps of repetition 1 the diagonals are %s and %s, and no other element is over %s."
                        .formatted(
                                "%,d".formatted(frames.getLast().step()),
                                Figures.rounded(now.get(0).weight(), 3),
                                Figures.rounded(now.get(1).weight(), 3),
                                Figures.rounded(largest(now, HeadPattern::stray), 2));
        bench.show(
                map(
                        "patterns",
                        new Exhibit.Caption(
                                "The scores of two heads, from noise on",
                                found
                                        + " KᵀQ of two heads, one above the other, after steps "
                                        + steps
                                        + "."),
                        scores,
                        "KᵀQ/√D by the query's coordinates, from early to late",
                        "head 2 and, above it, head 1"));
        bench.show(
                map(
                        "outputs",
                        new Exhibit.Caption(
                                "What two heads pass on of inputs and y, from noise on",
                                "After %,d steps of repetition 1 they pass on %s y and %s y; no input counts more than"
                                                .formatted(
                                                        frames.getLast().step(),
                                                        Figures.rounded(now.get(0).output(), 3),
                                                        Figures.rounded(now.get(1).output(), 3))
                                        + " %s. O V of two heads after steps %s."
                                                .formatted(
                                                        Figures.rounded(
                                                                largest(now, HeadPattern::leak), 2),
                                                        steps)),
                        outputs,
                        "O V by the tokens' elements, y last; from early to late",
                        "head 2 and, above it, head 1"));
    }

    private static HeatMap map(
            String id, Exhibit.Caption caption, double[][] values, String x, String y) {
        return new HeatMap(
                id,
                caption,
                Exhibit.Axis.linear(x),
                new double[] {0, values[0].length},
                Exhibit.Axis.linear(y),
                new double[] {0, values.length},
                values,
                new HeatMap.Shades("weight", HeatMap.Shades.Kind.AROUND_ZERO));
    }

    private static void showTrajectories(MainRun run, Setting setting, Bench bench) {
        double[] x = run.way().stream().mapToDouble(Checkpoint::step).toArray();
        Checkpoint last = run.way().getLast();
        DoubleSummaryStatistics sizes =
                last.more().stream().mapToDouble(one -> Math.abs(one.weight())).summaryStatistics();
        bench.show(
                new Chart(
                        "scores",
                        new Exhibit.Caption(
                                "The scores of the heads on the way",
                                "In repetition 1 two heads end at %s and %s, and the sizes of all %d of the other layer lie"
                                                .formatted(
                                                        Figures.rounded(
                                                                last.two().get(0).weight(), 3),
                                                        Figures.rounded(
                                                                last.two().get(1).weight(), 3),
                                                        setting.count("heads"))
                                        + " from %s to %s."
                                                .formatted(
                                                        Figures.rounded(sizes.getMin(), 3),
                                                        Figures.rounded(sizes.getMax(), 3))),
                        Exhibit.Axis.log("step"),
                        Exhibit.Axis.linear("score, mean of the diagonal"),
                        curves(run, x, HeadPattern::weight)));
        bench.show(
                new Chart(
                        "passed-on",
                        new Exhibit.Caption(
                                "What the heads pass on, on the way",
                                "In repetition 1 two heads end at %s and %s; the sum of all %d is %s."
                                        .formatted(
                                                Figures.rounded(last.two().get(0).output(), 3),
                                                Figures.rounded(last.two().get(1).output(), 3),
                                                setting.count("heads"),
                                                Figures.rounded(
                                                        last.more().stream()
                                                                .mapToDouble(HeadPattern::output)
                                                                .sum(),
                                                        2))),
                        Exhibit.Axis.log("step"),
                        Exhibit.Axis.linear("weight on y"),
                        curves(run, x, HeadPattern::output)));
    }

    private static List<Chart.Curve> curves(
            MainRun run, double[] x, ToDoubleFunction<HeadPattern> value) {
        List<Chart.Curve> curves = new ArrayList<>();
        for (int h = 0; h < 2; h++) {
            int head = h;
            curves.add(
                    new Chart.Curve(
                            "head %d of 2".formatted(h + 1),
                            Exhibit.Role.MEASURED,
                            h == 0 ? Chart.Shape.LINE : Chart.Shape.DASHES,
                            x,
                            run.way().stream()
                                    .mapToDouble(one -> value.applyAsDouble(one.two().get(head)))
                                    .toArray()));
        }
        int heads = run.way().getFirst().more().size();
        for (int h = 0; h < heads; h++) {
            int head = h;
            curves.add(
                    new Chart.Curve(
                            "%d of %d".formatted(h + 1, heads),
                            Exhibit.Role.BASELINE,
                            Chart.Shape.LINE,
                            x,
                            run.way().stream()
                                    .mapToDouble(one -> value.applyAsDouble(one.more().get(head)))
                                    .toArray()));
        }
        return curves;
    }
}
