package org.broadsheet.methods.dynamics;

import java.util.List;

/// The orbit of a particle in a potential, computed by the leapfrog, a symplectic method of second
/// order.
///
/// @param potential that it moves in
/// @param start where it is at time 0
/// @param step of the method, above 0; some hundredths of the shortest swing
public record Orbit(Potential potential, PhasePoint start, double step) {
    /// Steps between two looks at the deviations; few enough that they cannot overflow.
    private static final int BLOCK = 10;

    public Orbit {
        if (!(step > 0 && step < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("step " + step + "; accepted is above 0");
        }
    }

    /// The orbit from its start.
    ///
    /// @param steps of the method between two samples, at least 1
    /// @param length number of samples, at least 1
    /// @return columns x, y, px, py
    /// @throws ArithmeticException if the particle leaves for infinity
    public TimeSeries sampled(int steps, int length) {
        if (steps < 1) {
            throw new IllegalArgumentException(
                    steps + " steps between samples; accepted is 1 or more");
        }
        double[][] columns = new double[4][Maps.requireLength(length)];
        var leapfrog = new Leapfrog(potential, start, step);
        for (int i = 0; i < length; i++) {
            PhasePoint point = leapfrog.point();
            columns[0][i] = point.x();
            columns[1][i] = point.y();
            columns[2][i] = point.px();
            columns[3][i] = point.py();
            leapfrog.advance(steps);
        }
        return new TimeSeries(0, steps * step, List.of("x", "y", "px", "py"), columns);
    }

    /// How two nearby orbits fare: the largest finite-time Lyapunov exponent (Benettin et al. 1980)
    /// and the smaller alignment index SALI (Skokos 2001).
    ///
    /// @param duration time to follow the orbit for, at least ten steps; a thousand swings tell all
    ///   but the weakest chaos
    /// @throws ArithmeticException if the particle leaves for infinity
    public Stability stability(double duration) {
        if (!(duration >= BLOCK * step && duration / step < Integer.MAX_VALUE)) {
            throw new IllegalArgumentException(
                    "duration %s; accepted is %s or more, and less than 2^31 steps"
                            .formatted(duration, BLOCK * step));
        }
        int blocks = (int) (duration / step / BLOCK);
        double[] first = {1, 0, 0, 0};
        double[] second = {0, 1, 0, 0};
        var leapfrog = new Leapfrog(potential, start, step, first, second);
        double growth = 0;
        for (int i = 0; i < blocks; i++) {
            leapfrog.advance(BLOCK);
            growth += Math.log(normalise(first));
            normalise(second);
        }
        return new Stability(
                growth / (blocks * BLOCK * step),
                Math.min(distance(first, second, 1), distance(first, second, -1)));
    }

    /// Brings to length 1; returns the length it had.
    private static double normalise(double[] deviation) {
        double length = distance(deviation, new double[deviation.length], 1);
        for (int i = 0; i < deviation.length; i++) {
            deviation[i] /= length;
        }
        return length;
    }

    private static double distance(double[] a, double[] b, int sign) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            double difference = a[i] - sign * b[i];
            sum += difference * difference;
        }
        return Math.sqrt(sum);
    }
}
