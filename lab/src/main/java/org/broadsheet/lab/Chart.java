package org.broadsheet.lab;

import java.util.List;

/// Curves and points over two axes.
///
/// @param marks straight lines across with a word, as in `the rule asks for less than 0.05`
public record Chart(
        String id, Caption caption, Axis x, Axis y, List<Curve> curves, List<Mark> marks)
        implements Exhibit {
    static final int MOST_POINTS = 50_000;

    public Chart {
        Texts.requireName("exhibit", id);
        curves = List.copyOf(curves);
        marks = List.copyOf(marks);
        Exhibit.requireSome("the chart " + id, curves);
        long points = curves.stream().mapToLong(curve -> curve.x().length).sum();
        if (points > MOST_POINTS) {
            throw new IllegalArgumentException(
                    "the chart %s has %,d points; at most %,d can be shown"
                            .formatted(id, points, MOST_POINTS));
        }
        for (Curve curve : curves) {
            requirePositive(id, curve.name(), x, curve.x());
            requirePositive(id, curve.name(), y, curve.y());
        }
    }

    public Chart(String id, Caption caption, Axis x, Axis y, List<Curve> curves) {
        this(id, caption, x, y, curves, List.of());
    }

    private static void requirePositive(String id, String curve, Axis axis, double[] values) {
        if (axis.scale() == Scale.LOG) {
            for (double value : values) {
                if (value <= 0) {
                    throw new IllegalArgumentException(
                            "the chart %s, %s: %s on a logarithmic axis"
                                    .formatted(id, curve, Figures.exact(value)));
                }
            }
        }
    }

    public enum Shape {
        LINE,
        DASHES,
        /// A dot at each point.
        DOTS,
        /// A line with a dot at each point.
        DOTTED_LINE,
        /// Up and across, as cumulative shares go.
        STEPS
    }

    /// Points that belong together.
    ///
    /// @param y as long as x
    /// @param low the lower end of an interval around y, as long as x; empty for none
    /// @param high its upper end, likewise
    public record Curve(
            String name,
            Role role,
            Shape shape,
            double[] x,
            double[] y,
            double[] low,
            double[] high) {
        public Curve {
            Texts.require("the name of a curve", name);
            requireLength(name, "y", x.length, y.length);
            if (low.length + high.length > 0) {
                requireLength(name, "low", x.length, low.length);
                requireLength(name, "high", x.length, high.length);
            }
            Exhibit.requireFinite(name, x);
            Exhibit.requireFinite(name, y);
            Exhibit.requireFinite(name, low);
            Exhibit.requireFinite(name, high);
        }

        public Curve(String name, Role role, Shape shape, double[] x, double[] y) {
            this(name, role, shape, x, y, new double[0], new double[0]);
        }

        private static void requireLength(String name, String part, int length, int got) {
            if (length != got) {
                throw new IllegalArgumentException(
                        "the curve %s has %d points, and %d values of %s"
                                .formatted(name, length, got, part));
            }
        }
    }

    /// A straight line across the chart.
    public record Mark(Direction direction, double at, String label) {
        public enum Direction {
            /// At a value of y.
            ACROSS,
            /// At a value of x.
            UPRIGHT
        }
    }
}
