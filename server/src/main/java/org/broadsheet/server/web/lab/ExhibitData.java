package org.broadsheet.server.web.lab;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.broadsheet.lab.Bars;
import org.broadsheet.lab.Chart;
import org.broadsheet.lab.Chart.Curve;
import org.broadsheet.lab.Exhibit;
import org.broadsheet.lab.Figures;
import org.broadsheet.lab.HeatMap;
import org.broadsheet.lab.Picture;
import org.broadsheet.lab.Sound;
import org.broadsheet.lab.Table;
import org.broadsheet.server.web.page.Rows;

/// The figures of an exhibit: all of them as a CSV file, some of them as a table beside the
/// drawing. A picture and a sound have none.
public final class ExhibitData {
    private static final int DIGITS = 4;
    private static final int MOST_ROWS = 40;
    private static final int FEWEST_OF_A_CURVE = 3;
    private static final int MAP_ROWS = 10;
    private static final int MAP_COLUMNS = 8;

    private ExhibitData() {}

    /// All of it, exactly: a header and a row a line, as RFC 4180 has it.
    public static Optional<String> csv(Exhibit exhibit) {
        return switch (exhibit) {
            case Chart chart ->
                    Optional.of(
                            text(
                                    List.of(
                                            "curve",
                                            chart.x().label(),
                                            chart.y().label(),
                                            "low",
                                            "high"),
                                    chart.curves().stream().flatMap(ExhibitData::exact)));
            case Bars bars ->
                    Optional.of(
                            text(
                                    List.of("", bars.y().label(), "low", "high"),
                                    bars.bars().stream()
                                            .map(one ->
                                                    List.of(
                                                            one.label(),
                                                            Figures.exact(one.value()),
                                                            Figures.exact(one.low()),
                                                            Figures.exact(one.high())))));
            case HeatMap map ->
                    Optional.of(
                            text(
                                    List.of(map.x().label(), map.y().label(), map.shades().label()),
                                    cells(map)));
            case Table table -> Optional.of(text(table.columns(), table.rows().stream()));
            case Picture _, Sound _ -> Optional.empty();
        };
    }

    /// Enough of it for a reader who cannot see the drawing.
    public static Optional<Rows> some(Exhibit exhibit) {
        return switch (exhibit) {
            case Chart chart -> Optional.of(some(chart));
            case Bars bars ->
                    Optional.of(
                            new Rows(
                                    List.of("", bars.y().label(), "interval"),
                                    bars.bars().stream().map(ExhibitData::row).toList(),
                                    ""));
            case HeatMap map -> Optional.of(some(map));
            case Table table -> Optional.of(new Rows(table.columns(), table.rows(), ""));
            case Picture _, Sound _ -> Optional.empty();
        };
    }

    private static Stream<List<String>> exact(Curve curve) {
        boolean hasInterval = curve.low().length > 0;
        return IntStream.range(0, curve.x().length)
                .mapToObj(i ->
                        List.of(
                                curve.name(),
                                Figures.exact(curve.x()[i]),
                                Figures.exact(curve.y()[i]),
                                hasInterval ? Figures.exact(curve.low()[i]) : "",
                                hasInterval ? Figures.exact(curve.high()[i]) : ""));
    }

    private static Rows some(Chart chart) {
        int most = Math.max(FEWEST_OF_A_CURVE, MOST_ROWS / chart.curves().size());
        List<List<String>> rows = new ArrayList<>();
        int all = 0;
        for (Curve curve : chart.curves()) {
            all += curve.x().length;
            for (int i : spread(curve.x().length, most)) {
                rows.add(List.of(curve.name(), round(curve.x()[i]), round(curve.y()[i])));
            }
        }
        return new Rows(
                List.of("Curve", chart.x().label(), chart.y().label()),
                rows,
                omitted(rows.size(), all));
    }

    private static Rows some(HeatMap map) {
        int[] columns = spread(map.values()[0].length, MAP_COLUMNS);
        List<String> head = new ArrayList<>(List.of(map.y().label() + " \\ " + map.x().label()));
        for (int column : columns) {
            head.add(round(at(map.xRange(), column, map.values()[0].length, map.x())));
        }
        List<List<String>> rows = new ArrayList<>();
        for (int row : spread(map.values().length, MAP_ROWS)) {
            List<String> cells =
                    new ArrayList<>(
                            List.of(round(at(map.yRange(), row, map.values().length, map.y()))));
            for (int column : columns) {
                cells.add(round(map.values()[row][column]));
            }
            rows.add(cells);
        }
        return new Rows(
                head,
                rows,
                omitted(
                        rows.size() * columns.length,
                        map.values().length * map.values()[0].length));
    }

    private static Stream<List<String>> cells(HeatMap map) {
        int columns = map.values()[0].length;
        return IntStream.range(0, map.values().length * columns)
                .mapToObj(i ->
                        List.of(
                                Figures.exact(at(map.xRange(), i % columns, columns, map.x())),
                                Figures.exact(
                                        at(
                                                map.yRange(),
                                                i / columns,
                                                map.values().length,
                                                map.y())),
                                Figures.exact(map.values()[i / columns][i % columns])));
    }

    /// The middle of a cell on its axis.
    private static double at(double[] range, int cell, int cells, Exhibit.Axis axis) {
        double share = (cell + 0.5) / cells;
        return switch (axis.scale()) {
            case LINEAR -> range[0] + share * (range[1] - range[0]);
            case LOG -> range[0] * Math.pow(range[1] / range[0], share);
        };
    }

    private static List<String> row(Bars.Bar bar) {
        String interval =
                bar.low() == bar.high() ? "" : round(bar.low()) + " to " + round(bar.high());
        return List.of(bar.label(), round(bar.value()), interval);
    }

    /// Indices over all of `0..count-1`, the first and the last among them, at most so many.
    private static int[] spread(int count, int most) {
        if (count <= most) {
            return IntStream.range(0, count).toArray();
        }
        return IntStream.range(0, most)
                .map(i -> (int) ((long) i * (count - 1) / (most - 1)))
                .toArray();
    }

    private static String omitted(int shown, int all) {
        return shown == all ? "" : "%,d of %,d values; all are in the file.".formatted(shown, all);
    }

    private static String round(double value) {
        return Figures.rounded(value, DIGITS);
    }

    private static String text(List<String> columns, Stream<List<String>> rows) {
        return Stream.concat(Stream.of(columns), rows)
                .map(row -> row.stream().map(ExhibitData::cell).collect(Collectors.joining(",")))
                .collect(Collectors.joining("\r\n", "", "\r\n"));
    }

    private static String cell(String text) {
        boolean isPlain =
                text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return isPlain ? text : '"' + text.replace("\"", "\"\"") + '"';
    }
}
