package org.broadsheet.lab.chart;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Writes the names of single points beside them, none on another: for each, the nearest free
/// place, with a thin line to its point where that is further away.
final class PointNames {
    private static final double LETTER = 6.6;
    private static final double HEIGHT = 14;
    private static final double BESIDE = 8;
    private static final int ROWS = 14;

    private final Frame frame;
    private final List<Box> taken = new ArrayList<>();

    /// A point of the drawing and its name.
    record Point(String name, String classes, double x, double y) {}

    private record Box(double left, double top, double right, double bottom) {
        boolean meets(Box other) {
            return left < other.right
                    && other.left < right
                    && top < other.bottom
                    && other.top < bottom;
        }
    }

    PointNames(Frame frame) {
        this.frame = frame;
    }

    void write(List<Point> points, Svg svg) {
        for (Point point : points) {
            taken.add(new Box(point.x() - 4, point.y() - 4, point.x() + 4, point.y() + 4));
        }
        points.stream()
                .sorted(Comparator.comparingDouble(Point::y))
                .forEach(point -> write(point, svg));
    }

    private void write(Point point, Svg svg) {
        boolean leftFirst = point.x() > (frame.x().from() + frame.x().to()) / 2;
        for (int step = 0; step < ROWS; step++) {
            double shift = (step % 2 == 0 ? 1 : -1) * ((step + 1) / 2) * HEIGHT;
            for (boolean isLeft : new boolean[] {leftFirst, !leftFirst}) {
                Box box = box(point, isLeft, shift);
                if (isInside(box) && taken.stream().noneMatch(box::meets)) {
                    taken.add(box);
                    write(point, isLeft, shift, svg);
                    return;
                }
            }
        }
        write(point, leftFirst, 0, svg);
    }

    private static Box box(Point point, boolean isLeft, double shift) {
        double width = point.name().length() * LETTER;
        double middle = point.y() + shift;
        double left = isLeft ? point.x() - BESIDE - width : point.x() + BESIDE;
        return new Box(left, middle - HEIGHT / 2, left + width, middle + HEIGHT / 2);
    }

    private boolean isInside(Box box) {
        return box.left() >= frame.x().from()
                && box.right() <= frame.x().to()
                && box.top() >= frame.y().to()
                && box.bottom() <= frame.y().from();
    }

    private static void write(Point point, boolean isLeft, double shift, Svg svg) {
        double side = isLeft ? -BESIDE : BESIDE;
        if (shift != 0) {
            svg.line("leader", point.x(), point.y(), point.x() + side * 0.8, point.y() + shift);
        }
        svg.text(
                point.classes() + " halo",
                point.x() + side,
                point.y() + shift + 4,
                isLeft ? Svg.Anchor.END : Svg.Anchor.START,
                point.name());
    }
}
