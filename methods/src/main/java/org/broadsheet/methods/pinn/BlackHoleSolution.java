package org.broadsheet.methods.pinn;

import java.util.Arrays;
import java.util.OptionalDouble;

/// This is the smooth solution of [LorentzBlackHole] as [Collocation] finds it: where it exists, to
/// some 1e-10.
public final class BlackHoleSolution {
    /// Where a solution is smooth forty terms leave 1e-11 at most (measured for c from 0.2 to 1.5
    /// and an end at 2), where it is not 1e-4 at least.
    private static final double SMOOTH = 1e-8;

    private static final int ITERATIONS = 100;
    private static final int PROBES = 2_000;

    private final LorentzBlackHole hole;
    private final Candidate series;

    private BlackHoleSolution(LorentzBlackHole hole, Candidate series) {
        this.hole = hole;
        this.series = series;
    }

    /// @param terms of the series; 40 are enough for an end at 2
    /// @throws IllegalArgumentException if none is found that is smooth up to the end: where c is
    ///   large a second singular point comes into reach
    public static BlackHoleSolution of(LorentzBlackHole hole, int terms) {
        var found = new Collocation(terms, ITERATIONS).solve(hole.expanded());
        if (found.residual() > SMOOTH) {
            throw new IllegalArgumentException(
                    ("no solution of speed %s is found that is smooth up to x = %s: a series of %d"
                                    + " terms leaves a residual of %.2g; accepted are smaller speeds"
                                    + " or ends")
                            .formatted(hole.speed(), hole.to(), terms, found.residual()));
        }
        return new BlackHoleSolution(hole, found.candidate());
    }

    /// True if forty terms find a solution that is smooth up to the end.
    public static boolean isSmooth(LorentzBlackHole hole) {
        return new Collocation(40, ITERATIONS).solve(hole.expanded()).residual() <= SMOOTH;
    }

    public LorentzBlackHole hole() {
        return hole;
    }

    /// y
    ///
    /// @param x within the interval
    public double at(double x) {
        return at(new double[] {x})[0];
    }

    /// y at each of the points.
    public double[] at(double[] points) {
        double[] values = series.at(points)[0];
        Arrays.setAll(
                values,
                i -> LorentzBlackHole.limit(points[i]) + Math.pow(points[i], 4) * values[i]);
        return values;
    }

    /// y′
    public double slope(double x) {
        double[] here = {x};
        return LorentzBlackHole.limitSlope(x)
                + 4 * Math.pow(x, 3) * series.at(here)[0][0]
                + Math.pow(x, 4) * series.slopes(here)[0][0];
    }

    /// The k of `y² = 1 - x + k x⁴ + ...` near 0.
    public double factor() {
        return LorentzBlackHole.LIMIT + 2 * series.at(new double[] {0})[0][0];
    }

    /// The first x above 0 where P₁ vanishes.
    public OptionalDouble horizon() {
        double step = (hole.to() - hole.from()) / PROBES;
        double[] values = at(Candidate.grid(hole, PROBES + 1));
        for (int i = 1; i <= PROBES; i++) {
            double x = i * step;
            if (hole.first(x, values[i]) >= 0) {
                return OptionalDouble.of(bisect(x - step, x));
            }
        }
        return OptionalDouble.empty();
    }

    private double bisect(double below, double above) {
        double low = below;
        double high = above;
        for (int i = 0; i < 40; i++) {
            double middle = (low + high) / 2;
            if (hole.first(middle, at(middle)) < 0) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return high;
    }
}
