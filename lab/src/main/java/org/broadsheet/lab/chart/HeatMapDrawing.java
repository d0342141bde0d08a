package org.broadsheet.lab.chart;

import org.broadsheet.lab.Exhibit.Scale;
import org.broadsheet.lab.Figures;
import org.broadsheet.lab.HeatMap;
import org.broadsheet.lab.HeatMap.Shades.Kind;

/// Draws a heat map as a small picture stretched between axes, with a scale of its shades. The
/// shades are those of light paper; a dark page turns them around.
final class HeatMapDrawing {
    private static final double WIDTH = 640;
    private static final double HEIGHT = 380;
    private static final double SCALE = 12;

    private final HeatMap map;
    private final double least;
    private final double most;

    HeatMapDrawing(HeatMap map) {
        this.map = map;
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (double[] row : map.values()) {
            for (double value : row) {
                low = Math.min(low, value);
                high = Math.max(high, value);
            }
        }
        if (map.shades().kind() == Kind.AROUND_ZERO) {
            high = Math.max(Math.abs(low), Math.abs(high));
            low = -high;
        }
        least = low;
        most = high > low ? high : low + 1;
    }

    Drawing draw() {
        Svg svg = new Svg();
        Ruler x =
                new Ruler(
                        map.x().scale(),
                        map.xRange()[0],
                        map.xRange()[1],
                        Frame.LEFT,
                        WIDTH - SCALE - 70);
        Ruler y =
                new Ruler(
                        map.y().scale(),
                        map.yRange()[0],
                        map.yRange()[1],
                        HEIGHT - Frame.BOTTOM,
                        Frame.TOP);
        Frame frame = new Frame(WIDTH, HEIGHT, x, y);
        frame.upright(svg, map.y());
        svg.image("heat", x.from(), y.to(), x.to() - x.from(), y.from() - y.to(), Png.of(pixels()));
        frame.across(svg, map.x());
        drawScale(svg, y);
        return new Drawing(WIDTH, HEIGHT, map.caption().finding(), svg.toString());
    }

    private void drawScale(Svg svg, Ruler y) {
        double left = WIDTH - SCALE - 46;
        byte[][][] shades = new byte[64][1][];
        for (int i = 0; i < shades.length; i++) {
            shades[i][0] = shade(most - (most - least) * i / (shades.length - 1));
        }
        svg.image("heat", left, y.to(), SCALE, y.from() - y.to(), Png.of(shades));
        svg.text("tick", WIDTH - 4, y.to() - 21, Svg.Anchor.END, map.shades().label());
        Ruler scale = new Ruler(Scale.LINEAR, least, most, y.from(), y.to());
        for (Ruler.Tick tick : scale.ticks(4)) {
            svg.text(
                    "tick",
                    left + SCALE + 5,
                    scale.at(tick.value()) + 4,
                    Svg.Anchor.START,
                    tick.text().length() > 6 ? Figures.rounded(tick.value(), 2) : tick.text());
        }
    }

    /// From the top row down, as pictures go.
    private byte[][][] pixels() {
        int rows = map.values().length;
        byte[][][] pixels = new byte[rows][][];
        for (int row = 0; row < rows; row++) {
            double[] values = map.values()[rows - 1 - row];
            pixels[row] = new byte[values.length][];
            for (int i = 0; i < values.length; i++) {
                pixels[row][i] = shade(values[i]);
            }
        }
        return pixels;
    }

    /// Paper to ink; around zero, ink for what is below and the red for what is above.
    private byte[] shade(double value) {
        double share = (value - least) / (most - least);
        if (map.shades().kind() == Kind.FROM_LEAST) {
            return blend(INK, share);
        }
        return share >= 0.5 ? blend(RED, 2 * share - 1) : blend(INK, 1 - 2 * share);
    }

    private static final int[] PAPER = {253, 253, 251};
    private static final int[] INK = {18, 18, 17};
    private static final int[] RED = {187, 18, 32};

    private static byte[] blend(int[] colour, double share) {
        byte[] mixed = new byte[3];
        for (int i = 0; i < 3; i++) {
            mixed[i] = (byte) Math.round(PAPER[i] + (colour[i] - PAPER[i]) * share);
        }
        return mixed;
    }
}
