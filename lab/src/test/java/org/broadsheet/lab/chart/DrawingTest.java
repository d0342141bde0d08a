package org.broadsheet.lab.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.broadsheet.contract.Golden;
import org.broadsheet.lab.Bars;
import org.broadsheet.lab.Chart;
import org.broadsheet.lab.Chart.Curve;
import org.broadsheet.lab.Chart.Mark;
import org.broadsheet.lab.Chart.Shape;
import org.broadsheet.lab.Exhibit;
import org.broadsheet.lab.Exhibit.Axis;
import org.broadsheet.lab.Exhibit.Caption;
import org.broadsheet.lab.Exhibit.Role;
import org.broadsheet.lab.HeatMap;
import org.broadsheet.lab.HeatMap.Shades;
import org.broadsheet.lab.Picture;
import org.broadsheet.lab.Sound;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.xml.sax.InputSource;

class DrawingTest {
    private static final Caption CAPTION =
            new Caption("A <title> & \"more\"", "It rises from 0 to 1 & stays <there>.");

    private static double[] over(double from, double to, int count, DoubleUnaryOperator f) {
        return IntStream.range(0, count)
                .mapToDouble(i -> f.applyAsDouble(from + (to - from) * i / (count - 1)))
                .toArray();
    }

    private static Curve curve(String name, Role role, Shape shape, DoubleUnaryOperator f) {
        double[] x = over(0, 10, 60, t -> t);
        return new Curve(name, role, shape, x, over(0, 10, 60, f));
    }

    private static Chart lines() {
        Curve measured = curve("measured", Role.MEASURED, Shape.LINE, t -> 1 - Math.exp(-t));
        double[] low = over(0, 10, 60, t -> 0.95 - Math.exp(-t));
        double[] high = over(0, 10, 60, t -> 1.05 - Math.exp(-t));
        return new Chart(
                "lines",
                CAPTION,
                Axis.linear("time, s"),
                Axis.linear("share of the whole"),
                List.of(
                        new Curve(
                                "measured",
                                Role.MEASURED,
                                Shape.LINE,
                                measured.x(),
                                measured.y(),
                                low,
                                high),
                        curve("theory", Role.THEORY, Shape.DASHES, t -> 1 - Math.exp(-t) / 1.1),
                        curve("baseline", Role.BASELINE, Shape.LINE, t -> t / 12),
                        curve("baseline, slower", Role.BASELINE, Shape.LINE, t -> t / 14)),
                List.of(new Mark(Mark.Direction.ACROSS, 0.9, "the rule asks for 0.9")));
    }

    private static Chart logarithms() {
        return new Chart(
                "logarithms",
                CAPTION,
                Axis.log("patterns"),
                Axis.log("error"),
                List.of(
                        new Curve(
                                "error",
                                Role.MEASURED,
                                Shape.DOTTED_LINE,
                                new double[] {4, 16, 64, 256, 1024, 16384},
                                new double[] {1e-13, 3e-11, 2e-9, 1e-6, 0.001, 0.2}),
                        new Curve(
                                "one point",
                                Role.THEORY,
                                Shape.DOTS,
                                new double[] {300},
                                new double[] {1e-9})));
    }

    private static Bars bars() {
        return new Bars(
                "bars",
                CAPTION,
                Axis.linear("accuracy"),
                List.of(
                        new Bars.Bar("mean pooling", Role.BASELINE, 0.61, 0.58, 0.64),
                        new Bars.Bar("Hopfield", Role.MEASURED, 0.97, 0.95, 0.98),
                        new Bars.Bar("below", Role.BASELINE, -0.12)));
    }

    private static HeatMap heat(Shades.Kind kind) {
        double[][] values = new double[20][30];
        for (int row = 0; row < 20; row++) {
            for (int column = 0; column < 30; column++) {
                values[row][column] = Math.sin(column / 4.0) * Math.cos(row / 5.0);
            }
        }
        return new HeatMap(
                kind == Shades.Kind.FROM_LEAST ? "heat" : "around-zero",
                CAPTION,
                Axis.linear("x"),
                new double[] {-10, 10},
                Axis.linear("time"),
                new double[] {0, 20},
                values,
                new Shades("|ψ|²", kind));
    }

    static Stream<Exhibit> exhibits() {
        return Stream.of(
                lines(),
                logarithms(),
                bars(),
                heat(Shades.Kind.FROM_LEAST),
                heat(Shades.Kind.AROUND_ZERO),
                new Picture("picture", CAPTION, 2, 2, new byte[] {0, 127, -1, 60}));
    }

    @ParameterizedTest
    @MethodSource("exhibits")
    void aDrawingIsXmlThatSaysWhatItShows(Exhibit exhibit) throws Exception {
        Drawing drawing = Drawing.of(exhibit).orElseThrow();
        var document =
                DocumentBuilderFactory.newInstance()
                        .newDocumentBuilder()
                        .parse(new InputSource(new java.io.StringReader(drawing.standalone())));
        assertThat(document.getElementsByTagName("title").item(0).getTextContent())
                .isEqualTo(CAPTION.finding());
        assertThat(drawing.inline("t"))
                .contains("aria-labelledby=\"t\"")
                .contains("<title id=\"t\">");
        assertThat(drawing.shapes()).doesNotContain("NaN").doesNotContain("Infinity");
    }

    @ParameterizedTest
    @MethodSource("exhibits")
    void aDrawingStaysAsItIs(Exhibit exhibit) {
        Golden.check(
                "charts/" + exhibit.id() + ".svg", Drawing.of(exhibit).orElseThrow().standalone());
    }

    @Test
    void aSingleValueHasAxesAllTheSame() {
        Chart chart =
                new Chart(
                        "one",
                        CAPTION,
                        Axis.linear("x"),
                        Axis.linear("y"),
                        List.of(curve("flat", Role.MEASURED, Shape.LINE, _ -> 0)));
        assertThat(Drawing.of(chart).orElseThrow().shapes()).doesNotContain("NaN");
    }

    @Test
    void whatNoAxisCanShowIsRefusedByItsName() {
        assertThatThrownBy(() ->
                        new Curve(
                                "loss",
                                Role.MEASURED,
                                Shape.LINE,
                                new double[] {1},
                                new double[] {Double.NaN}))
                .hasMessageContaining("loss")
                .hasMessageContaining("NaN");
        assertThatThrownBy(() ->
                        new Chart(
                                "errors",
                                CAPTION,
                                Axis.linear("x"),
                                Axis.log("y"),
                                List.of(curve("zero", Role.MEASURED, Shape.LINE, _ -> 0))))
                .hasMessageContaining("errors")
                .hasMessageContaining("logarithmic");
    }

    @Test
    void aSoundIsAWaveFile() {
        byte[] wav = Wav.of(new Sound("beep", CAPTION, 8_000, new float[] {0, 0.5f, 2, -2}));
        assertThat(wav)
                .hasSize(44 + 8)
                .startsWith("RIFF".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        assertThat(wav[48]).isEqualTo((byte) 0xff);
        assertThat(wav[49]).isEqualTo((byte) 0x7f);
    }
}
