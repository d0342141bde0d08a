package org.broadsheet.methods.pinn;

import java.util.ArrayList;
import java.util.List;
import org.hipparchus.exception.MathIllegalArgumentException;
import org.hipparchus.exception.MathIllegalStateException;
import org.hipparchus.ode.ODEState;
import org.hipparchus.ode.OrdinaryDifferentialEquation;
import org.hipparchus.ode.nonstiff.DormandPrince853Integrator;

/// This is the textbook's way: an adaptive Runge-Kutta method of order 8 (Hipparchus) that marches
/// from the start towards the end, equations solved for the highest derivative. It ends early where
/// its step vanishes, as it may at a singular point.
public final class Marching {
    private static final int MOST_EVALUATIONS = 200_000;

    /// The right-hand side of y′ = f(x, y).
    @FunctionalInterface
    public interface Slopes {
        double[] at(double x, double[] state);
    }

    /// The places reached, with the state at each.
    ///
    /// @param x in the order of the march
    /// @param states one for each place
    /// @param isWhole true if it came to the end
    public record Path(List<Double> x, List<double[]> states, boolean isWhole) {
        public Path {
            x = List.copyOf(x);
            states = List.copyOf(states);
        }

        public double reached() {
            return x.getLast();
        }
    }

    private Marching() {}

    /// @param from where the state is given
    /// @param to another place, on either side
    /// @param tolerance of each step, absolute and relative, 1e-14 to 0.1
    public static Path march(
            Slopes slopes, double from, double[] state, double to, double tolerance) {
        if (!(tolerance >= 1e-14 && tolerance <= 0.1)) {
            throw new IllegalArgumentException(
                    "a tolerance of " + tolerance + "; accepted are 1e-14 to 0.1");
        }
        double length = Math.abs(to - from);
        DormandPrince853Integrator integrator =
                new DormandPrince853Integrator(1e-12 * length, length / 20, tolerance, tolerance);
        integrator.setMaxEvaluations(MOST_EVALUATIONS);
        List<Double> x = new ArrayList<>(List.of(from));
        List<double[]> states = new ArrayList<>(List.of(state.clone()));
        integrator.addStepHandler(interpolator -> {
            x.add(interpolator.getCurrentState().getTime());
            states.add(interpolator.getCurrentState().getPrimaryState());
        });
        try {
            integrator.integrate(equation(slopes, state.length), new ODEState(from, state), to);
            return new Path(x, states, true);
        } catch (MathIllegalStateException | MathIllegalArgumentException e) {
            return new Path(x, states, false);
        }
    }

    private static OrdinaryDifferentialEquation equation(Slopes slopes, int size) {
        return new OrdinaryDifferentialEquation() {
            @Override
            public int getDimension() {
                return size;
            }

            @Override
            public double[] computeDerivatives(double x, double[] state) {
                return slopes.at(x, state);
            }
        };
    }
}
