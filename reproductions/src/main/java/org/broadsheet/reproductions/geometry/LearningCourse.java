package org.broadsheet.reproductions.geometry;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.broadsheet.lab.Bench;
import org.broadsheet.lab.Chart;
import org.broadsheet.lab.Chart.Curve;
import org.broadsheet.lab.Chart.Shape;
import org.broadsheet.lab.Exhibit.Axis;
import org.broadsheet.lab.Exhibit.Caption;
import org.broadsheet.lab.Exhibit.Role;
import org.broadsheet.lab.Figures;
import org.broadsheet.lab.HeatMap;
import org.broadsheet.lab.HeatMap.Shades;
import org.broadsheet.lab.Setting;
import org.broadsheet.methods.geometry.Geometry;
import org.broadsheet.methods.geometry.Representation;

/// This watches one network of each activation learn a nudged exclusive or: how the kernel of its
/// hidden layer goes from that of the inputs to what it ends as.
final class LearningCourse implements LearnedGeometry.Part {
    private static final String PURPOSE = "course";

    /// The panels of the heat map between the inputs' and the labels'.
    private static final int PANELS = 5;

    /// The conditions in the order of the heat map: both of the one label, then both of the other.
    private static final int[] ORDER = {0, 3, 1, 2};

    /// By step the means of the hidden layer, of one network.
    private record Film(Map<Integer, double[][]> means) {}

    @Override
    public void run(Setting setting, Bench bench) {
        bench.progress("course of learning", 0, 2);
        int[] steps = steps(setting.count("steps"));
        List<Film> films =
                IntStream.range(0, 2)
                        .parallel()
                        .mapToObj(activation -> film(activation, steps, setting))
                        .toList();
        Trial.Prepared prepared = trial(0, setting).prepare(PURPOSE, 0, setting);
        showCourse(films, prepared, steps, setting, bench);
        showKernels(films, prepared, steps, setting, bench);
    }

    private static Trial trial(int activation, Setting setting) {
        return Trial.nudged(
                setting,
                setting.real("nudge"),
                setting.real("noise"),
                LearnedGeometry.activation(activation, setting));
    }

    /// From 1 to the last, evenly over their logarithms.
    private static int[] steps(int last) {
        return IntStream.rangeClosed(0, 40)
                .map(i -> (int) Math.round(Math.pow(last, i / 40.0)))
                .distinct()
                .toArray();
    }

    private static Film film(int activation, int[] steps, Setting setting) {
        Trial.Prepared prepared = trial(activation, setting).prepare(PURPOSE, 0, setting);
        Map<Integer, double[][]> means = new TreeMap<>();
        Trial.train(
                prepared,
                PURPOSE,
                0,
                setting,
                done -> {
                    if (done == 0 || Arrays.binarySearch(steps, done) >= 0) {
                        double[][] now =
                                Representation.of(prepared.network(), prepared.unseen(), 1)
                                        .means(prepared.task().conditions());
                        Trial.requireAlive(
                                now, LearnedGeometry.activation(activation, setting), setting);
                        means.put(done, now);
                    }
                });
        return new Film(means);
    }

    private static double[][] at(Film film, int step) {
        double[][] means = film.means().get(step);
        if (means == null) {
            throw new IllegalStateException("step " + step + " was not kept");
        }
        return means;
    }

    private static void showCourse(
            List<Film> films, Trial.Prepared prepared, int[] steps, Setting setting, Bench bench) {
        double[] x = Arrays.stream(steps).asDoubleStream().toArray();
        List<Curve> curves = new ArrayList<>();
        List<String> ends = new ArrayList<>();
        for (int activation = 1; activation >= 0; activation--) {
            Film film = films.get(activation);
            String title = LearnedGeometry.activation(activation, setting).title();
            Role role = activation == 0 ? Role.MEASURED : Role.BASELINE;
            double[] targets = alignments(film, prepared.task().targets(), steps);
            double[] inputs = alignments(film, prepared.task().means(), steps);
            curves.add(new Curve("labels, " + title, role, Shape.LINE, x, targets));
            curves.add(new Curve("inputs, " + title, role, Shape.LINE, x, inputs));
            ends.addFirst(
                    "%s ends with an alignment of %s with the labels and %s with the inputs"
                            .formatted(
                                    title,
                                    Figures.rounded(targets[targets.length - 1], 2),
                                    Figures.rounded(inputs[inputs.length - 1], 2)));
        }
        bench.show(
                new Chart(
                        "course",
                        new Caption(
                                "Which geometry the hidden layer has as it learns, nudge %s"
                                                .formatted(Figures.exact(setting.real("nudge")))
                                        + ", one network each",
                                String.join("; ", ends) + "."),
                        Axis.log("step"),
                        Axis.linear("alignment"),
                        curves));
    }

