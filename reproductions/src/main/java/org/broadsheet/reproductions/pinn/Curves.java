package org.broadsheet.reproductions.pinn;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.broadsheet.lab.Chart.Curve;
import org.broadsheet.lab.Chart.Mark;
import org.broadsheet.lab.Chart.Shape;
import org.broadsheet.lab.Exhibit.Role;
import org.broadsheet.reproductions.pinn.Learning.History;
import org.broadsheet.reproductions.pinn.Learning.Learned;

/// Curves over the repetitions of a training, and numbers about them.
final class Curves {
    /// The least error on a logarithmic axis: that of the last digit.
    static final double ROUNDING = 1e-17;

    private Curves() {}

    /// The median over the repetitions at each place, with the least and the largest around it.
    ///
    /// @param rows one for each repetition, all over the same x
    static Curve median(String name, Role role, Shape shape, double[] x, List<double[]> rows) {
        double[] middle = new double[x.length];
        double[] low = new double[x.length];
        double[] high = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            int at = i;
            double[] sorted = rows.stream().mapToDouble(row -> row[at]).sorted().toArray();
            middle[i] = sorted[sorted.length / 2];
            low[i] = sorted[0];
            high[i] = sorted[sorted.length - 1];
        }
        return rows.size() == 1
                ? new Curve(name, role, shape, x, middle)
                : new Curve(name, role, shape, x, middle, low, high);
    }

    /// The places from one index to before another: where a start value is built in, an error is
    /// nothing but rounding.
    static Curve between(Curve curve, int from, int to) {
        return new Curve(
                curve.name(),
                curve.role(),
                curve.shape(),
                Arrays.copyOfRange(curve.x(), from, to),
                Arrays.copyOfRange(curve.y(), from, to),
                part(curve.low(), from, to),
                part(curve.high(), from, to));
    }

    private static double[] part(double[] values, int from, int to) {
        return values.length == 0 ? values : Arrays.copyOfRange(values, from, to);
    }

    /// The losses over the steps.
    static Curve losses(String name, Role role, List<Learned> repetitions) {
        List<History> histories = repetitions.stream().map(Learned::history).toList();
        return median(
                name,
                role,
                Shape.LINE,
                histories.getFirst().steps(),
                histories.stream().map(History::losses).toList());
    }

    static double[] each(double[] x, DoubleUnaryOperator function) {
        return Arrays.stream(x).map(function).toArray();
    }

    /// |a - b| / scale, never less than rounding.
    static double[] distances(double[] a, double[] b, double scale) {
        double[] distances = new double[a.length];
        Arrays.setAll(distances, i -> Math.max(ROUNDING, Math.abs(a[i] - b[i]) / scale));
        return distances;
    }

    /// |a / b - 1|, never less than rounding.
    static double[] relative(double[] a, double[] b) {
        double[] distances = new double[a.length];
        Arrays.setAll(distances, i -> Math.max(ROUNDING, Math.abs(a[i] / b[i] - 1)));
        return distances;
    }

    static double most(double[] values) {
        return Arrays.stream(values).max().orElseThrow();
    }

    static double mostSize(double[] values) {
        return Arrays.stream(values).map(Math::abs).max().orElseThrow();
    }

    static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    /// How many powers of ten the second lies below the first.
    static double decades(double first, double second) {
        return Math.log10(first / second);
    }

    static double[] spread(double from, double to, int count) {
        double[] values = new double[count];
        Arrays.setAll(values, i -> i == count - 1 ? to : from + (to - from) * i / (count - 1));
        return values;
    }

    static List<Mark> singular(List<Double> points, String label) {
        List<Mark> marks = new ArrayList<>();
        for (double point : points) {
            marks.add(new Mark(Mark.Direction.UPRIGHT, point, marks.isEmpty() ? label : ""));
        }
        return marks;
    }
}
