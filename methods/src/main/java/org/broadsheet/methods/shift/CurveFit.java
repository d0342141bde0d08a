package org.broadsheet.methods.shift;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/// This is a least-squares line and a least-squares parabola through the same points, to tell
/// whether they bend.
///
/// @param line intercept and slope
/// @param parabola intercept, slope and coefficient of the square
/// @param lineDetermination R² of the line, up to 1
/// @param parabolaDetermination R² of the parabola, not under that of the line
/// @param points how many there are
public record CurveFit(
        double[] line,
        double[] parabola,
        double lineDetermination,
        double parabolaDetermination,
        int points) {

    /// @param low the lower end of an interval
    /// @param high its upper end
    public record Interval(double low, double high) {}

    /// Through the points `(x[i], y[i])`: at least 4, finite, with 3 different `x` and 2 different
    /// `y`.
    public static CurveFit through(double[] x, double[] y) {
        if (x.length != y.length || x.length < 4) {
            throw new IllegalArgumentException(
                    "%d x and %d y; accepted are as many of both, 4 and more"
                            .formatted(x.length, y.length));
        }
        requireSpread("x", x, 3);
        requireSpread("y", y, 2);
        double[] line = polynomial(x, y, 1);
        double[] parabola = polynomial(x, y, 2);
        return new CurveFit(
                line, parabola, determination(x, y, line), determination(x, y, parabola), x.length);
    }

    private static void requireSpread(String what, double[] values, int different) {
        for (double value : values) {
            if (!Double.isFinite(value)) {
                throw new IllegalArgumentException(
                        "%s holds %s; accepted are finite numbers".formatted(what, value));
            }
        }
        if (Arrays.stream(values).distinct().limit(different).count() < different) {
            throw new IllegalArgumentException(
                    "all %d %s are among %s; a curve needs %d different ones"
                            .formatted(
                                    values.length,
                                    what,
                                    Arrays.toString(Arrays.stream(values).distinct().toArray()),
                                    different));
        }
    }

    /// What the parabola explains more: the difference of both R², 0 for points on a line.
    public double gain() {
        return parabolaDetermination - lineDetermination;
    }

    /// The F statistic of the square, with 1 and n - 3 degrees of freedom: over 11 for less than
    /// one in a thousand samples of hundreds of points around a line. Infinite for points exactly
    /// on the parabola.
    public double statistic() {
        return gain() / ((1 - parabolaDetermination) / (points - 3));
    }

    public double bend() {
        return parabola[2];
    }

    public double at(double x) {
        return value(parabola, x);
    }

    public double onTheLine(double x) {
        return value(line, x);
    }

    /// The middle 95 % of the coefficients of the square over samples of the points drawn with
    /// replacement (Efron 1979). A sample with too few different points to bend is left out.
    ///
    /// @param samples 20 or more
    public static Interval bendInterval(
            double[] x, double[] y, int samples, RandomGenerator random) {
        if (samples < 20) {
            throw new IllegalArgumentException(
                    "%d samples; accepted are 20 and more".formatted(samples));
        }
        through(x, y);
        double[] bends = new double[samples];
        int found = 0;
        for (int sample = 0; sample < samples; sample++) {
            double[] drawnX = new double[x.length];
            double[] drawnY = new double[x.length];
            for (int i = 0; i < x.length; i++) {
                int at = random.nextInt(x.length);
                drawnX[i] = x[at];
                drawnY[i] = y[at];
            }
            if (Arrays.stream(drawnX).distinct().limit(3).count() == 3) {
                bends[found++] = polynomial(drawnX, drawnY, 2)[2];
            }
        }
        double[] sorted = Arrays.copyOf(bends, found);
        Arrays.sort(sorted);
        return new Interval(
                sorted[(int) (0.025 * (found - 1))], sorted[(int) Math.ceil(0.975 * (found - 1))]);
    }

    private static double value(double[] coefficients, double x) {
        double value = 0;
        for (int i = coefficients.length - 1; i >= 0; i--) {
            value = value * x + coefficients[i];
        }
        return value;
    }

    private static double determination(double[] x, double[] y, double[] coefficients) {
        double mean = Arrays.stream(y).sum() / y.length;
        double left = 0;
        double all = 0;
        for (int i = 0; i < y.length; i++) {
            double residual = y[i] - value(coefficients, x[i]);
            left += residual * residual;
            all += (y[i] - mean) * (y[i] - mean);
        }
        return 1 - left / all;
    }

    /// By the normal equations in x minus its mean, over its spread, which keeps them well
    /// conditioned at degree 2.
    private static double[] polynomial(double[] x, double[] y, int degree) {
        double mean = Arrays.stream(x).sum() / x.length;
        double spread = Arrays.stream(x).map(value -> Math.abs(value - mean)).max().orElseThrow();
        int n = degree + 1;
        double[][] equations = new double[n][n + 1];
        for (int point = 0; point < x.length; point++) {
            double u = (x[point] - mean) / spread;
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < n; j++) {
                    equations[i][j] += Math.pow(u, i + j);
                }
                equations[i][n] += Math.pow(u, i) * y[point];
            }
        }
        return shifted(solve(equations), mean, spread);
    }

    /// By Gauss with the largest pivot.
    private static double[] solve(double[][] equations) {
        int n = equations.length;
        for (int column = 0; column < n; column++) {
            int pivot = column;
            for (int row = column + 1; row < n; row++) {
                if (Math.abs(equations[row][column]) > Math.abs(equations[pivot][column])) {
                    pivot = row;
                }
            }
            double[] held = equations[column];
            equations[column] = equations[pivot];
            equations[pivot] = held;
            for (int row = 0; row < n; row++) {
                if (row != column) {
                    double factor = equations[row][column] / equations[column][column];
                    for (int k = column; k <= n; k++) {
                        equations[row][k] -= factor * equations[column][k];
                    }
                }
            }
        }
        double[] solution = new double[n];
        for (int i = 0; i < n; i++) {
            solution[i] = equations[i][n] / equations[i][i];
        }
        return solution;
    }

    /// From coefficients of powers of `(x - mean) / spread` to those of powers of x.
    private static double[] shifted(double[] scaled, double mean, double spread) {
        double a = scaled[0];
        double b = scaled[1] / spread;
        if (scaled.length == 2) {
            return new double[] {a - b * mean, b};
        }
        double c = scaled[2] / (spread * spread);
        return new double[] {a - b * mean + c * mean * mean, b - 2 * c * mean, c};
    }
}
