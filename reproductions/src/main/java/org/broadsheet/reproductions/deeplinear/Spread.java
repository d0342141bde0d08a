package org.broadsheet.reproductions.deeplinear;

import java.util.List;
import org.broadsheet.lab.Chart.Curve;
import org.broadsheet.lab.Chart.Shape;
import org.broadsheet.lab.Exhibit.Role;

/// The geometric mean of positive values over the repetitions, and between which they lie.
record Spread(double[] middle, double[] low, double[] high) {
    /// @param rows one for each repetition, all equally long
    static Spread of(List<double[]> rows) {
        int length = rows.getFirst().length;
        Spread spread = new Spread(new double[length], new double[length], new double[length]);
        for (int i = 0; i < length; i++) {
            int at = i;
            double logarithms = rows.stream().mapToDouble(row -> Math.log(row[at])).sum();
            spread.middle[i] = Math.exp(logarithms / rows.size());
            spread.low[i] = rows.stream().mapToDouble(row -> row[at]).min().orElseThrow();
            spread.high[i] = rows.stream().mapToDouble(row -> row[at]).max().orElseThrow();
        }
        return spread;
    }

    Curve curve(String name, Role role, Shape shape, double[] x) {
        return new Curve(name, role, shape, x, middle, low, high);
    }
}
