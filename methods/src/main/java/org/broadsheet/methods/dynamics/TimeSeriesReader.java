package org.broadsheet.methods.dynamics;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads time series from text: a line for each sample with the time and up to three coordinates,
/// separated by commas, semicolons or white space. Empty lines and those that begin with `#` are
/// skipped; a first line of names is one of column heads, else the coordinates are x, y, z.
public final class TimeSeriesReader {
    /// By how much of the usual step a step may differ: rounded times pass, gaps do not.
    private static final double STEP_TOLERANCE = 0.02;

    private static final List<String> COORDINATES = List.of("x", "y", "z");

    private record Row(int line, double[] values) {}

    private final List<Row> rows = new ArrayList<>();
    private @Nullable List<String> heads;

    private TimeSeriesReader() {}

    /// @throws IllegalArgumentException naming the line for text that is no series in equal steps
    public static TimeSeries read(Path file) throws IOException {
        try (Reader text = Files.newBufferedReader(file)) {
            return read(text);
        }
    }

    /// @throws IllegalArgumentException naming the line for text that is no series in equal steps
    public static TimeSeries read(Reader text) throws IOException {
        var reader = new TimeSeriesReader();
        var lines = new BufferedReader(text);
        int number = 0;
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            number++;
            String content = line.strip();
            if (!content.isEmpty() && !content.startsWith("#")) {
                reader.take(number, content);
            }
        }
        return reader.series();
    }

    private void take(int number, String content) {
        String[] cells = content.split("\\s*[,;]\\s*|\\s+", -1);
        if (rows.isEmpty() && heads == null && !isNumber(cells[0])) {
            heads = List.of(cells);
            return;
        }
        int columns = rows.isEmpty() ? cells.length : rows.getFirst().values().length;
        if (cells.length != columns || columns < 2 || columns > 1 + COORDINATES.size()) {
            throw new IllegalArgumentException(
                    "line %d: %d columns; accepted are t, x[, y[, z]], in every line as many"
                            .formatted(number, cells.length));
        }
        double[] values = new double[columns];
        for (int i = 0; i < columns; i++) {
            values[i] = number(cells[i], number);
        }
        rows.add(new Row(number, values));
    }

    private TimeSeries series() {
        if (rows.size() < 2) {
            throw new IllegalArgumentException(
                    rows.size() + " samples; accepted are 2 or more, a line each");
        }
        requireEqualSteps();
        double first = rows.getFirst().values()[0];
        double last = rows.getLast().values()[0];
        int columns = rows.getFirst().values().length;
        double[][] coordinates = new double[columns - 1][];
        for (int i = 1; i < columns; i++) {
            int column = i;
            coordinates[i - 1] = rows.stream().mapToDouble(row -> row.values()[column]).toArray();
        }
        return new TimeSeries(
                first, (last - first) / (rows.size() - 1), names(columns - 1), coordinates);
    }

    private List<String> names(int coordinates) {
        if (heads == null) {
            return COORDINATES.subList(0, coordinates);
        }
        if (heads.size() != coordinates + 1) {
            throw new IllegalArgumentException(
                    "heads %s over %d columns; accepted is a head for each"
                            .formatted(heads, coordinates + 1));
        }
        return heads.subList(1, heads.size());
    }

    private void requireEqualSteps() {
        double[] steps = new double[rows.size() - 1];
        for (int i = 0; i < steps.length; i++) {
            steps[i] = rows.get(i + 1).values()[0] - rows.get(i).values()[0];
        }
        double[] sorted = steps.clone();
        Arrays.sort(sorted);
        double usual = sorted[sorted.length / 2];
        for (int i = 0; i < steps.length; i++) {
            if (!(steps[i] > 0 && Math.abs(steps[i] - usual) <= STEP_TOLERANCE * usual)) {
                throw new IllegalArgumentException(
                        "line %d: a step of %s; accepted are rising times in equal steps, here of %s"
                                .formatted(rows.get(i + 1).line(), steps[i], usual));
            }
        }
    }

    private static double number(String cell, int line) {
        if (!isNumber(cell)) {
            throw new IllegalArgumentException(
                    "line %d: '%s'; accepted are finite numbers".formatted(line, cell));
        }
        return Double.parseDouble(cell);
    }

    private static boolean isNumber(String cell) {
        try {
            return Double.isFinite(Double.parseDouble(cell));
        } catch (NumberFormatException _) {
            return false;
        }
    }
}
