package org.broadsheet.methods.dynamics;

import java.util.List;
import org.hipparchus.ode.ODEState;
import org.hipparchus.ode.OrdinaryDifferentialEquation;
import org.hipparchus.ode.nonstiff.DormandPrince853Integrator;

/// Two point masses of 1 kg on massless rods of 1 m, one hanging from the other, without friction,
/// released at rest.
///
/// @param upperAngle of the upper rod from the vertical, radians
/// @param lowerAngle of the lower rod from the vertical, radians
public record DoublePendulum(double upperAngle, double lowerAngle) {
    /// Standard gravity, m/s².
    public static final double GRAVITY = 9.80665;

    private static final double TOLERANCE = 1e-11;

    public DoublePendulum {
        if (!Double.isFinite(upperAngle) || !Double.isFinite(lowerAngle)) {
            throw new IllegalArgumentException(
                    "angles %s and %s; accepted are finite ones".formatted(upperAngle, lowerAngle));
        }
    }

    /// The motion by the adaptive Dormand-Prince method of 8th order, tolerance 1e-11.
    ///
    /// @param step seconds between samples, above 0
    /// @param length number of samples, at least 1
    /// @return columns x1, y1, x2, y2: the places of the upper and lower mass in metres, from the
    ///   upper pivot, y upwards; and energy, kinetic plus potential, in joules
    public TimeSeries motion(double step, int length) {
        double[][] columns = new double[5][Maps.requireLength(length)];
        double[] state = {upperAngle, 0, lowerAngle, 0};
        store(state, columns, 0);
        var method = new DormandPrince853Integrator(1e-12, 0.1, TOLERANCE, TOLERANCE);
        var equation = new Motion();
        for (int i = 1; i < length; i++) {
            state =
                    method.integrate(equation, new ODEState((i - 1) * step, state), i * step)
                            .getPrimaryState();
            store(state, columns, i);
        }
        return new TimeSeries(0, step, List.of("x1", "y1", "x2", "y2", "energy"), columns);
    }

    private static void store(double[] state, double[][] columns, int i) {
        double x1 = Math.sin(state[0]);
        double y1 = -Math.cos(state[0]);
        columns[0][i] = x1;
        columns[1][i] = y1;
        columns[2][i] = x1 + Math.sin(state[2]);
        columns[3][i] = y1 - Math.cos(state[2]);
        columns[4][i] = energy(state);
    }

    private static double energy(double[] state) {
        double upper = state[1];
        double lower = state[3];
        double kinetic =
                upper * upper + lower * lower / 2 + upper * lower * Math.cos(state[0] - state[2]);
        return kinetic - GRAVITY * (2 * Math.cos(state[0]) + Math.cos(state[2]));
    }

    /// Lagrange's equations, solved for the angular accelerations.
    private static final class Motion implements OrdinaryDifferentialEquation {
        @Override
        public int getDimension() {
            return 4;
        }

        @Override
        public double[] computeDerivatives(double time, double[] state) {
            double upper = state[1];
            double lower = state[3];
            double sine = Math.sin(state[0] - state[2]);
            double cosine = Math.cos(state[0] - state[2]);
            // 2 a + c b = -s ω₂² - 2 g sin θ₁ and c a + b = s ω₁² - g sin θ₂
            double first = -sine * lower * lower - 2 * GRAVITY * Math.sin(state[0]);
            double second = sine * upper * upper - GRAVITY * Math.sin(state[2]);
            double determinant = 2 - cosine * cosine;
            return new double[] {
                upper,
                (first - cosine * second) / determinant,
                lower,
                (2 * second - cosine * first) / determinant
            };
        }
    }
}
