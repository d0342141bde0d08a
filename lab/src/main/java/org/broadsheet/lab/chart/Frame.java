package org.broadsheet.lab.chart;

import java.util.List;
import org.broadsheet.lab.Chart.Mark;
import org.broadsheet.lab.Exhibit.Axis;

/// The axes of a chart: rulers, grid, ticks and labels. The upright axis is labelled above its
/// head, so that nobody has to turn theirs.
///
/// @param width of the whole drawing
/// @param height of the whole drawing
record Frame(double width, double height, Ruler x, Ruler y) {
    static final double LEFT = 52;
    static final double TOP = 34;
    static final double BOTTOM = 52;

    void upright(Svg svg, Axis axis) {
        svg.text("strong", 0, 13, Svg.Anchor.START, axis.label());
        for (Ruler.Tick tick : y.ticks(5)) {
            double at = y.at(tick.value());
            svg.line("gridline", x.from(), at, x.to(), at);
            svg.text("tick", x.from() - 8, at + 4, Svg.Anchor.END, tick.text());
        }
    }

    void across(Svg svg, Axis axis) {
        double base = y.from();
        svg.line("axis", x.from(), base, x.to(), base);
        for (Ruler.Tick tick : x.ticks(6)) {
            double at = x.at(tick.value());
            svg.line("axis", at, base, at, base + 5);
            svg.text("tick", at, base + 20, Svg.Anchor.MIDDLE, tick.text());
        }
        svg.text("tick", (x.from() + x.to()) / 2, height - 6, Svg.Anchor.MIDDLE, axis.label());
    }

    void marks(Svg svg, List<Mark> marks) {
        for (Mark mark : marks) {
            switch (mark.direction()) {
                case ACROSS -> {
                    double at = y.at(mark.at());
                    svg.line("mark", x.from(), at, x.to(), at);
                    svg.text("halo", x.from() + 6, at - 6, Svg.Anchor.START, mark.label());
                }
                case UPRIGHT -> {
                    double at = x.at(mark.at());
                    svg.line("mark", at, y.from(), at, y.to());
                    svg.text("halo", at + 6, y.to() + 12, Svg.Anchor.START, mark.label());
                }
            }
        }
    }
}
