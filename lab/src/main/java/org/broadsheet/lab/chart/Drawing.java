package org.broadsheet.lab.chart;

import java.util.Optional;
import org.broadsheet.lab.Bars;
import org.broadsheet.lab.Chart;
import org.broadsheet.lab.Exhibit;
import org.broadsheet.lab.HeatMap;
import org.broadsheet.lab.Picture;
import org.broadsheet.lab.Sound;
import org.broadsheet.lab.Table;

/// A drawn exhibit.
///
/// @param width of its own coordinates
/// @param height likewise
/// @param finding read aloud in its place
/// @param shapes the markup inside the `svg` element
public record Drawing(double width, double height, String finding, String shapes) {
    /// The colours that a page's style sheet gives to the shapes, for a file that stands alone.
    public static final String STYLE =
            """
            svg{--paper:#fdfdfb;--ink:#121211;--ink-2:#4b4a46;--rule:#d6d5cf;--edge:#85837c;--proof:#bb1220;background:var(--paper)}
            @media (prefers-color-scheme:dark){svg{--paper:#121211;--ink:#ebe9e3;--ink-2:#b5b2aa;--rule:#34332f;--edge:#77746c;--proof:#ff7d73}.heat{filter:invert(1) hue-rotate(180deg)}}
            text{font:12px "Libre Franklin","Helvetica Neue",Arial,sans-serif;fill:var(--ink-2);font-variant-numeric:tabular-nums}
            .strong{font-weight:600;fill:var(--ink)}.ours{font-weight:600;fill:var(--proof)}
            .halo{paint-order:stroke;stroke:var(--paper);stroke-width:4px;stroke-linejoin:round}
            .axis,.gridline,.mark,.whisker,.curve,.leader{fill:none}
            .leader{stroke:var(--edge);stroke-width:.75}.axis{stroke:var(--edge)}.gridline{stroke:var(--rule)}
            .mark{stroke:var(--ink);stroke-dasharray:4 3}.whisker{stroke:var(--ink);stroke-width:1.5}
            .curve{stroke:var(--ink);stroke-width:1.75;stroke-linejoin:round;stroke-linecap:round}
            .curve--ours{stroke:var(--proof);stroke-width:2.25}.curve--base{stroke:var(--edge)}
            .manner-2{stroke-dasharray:7 4}.manner-3{stroke-dasharray:2 4}.manner-4{stroke-dasharray:9 3 2 3}
            .dashes{stroke-dasharray:4 3}
            .dot{fill:var(--ink);stroke:none}.dot--ours{fill:var(--proof)}.dot--base{fill:var(--edge)}
            .band{fill:var(--ink);opacity:.1}.band--ours{fill:var(--proof);opacity:.14}
            .column{fill:var(--ink)}.column--ours{fill:var(--proof)}.column--base{fill:var(--edge)}
            .heat{image-rendering:pixelated}
            """;

    /// The drawing of an exhibit that is drawn; a sound and a table are not.
    public static Optional<Drawing> of(Exhibit exhibit) {
        return switch (exhibit) {
            case Chart chart -> Optional.of(new ChartDrawing(chart).draw());
            case Bars bars -> Optional.of(new BarsDrawing(bars).draw());
            case HeatMap map -> Optional.of(new HeatMapDrawing(map).draw());
            case Picture picture -> Optional.of(of(picture));
            case Sound _, Table _ -> Optional.empty();
        };
    }

    private static Drawing of(Picture picture) {
        double width = 640;
        double height = width * picture.height() / picture.width();
        String shapes = new Svg().image("pixels", 0, 0, width, height, Png.of(picture)).toString();
        return new Drawing(width, height, picture.caption().finding(), shapes);
    }

    /// For a page, whose style sheet knows the classes.
    ///
    /// @param id of its title, alone on the page
    public String inline(String id) {
        return "<svg viewBox=\"0 0 %s %s\" role=\"img\" aria-labelledby=\"%s\">\n<title id=\"%s\">%s</title>\n%s</svg>"
                .formatted(
                        Svg.number(width),
                        Svg.number(height),
                        Svg.escape(id),
                        Svg.escape(id),
                        Svg.escape(finding),
                        shapes);
    }

    /// A whole SVG file with its own colours for light and dark.
    public String standalone() {
        return """
        <?xml version="1.0" encoding="UTF-8"?>
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %s %s" width="%s" height="%s" role="img">
        <title>%s</title>
        <style>
        %s</style>
        %s</svg>
        """
                .formatted(
                        Svg.number(width),
                        Svg.number(height),
                        Svg.number(width),
                        Svg.number(height),
                        Svg.escape(finding),
                        STYLE,
                        shapes);
    }
}
