package org.broadsheet.lab.chart;

import java.util.stream.DoubleStream;
import org.broadsheet.lab.Bars;
import org.broadsheet.lab.Bars.Bar;
import org.broadsheet.lab.Chart.Mark;
import org.broadsheet.lab.Exhibit.Role;
import org.broadsheet.lab.Exhibit.Scale;
import org.broadsheet.lab.Figures;

/// Draws bars with their values on top and their names below.
final class BarsDrawing {
    private static final double WIDTH = 640;
    private static final double HEIGHT = 300;
    private static final double BROADEST = 72;

    private final Bars bars;
    private final Frame frame;
    private final Svg svg = new Svg();

    BarsDrawing(Bars bars) {
        this.bars = bars;
        boolean isLinear = bars.y().scale() == Scale.LINEAR;
        double[] ends =
                DoubleStream.concat(
                                bars.bars().stream()
                                        .flatMapToDouble(bar ->
                                                DoubleStream.of(
                                                        bar.value(), bar.low(), bar.high())),
                                bars.marks().stream().mapToDouble(Mark::at))
                        .filter(value -> isLinear || value > 0)
                        .toArray();
        double least = DoubleStream.of(ends).min().orElse(0);
        double most = DoubleStream.of(ends).max().orElse(1);
        double from = isLinear ? Math.min(0, least) : least / 2;
        double to = isLinear ? Math.max(0, most) : most;
        Ruler x = new Ruler(Scale.LINEAR, 0, bars.bars().size(), Frame.LEFT, WIDTH - 4);
        Ruler y =
                Ruler.covering(
                        bars.y().scale(),
                        from,
                        to == from ? from + 1 : to,
                        HEIGHT - Frame.BOTTOM,
                        Frame.TOP);
        frame = new Frame(WIDTH, HEIGHT, x, y);
    }

    Drawing draw() {
        frame.upright(svg, bars.y());
        double base = bars.y().scale() == Scale.LINEAR ? frame.y().at(0) : frame.y().from();
        svg.line("axis", frame.x().from(), base, frame.x().to(), base);
        for (int i = 0; i < bars.bars().size(); i++) {
            draw(bars.bars().get(i), i + 0.5, base);
        }
        frame.marks(svg, bars.marks());
        return new Drawing(WIDTH, HEIGHT, bars.caption().finding(), svg.toString());
    }

    private void draw(Bar bar, double place, double base) {
        double middle = frame.x().at(place);
        double breadth = Math.min(BROADEST, 0.6 * (frame.x().at(1) - frame.x().at(0)));
        double end = frame.y().at(Math.max(bar.value(), frame.y().least()));
        svg.rect(
                "column column--" + ChartDrawing.classOf(bar.role()),
                middle - breadth / 2,
                Math.min(end, base),
                breadth,
                Math.abs(end - base));
        double top = Math.min(end, base);
        if (bar.high() > bar.low()) {
            double high = frame.y().at(bar.high());
            double low = frame.y().at(Math.max(bar.low(), frame.y().least()));
            svg.line("whisker", middle, low, middle, high);
            top = Math.min(top, high);
        }
        svg.text(
                (bar.role() == Role.MEASURED ? "ours" : "strong") + " halo",
                middle,
                top - 6,
                Svg.Anchor.MIDDLE,
                Figures.rounded(bar.value(), 3));
        svg.text("tick", middle, frame.y().from() + 20, Svg.Anchor.MIDDLE, bar.label());
    }
}
