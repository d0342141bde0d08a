package org.broadsheet.lab;

/// Values over a rectangle, drawn as shades.
///
/// @param xRange from the left edge to the right, two values
/// @param yRange from the lower edge to the upper, two values
/// @param values row by row, the lowest row first; all rows equally long; kept with four
///   significant digits, which is more than shades show
/// @param shades how values become shades
public record HeatMap(
        String id,
        Caption caption,
        Axis x,
        double[] xRange,
        Axis y,
        double[] yRange,
        double[][] values,
        Shades shades)
        implements Exhibit {
    static final int MOST_CELLS = 300_000;

    public HeatMap {
        Texts.requireName("exhibit", id);
        if (values.length == 0 || values[0].length == 0) {
            throw new IllegalArgumentException("the heat map " + id + " is empty");
        }
        for (double[] row : values) {
            if (row.length != values[0].length) {
                throw new IllegalArgumentException(
                        "the heat map %s has rows of %d and of %d values"
                                .formatted(id, values[0].length, row.length));
            }
            Exhibit.requireFinite(id, row);
        }
        if ((long) values.length * values[0].length > MOST_CELLS) {
            throw new IllegalArgumentException(
                    "the heat map %s has %d by %d cells; at most %,d can be shown"
                            .formatted(id, values.length, values[0].length, MOST_CELLS));
        }
        requireRange(id, xRange);
        requireRange(id, yRange);
        values = rounded(values);
    }

    private static double[][] rounded(double[][] values) {
        double[][] rounded = new double[values.length][];
        for (int row = 0; row < values.length; row++) {
            rounded[row] = new double[values[row].length];
            for (int i = 0; i < values[row].length; i++) {
                rounded[row][i] = rounded(values[row][i]);
            }
        }
        return rounded;
    }

    private static double rounded(double value) {
        int power = value == 0 ? 0 : 3 - (int) Math.floor(Math.log10(Math.abs(value)));
        if (Math.abs(power) > 300) {
            return value;
        }
        // Divided where the power is positive: a power of ten is exact, its inverse is not.
        double scale = Math.pow(10, Math.abs(power));
        return power >= 0 ? Math.rint(value * scale) / scale : Math.rint(value / scale) * scale;
    }

    private static void requireRange(String id, double[] range) {
        Exhibit.requireFinite(id, range);
        if (range.length != 2 || range[0] == range[1]) {
            throw new IllegalArgumentException(
                    "a range of the heat map " + id + " must be two different values");
        }
    }

    /// @param label of the value, with its unit
    /// @param kind what the ends of the scale mean
    public record Shades(String label, Kind kind) {
        public enum Kind {
            /// From the least value to the largest: from paper to ink.
            FROM_LEAST,
            /// Zero in the middle: negative values towards ink, positive towards the red.
            AROUND_ZERO
        }
    }
}
