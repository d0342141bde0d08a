package org.broadsheet.methods.schroedinger;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// This is the adaptive Runge-Kutta method of order 8 by Dormand and Prince, with dense output
/// ([DormandPrinceTableau] has the source).
///
/// The error norm and the choice of the step size are those of scipy's `solve_ivp` with method
/// `DOP853`: the root mean square over the unknowns of complex error over `absolute + relative
/// max(|y|, |y'|)`, so that evaluations are as many as there.
///
/// @param relative the tolerance relative to the moduli, from 2.3e-14 to below 1
/// @param absolute the absolute tolerance, in the units of the state, positive
/// @param longestStep the longest step in time, positive, may be infinite
public record DormandPrince853(double relative, double absolute, double longestStep)
        implements Integrator {
    private static final double LEAST_RELATIVE = 100 * Math.ulp(1.0);
    private static final double SAFETY = 0.9;
    private static final double LEAST_FACTOR = 0.2;
    private static final double MOST_FACTOR = 10;
    private static final double EXPONENT = -1.0 / 8;

    public DormandPrince853 {
        if (!(relative >= LEAST_RELATIVE && relative < 1)) {
            throw new IllegalArgumentException(
                    "a relative tolerance of %s; accepted is %s to below 1"
                            .formatted(relative, LEAST_RELATIVE));
        }
        if (!(absolute > 0 && absolute < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "an absolute tolerance of " + absolute + "; accepted are positive numbers");
        }
        if (!(longestStep > 0)) {
            throw new IllegalArgumentException(
                    "a longest step of " + longestStep + "; accepted are positive numbers");
        }
    }

    /// The tolerances of the paper: 1e-9 relative, 1e-11 absolute, steps of 0.1 at most.
    public static DormandPrince853 ofPaper() {
        return new DormandPrince853(1e-9, 1e-11, 0.1);
    }

    /// The states at the times asked for.
    ///
    /// @param states one for each time, in the form of [ComplexSystem]
    /// @param evaluations of the right-hand side
    /// @param steps taken
    /// @param rejected steps tried in vain
    public record Trajectory(List<double[]> states, int evaluations, int steps, int rejected) {}

    @Override
    public Evolution evolve(
            NonlinearSchroedinger equation, Wave start, double[] times, Watch watch) {
        if (!start.grid().equals(equation.grid())) {
            throw new IllegalArgumentException(
                    "a wave on %s and an equation on %s; accepted are both on the same grid"
                            .formatted(start.grid(), equation.grid()));
        }
        Trajectory trajectory = integrate(equation, start.spectrum(), times, watch);
        List<Wave> waves = new ArrayList<>();
        for (double[] state : trajectory.states()) {
            waves.add(Wave.ofSpectrum(equation.grid(), state));
        }
        return new Evolution(
                Arrays.stream(times).boxed().toList(),
                waves,
                trajectory.evaluations(),
                trajectory.steps(),
                trajectory.rejected());
    }

    /// Integrates from the first time to the last.
    ///
    /// @param start the state at the first time, finite
    /// @throws IllegalArgumentException if the state has another size than the system or a number
    ///   that is not finite, or if the times do not rise
    /// @throws DivergenceException if a slope is not finite or the step size vanishes
    public Trajectory integrate(ComplexSystem system, double[] start, double[] times, Watch watch) {
        Times.require(times);
        requireState(system, start);
        var step = new DormandPrinceStep(system, start, times[0], relative, absolute);
        return new Course(step, times).follow(start, watch);
    }

    /// One integration: the size of the next step, and what has been counted.
    private final class Course {
        private final DormandPrinceStep step;
        private final double[] times;
        private final double end;
        private final List<double[]> states = new ArrayList<>();
        private double size;
        private int steps;
        private int rejected;

        Course(DormandPrinceStep step, double[] times) {
            this.step = step;
            this.times = times;
            end = times[times.length - 1];
            size = step.firstSize(end - times[0], longestStep);
        }

        Trajectory follow(double[] start, Watch watch) {
            states.add(start.clone());
            while (step.time() < end) {
                advance();
                double reached = step.reaches(end) ? end : step.nextTime();
                while (states.size() < times.length && times[states.size()] <= reached) {
                    states.add(step.interpolated(times[states.size()]));
                }
                step.accept(reached);
                steps++;
                watch.step(reached);
            }
            return new Trajectory(states, step.evaluations(), steps, rejected);
        }

        /// Tries shorter and shorter steps until one is within the tolerances.
        private void advance() {
            size = Math.min(size, longestStep);
            boolean hasFailed = false;
            while (true) {
                requireMoving(step.time(), size);
                size = Math.min(size, end - step.time());
                double error = step.attempt(size);
                if (error < 1) {
                    size *= hasFailed ? Math.min(1, factor(error)) : factor(error);
                    return;
                }
                hasFailed = true;
                rejected++;
                size *= Math.max(LEAST_FACTOR, SAFETY * Math.pow(error, EXPONENT));
            }
        }
    }

    private static double factor(double error) {
        return error == 0 ? MOST_FACTOR : Math.min(MOST_FACTOR, SAFETY * Math.pow(error, EXPONENT));
    }

    private static void requireMoving(double time, double size) {
        double least = 10 * Math.ulp(time);
        if (!(size >= least)) {
            throw new DivergenceException(
                    "at t = %s the step size fell to %s; a step must be at least %s: "
                                    .formatted(time, size, least)
                            + "the tolerances cannot be met or the solution has a singularity",
                    time);
        }
    }

    private static void requireState(ComplexSystem system, double[] start) {
        if (start.length != 2 * system.size()) {
            throw new IllegalArgumentException(
                    "a state of %d numbers for %d complex unknowns; accepted are %d"
                            .formatted(start.length, system.size(), 2 * system.size()));
        }
        for (int i = 0; i < start.length; i++) {
            if (!Double.isFinite(start[i])) {
                throw new IllegalArgumentException(
                        "number %d of the state is %s; accepted are finite numbers"
                                .formatted(i, start[i]));
            }
        }
    }
}
