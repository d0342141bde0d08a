package org.broadsheet.methods.dynamics;

import java.util.Arrays;
import java.util.List;

/// Values of one or more coordinates at equal steps of time. Immutable.
public final class TimeSeries {
    private final double start;
    private final double step;
    private final List<String> names;
    private final double[][] columns;

    /// @param start time of the first sample
    /// @param step time between two samples, above 0
    /// @param names of the coordinates, all different
    /// @param columns the values of each coordinate, all equally long, at least 1; copied
    public TimeSeries(double start, double step, List<String> names, double[]... columns) {
        if (!(step > 0 && step < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("step " + step + "; accepted is above 0");
        }
        if (names.isEmpty() || names.stream().distinct().count() != columns.length) {
            throw new IllegalArgumentException(
                    "coordinates %s for %d columns; accepted is a name of its own for each"
                            .formatted(names, columns.length));
        }
        for (double[] column : columns) {
            if (column.length == 0 || column.length != columns[0].length) {
                throw new IllegalArgumentException(
                        "a column of %d values beside one of %d; accepted are equal lengths above 0"
                                .formatted(column.length, columns[0].length));
            }
        }
        this.start = start;
        this.step = step;
        this.names = List.copyOf(names);
        this.columns = Arrays.stream(columns).map(double[]::clone).toArray(double[][]::new);
    }

    public double start() {
        return start;
    }

    public double step() {
        return step;
    }

    public int length() {
        return columns[0].length;
    }

    /// The coordinates in the order of the columns.
    public List<String> names() {
        return names;
    }

    /// A copy of a coordinate's values.
    public double[] column(String name) {
        int index = names.indexOf(name);
        if (index < 0) {
            throw new IllegalArgumentException(
                    "coordinate " + name + "; accepted is one of " + names);
        }
        return columns[index].clone();
    }
}