    private static double[] alignments(Film film, double[][] points, int[] steps) {
        return Arrays.stream(steps)
                .mapToDouble(step -> Geometry.alignment(at(film, step), points))
                .toArray();
    }

    private static void showKernels(
            List<Film> films, Trial.Prepared prepared, int[] steps, Setting setting, Bench bench) {
        List<Integer> shown = new ArrayList<>();
        shown.add(0);
        for (int i = 1; i < PANELS; i++) {
            // From a hundredth of the steps on: before, little moves.
            shown.add(steps[(steps.length - 1) * (i + PANELS) / (2 * PANELS - 1)]);
        }
        int size = ORDER.length;
        int width = (PANELS + 2) * (size + 1) - 1;
        double[][] values = new double[2 * size + 1][width];
        for (int activation = 0; activation < 2; activation++) {
            // The lowest row of a heat map is its first.
            int row = activation == 0 ? size + 1 : 0;
            draw(prepared.task().means(), values, row, 0);
            for (int i = 0; i < PANELS; i++) {
                double[][] means = at(films.get(activation), shown.get(i));
                draw(means, values, row, (i + 1) * (size + 1));
            }
            draw(prepared.task().targets(), values, row, (PANELS + 1) * (size + 1));
        }
        String between =
                shown.stream()
                        .map(step -> Figures.rounded(step, 6))
                        .collect(Collectors.joining(", "));
        bench.show(
                new HeatMap(
                        "kernels",
                        new Caption(
                                "The kernel of the four conditions as it is learned, %s above and %s below"
                                        .formatted(
                                                LearnedGeometry.activation(0, setting).title(),
                                                LearnedGeometry.activation(1, setting).title()),
                                "From the left: the inputs’, the hidden layer’s at the steps %s, and the labels’; conditions with the same label are neighbours. At the end the first is aligned with the labels by %s and the second by %s."
                                        .formatted(
                                                between,
                                                end(films.get(0), prepared, setting),
                                                end(films.get(1), prepared, setting))),
                        Axis.linear(
                                "1 the inputs, 2 to %d the hidden layer, %d the labels"
                                        .formatted(PANELS + 1, PANELS + 2)),
                        new double[] {0.5, PANELS + 2.5},
                        Axis.linear(
                                "1 %s, 2 %s"
                                        .formatted(
                                                LearnedGeometry.activation(1, setting).title(),
                                                LearnedGeometry.activation(0, setting).title())),
                        new double[] {0.5, 2.5},
                        values,
                        new Shades("share of the largest", Shades.Kind.AROUND_ZERO)));
    }

    private static String end(Film film, Trial.Prepared prepared, Setting setting) {
        double[][] means = at(film, setting.count("steps"));
        return Figures.rounded(Geometry.alignment(means, prepared.task().targets()), 2);
    }

    /// Draws a kernel over its largest element, from the top row down.
    private static void draw(double[][] points, double[][] values, int row, int column) {
        double[][] kernel = Geometry.kernel(points);
        double largest = Arrays.stream(kernel).flatMapToDouble(Arrays::stream).max().orElseThrow();
        for (int i = 0; i < ORDER.length; i++) {
            for (int j = 0; j < ORDER.length; j++) {
                values[row + ORDER.length - 1 - i][column + j] =
                        kernel[ORDER[i]][ORDER[j]] / largest;
            }
        }
    }
}
