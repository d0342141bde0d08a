package org.broadsheet.reproductions.conditioning;

import java.util.Arrays;
import java.util.Collection;

/// Means and crossings of what was measured.
final class Numbers {
    private Numbers() {}

    static double mean(double[] values) {
        return Arrays.stream(values).average().orElseThrow();
    }

    static double[] array(Collection<Double> values) {
        return values.stream().mapToDouble(v -> v).toArray();
    }

    /// Where a falling curve passes a level, by a straight line over ln x between the two points
    /// around it; NaN if it does not.
    static double crossing(double[] x, double[] y, double level) {
        for (int i = 1; i < x.length; i++) {
            if (y[i - 1] >= level && y[i] < level) {
                double way = (y[i - 1] - level) / (y[i - 1] - y[i]);
                return Math.exp(Math.log(x[i - 1]) + way * Math.log(x[i] / x[i - 1]));
            }
        }
        return Double.NaN;
    }
}
