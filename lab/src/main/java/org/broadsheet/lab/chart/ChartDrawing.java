package org.broadsheet.lab.chart;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.broadsheet.lab.Chart;
import org.broadsheet.lab.Chart.Curve;
import org.broadsheet.lab.Chart.Mark;
import org.broadsheet.lab.Chart.Shape;
import org.broadsheet.lab.Exhibit.Axis;
import org.broadsheet.lab.Exhibit.Role;
import org.broadsheet.lab.Exhibit.Scale;

/// Draws a chart. Curves carry their names at their right ends, where there is a gutter for them; a
/// single point carries its name beside it.
final class ChartDrawing {
    private static final double WIDTH = 640;
    private static final double HEIGHT = 380;
    private static final double LETTER = 6.1;
    private static final double WIDEST_GUTTER = 190;
    private static final double BETWEEN_NAMES = 15;
    private static final String[] MANNERS = {"", " manner-2", " manner-3", " manner-4"};

    private final Chart chart;
    private final Frame frame;
    private final Svg svg = new Svg();
    private final List<Name> names = new ArrayList<>();
    private final List<PointNames.Point> points = new ArrayList<>();

    /// A curve's name in the gutter.
    private record Name(String text, String classes, double wanted) {}

    ChartDrawing(Chart chart) {
        this.chart = chart;
        Ruler x =
                ruler(
                        chart.x(),
                        Mark.Direction.UPRIGHT,
                        chart.curves().stream().map(Curve::x),
                        Frame.LEFT,
                        WIDTH - gutter());
        Ruler y =
                ruler(
                        chart.y(),
                        Mark.Direction.ACROSS,
                        chart.curves().stream()
                                .flatMap(one -> Stream.of(one.y(), one.low(), one.high())),
                        HEIGHT - Frame.BOTTOM,
                        Frame.TOP);
        frame = new Frame(WIDTH, HEIGHT, x, y);
    }

    private double gutter() {
        int longest =
                chart.curves().stream()
                        .filter(one -> one.x().length > 1)
                        .mapToInt(one -> one.name().length())
                        .max()
                        .orElse(0);
        return Math.min(WIDEST_GUTTER, 14 + longest * LETTER);
    }

    private Ruler ruler(
            Axis axis, Mark.Direction across, Stream<double[]> values, double from, double to) {
        DoubleStream marked =
                chart.marks().stream()
                        .filter(mark -> mark.direction() == across)
                        .mapToDouble(Mark::at);
        double[] all =
                DoubleStream.concat(values.flatMapToDouble(DoubleStream::of), marked)
                        .filter(value -> axis.scale() == Scale.LINEAR || value > 0)
                        .toArray();
        double least = DoubleStream.of(all).min().orElse(0);
        double most = DoubleStream.of(all).max().orElse(1);
        return Ruler.covering(axis.scale(), least, most, from, to);
    }

    Drawing draw() {
        frame.upright(svg, chart.y());
        frame.across(svg, chart.x());
        frame.marks(svg, chart.marks());
        Map<Role, Integer> seen = new EnumMap<>(Role.class);
        for (Curve curve : chart.curves()) {
            int nth = seen.merge(curve.role(), 1, Integer::sum) - 1;
            draw(curve, MANNERS[nth % MANNERS.length]);
        }
        writeNames();
        new PointNames(frame).write(points, svg);
        return new Drawing(WIDTH, HEIGHT, chart.caption().finding(), svg.toString());
    }

    private void draw(Curve curve, String manner) {
        String role = classOf(curve.role());
        if (curve.low().length > 0) {
            svg.path("band band--" + role, area(curve));
        }
        String dashes = curve.shape() == Shape.DASHES ? " dashes" : "";
        if (curve.shape() != Shape.DOTS && curve.x().length > 1) {
            svg.path("curve curve--" + role + manner + dashes, line(curve));
        }
        if (curve.shape() == Shape.DOTS
                || curve.shape() == Shape.DOTTED_LINE
                || curve.x().length == 1) {
            dots(curve, "dot dot--" + role + manner);
        }
        name(curve, curve.role() == Role.MEASURED ? "ours" : "strong");
    }

    private void dots(Curve curve, String classes) {
        double radius = curve.x().length > 150 ? 1.6 : curve.x().length > 40 ? 2.4 : 3.5;
        for (int i = 0; i < curve.x().length; i++) {
            svg.circle(classes, x(curve, i), frame.y().at(curve.y()[i]), radius);
        }
    }

    private double x(Curve curve, int i) {
        return frame.x().at(curve.x()[i]);
    }

    /// The polyline; of more points than the drawing can show, every so many-th and the last.
    private String line(Curve curve) {
        StringBuilder path = new StringBuilder();
        int step = Math.max(1, curve.x().length / 4_000);
        for (int i = 0; i < curve.x().length; i += step) {
            double y = frame.y().at(curve.y()[i]);
            if (i > 0 && curve.shape() == Shape.STEPS) {
                path.append('H').append(Svg.number(x(curve, i)));
            }
            path.append(i == 0 ? 'M' : 'L');
            path.append(Svg.number(x(curve, i))).append(' ').append(Svg.number(y));
        }
        return path.toString();
    }

    /// Along the upper ends and back along the lower ones. A lower end that a logarithmic axis
    /// cannot show lies on the axis.
    private String area(Curve curve) {
        StringBuilder path = new StringBuilder();
        int count = curve.x().length;
        for (int i = 0; i < 2 * count; i++) {
            int at = i < count ? i : 2 * count - 1 - i;
            double end = i < count ? curve.high()[at] : curve.low()[at];
            boolean isShown = chart.y().scale() == Scale.LINEAR || end > 0;
            double y = isShown ? frame.y().at(end) : frame.y().from();
            path.append(i == 0 ? 'M' : 'L');
            path.append(Svg.number(x(curve, at))).append(' ').append(Svg.number(y));
        }
        return path.append('Z').toString();
    }

    private void name(Curve curve, String classes) {
        int last = curve.x().length - 1;
        double y = frame.y().at(curve.y()[last]);
        if (last > 0) {
            names.add(new Name(curve.name(), classes, y + 4));
            return;
        }
        points.add(new PointNames.Point(curve.name(), classes, x(curve, 0), y));
    }

    /// Writes the names beside their curves' ends, from the top down, none on another.
    private void writeNames() {
        names.sort(Comparator.comparingDouble(Name::wanted));
        double lowest = frame.y().from() + 4;
        double[] at = new double[names.size()];
        for (int i = 0; i < at.length; i++) {
            double least = i == 0 ? frame.y().to() : at[i - 1] + BETWEEN_NAMES;
            at[i] = Math.max(names.get(i).wanted(), least);
        }
        for (int i = at.length - 1; i >= 0; i--) {
            at[i] = Math.min(at[i], lowest - (at.length - 1 - i) * BETWEEN_NAMES);
        }
        for (int i = 0; i < at.length; i++) {
            Name name = names.get(i);
            svg.text(name.classes(), frame.x().to() + 8, at[i], Svg.Anchor.START, name.text());
        }
    }

    static String classOf(Role role) {
        return switch (role) {
            case MEASURED -> "ours";
            case THEORY -> "theory";
            case BASELINE -> "base";
        };
    }
}
