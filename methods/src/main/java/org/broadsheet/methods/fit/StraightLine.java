package org.broadsheet.methods.fit;

import java.util.Arrays;

/// This is the least-squares line through points.
///
/// @param determination the share of the variance that the line explains, R squared, up to 1
public record StraightLine(double slope, double intercept, double determination) {

    /// The line through the points `(x[i], y[i])`; at least two of them with different `x`.
    public static StraightLine through(double[] x, double[] y) {
        if (x.length != y.length || x.length < 2) {
            throw new IllegalArgumentException(
                    "There are %d x and %d y; as many of both are needed, and at least 2"
                            .formatted(x.length, y.length));
        }
        double meanX = mean(x);
        double meanY = mean(y);
        double xx = 0;
        double xy = 0;
        double yy = 0;
        for (int i = 0; i < x.length; i++) {
            xx += (x[i] - meanX) * (x[i] - meanX);
            xy += (x[i] - meanX) * (y[i] - meanY);
            yy += (y[i] - meanY) * (y[i] - meanY);
        }
        if (!(xx > 0) || !Double.isFinite(xy)) {
            throw new IllegalArgumentException(
                    "All x are %s, or a point is not finite; a line needs two different x"
                            .formatted(x[0]));
        }
        double slope = xy / xx;
        return new StraightLine(slope, meanY - slope * meanX, yy == 0 ? 1 : slope * xy / yy);
    }

    /// The power law `y = e^intercept x^slope` through points of positive coordinates: the line
    /// through their logarithms.
    public static StraightLine powerLaw(double[] x, double[] y) {
        return through(logarithms(x), logarithms(y));
    }

    private static double[] logarithms(double[] values) {
        return Arrays.stream(values).map(Math::log).toArray();
    }

    public double at(double x) {
        return intercept + slope * x;
    }

    private static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }
}
