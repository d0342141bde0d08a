package org.broadsheet.reproductions.attentionsvm;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.broadsheet.lab.Bench;
import org.broadsheet.lab.Chart;
import org.broadsheet.lab.Exhibit;
import org.broadsheet.lab.Figures;
import org.broadsheet.lab.Setting;
import org.broadsheet.methods.attentionsvm.AttentionLayer;
import org.broadsheet.methods.attentionsvm.FrobeniusSvm;
import org.broadsheet.methods.attentionsvm.Margins;
import org.broadsheet.methods.attentionsvm.Matrices;
import org.broadsheet.methods.attentionsvm.NuclearSvm;
import org.broadsheet.methods.attentionsvm.Prompts.Shape;
import org.broadsheet.methods.attentionsvm.Separation.Separator;

/// This counts the ranks of both machines over the dimension, for several numbers of prompts and
/// tokens.
final class Ranks implements AttentionMachines.Part {
    static final String SHARE = "nuclear-rank-share";

    /// Singular values under this share of the largest count as none: the authors' tolerance.
    private static final double NONE = 1e-7;

    private static final int LARGEST = 20;

    /// So many prompts and tokens.
    private record Series(int prompts, int tokens) {
        String name() {
            return "n " + prompts + ", T " + tokens;
        }
    }

    private static final List<Series> SERIES =
            List.of(
                    new Series(5, 5),
                    new Series(10, 5),
                    new Series(15, 5),
                    new Series(5, 10),
                    new Series(5, 15));

    private static final int[] DIMENSIONS = {2, 3, 4, 5, 10, 15, LARGEST};

    /// The ranks of one problem.
    private record Pair(int frobenius, int nuclear) {}

    private record Point(int dimension, List<Pair> pairs) {
        double mean(ToDoubleFunction<Pair> rank) {
            return pairs.stream().mapToDouble(rank).average().orElseThrow();
        }
    }

    @Override
    public void run(Setting setting, Bench bench) {
        List<List<Point>> all = new ArrayList<>();
        for (Series series : SERIES) {
            bench.progress("ranks, " + series.name(), all.size(), SERIES.size());
            List<Point> points = new ArrayList<>();
            for (int d : DIMENSIONS) {
                Point point = point(series, d, setting);
                if (point.pairs().isEmpty()) {
                    bench.log(
                            "ranks, %s: no problem in %d dimensions is separable"
                                    .formatted(series.name(), d));
                } else {
                    points.add(point);
                    tell(point, bench);
                }
            }
            all.add(points);
        }
        show(all, bench);
    }

    private static Point point(Series series, int dimension, Setting setting) {
        Shape shape = new Shape(series.prompts(), series.tokens(), dimension);
        return new Point(
                dimension,
                IntStream.range(0, setting.count("instances"))
                        .parallel()
                        .mapToObj(one -> pair(shape, one, setting))
                        .flatMap(Optional::stream)
                        .toList());
    }

    private static Optional<Pair> pair(Shape shape, int instance, Setting setting) {
        var random = setting.random("ranks " + shape, instance);
        AttentionLayer layer = Layers.drawn(shape, setting, random);
        Margins margins = Margins.of(layer.prompts(), layer.prompts().bestTokens(layer.head()));
        if (FrobeniusSvm.solve(margins) instanceof Separator frobenius
                && NuclearSvm.solve(margins, NuclearSvm.Accuracy.FINE)
                        instanceof Separator nuclear) {
            return Optional.of(
                    new Pair(
                            Matrices.rank(frobenius.weights(), NONE),
                            Matrices.rank(nuclear.weights(), NONE)));
        }
        return Optional.empty();
    }

    private static void tell(Point point, Bench bench) {
        if (point.dimension() == LARGEST) {
            for (Pair pair : point.pairs()) {
                bench.metric(SHARE, (double) pair.nuclear() / pair.frobenius());
            }
        }
    }

    private static void show(List<List<Point>> all, Bench bench) {
        List<Chart.Curve> curves = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            curves.add(curve(i, all.get(i), Exhibit.Role.MEASURED, "nuclear", Pair::nuclear));
        }
        for (int i = 0; i < 3; i++) {
            curves.add(curve(i, all.get(i), Exhibit.Role.BASELINE, "Frobenius", Pair::frobenius));
        }
        Point most = all.get(2).getLast();
        Point fewest = all.getFirst().getLast();
        bench.show(
                new Chart(
                        "ranks",
                        new Exhibit.Caption(
                                "The ranks of both machines over the dimension",
                                "In %d dimensions its mean rank is %s for 5 prompts and %s for 15, where"
                                                .formatted(
                                                        LARGEST,
                                                        Figures.rounded(
                                                                fewest.mean(Pair::nuclear), 3),
                                                        Figures.rounded(
                                                                most.mean(Pair::nuclear), 3))
                                        + " the Frobenius machine's is %s and %s."
                                                .formatted(
                                                        Figures.rounded(
                                                                fewest.mean(Pair::frobenius), 3),
                                                        Figures.rounded(
                                                                most.mean(Pair::frobenius), 3))),
                        Exhibit.Axis.linear("dimension d"),
                        Exhibit.Axis.linear("rank"),
                        curves));
    }

    private static Chart.Curve curve(
            int series,
            List<Point> points,
            Exhibit.Role role,
            String norm,
            ToDoubleFunction<Pair> rank) {
        Chart.Shape[] shapes = {
            Chart.Shape.DOTTED_LINE, Chart.Shape.DASHES, Chart.Shape.LINE,
        };
        return new Chart.Curve(
                norm + ", n = " + SERIES.get(series).prompts(),
                role,
                shapes[series],
                points.stream().mapToDouble(Point::dimension).toArray(),
                points.stream().mapToDouble(point -> point.mean(rank)).toArray());
    }
}
