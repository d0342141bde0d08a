package org.broadsheet.methods.schroedinger;

import java.util.List;

/// This is a way to follow a wave in time.
public interface Integrator {
    /// The waves at the times asked for, the first of which is the time of the start.
    ///
    /// @param times at least two, finite, each above the one before
    /// @param watch told of each step; may throw to stop
    /// @throws IllegalArgumentException if the grids differ, a time is out of order or the equation
    ///   is none that this integrator can follow
    /// @throws DivergenceException if a number stops being finite or the step size vanishes
    Evolution evolve(NonlinearSchroedinger equation, Wave start, double[] times, Watch watch);

    default Evolution evolve(NonlinearSchroedinger equation, Wave start, double[] times) {
        return evolve(equation, start, times, Watch.NOBODY);
    }

    /// Who looks on, once a step.
    @FunctionalInterface
    interface Watch {
        Watch NOBODY = _ -> {};

        /// @param time what the integration has reached
        void step(double time);
    }

    /// What came of it.
    ///
    /// @param times those asked for
    /// @param waves one for each time
    /// @param evaluations of the right-hand side or, for a splitting, of its nonlinear part
    /// @param steps taken
    /// @param rejected steps tried in vain
    record Evolution(
            List<Double> times, List<Wave> waves, int evaluations, int steps, int rejected) {
        public Evolution {
            times = List.copyOf(times);
            waves = List.copyOf(waves);
        }

        public Wave last() {
            return waves.getLast();
        }
    }

    /// Equispaced times from 0 to the end, both included.
    ///
    /// @param count at least 2
    static double[] times(double end, int count) {
        if (!(end > 0 && end < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "an end at " + end + "; accepted are positive numbers");
        }
        if (count < 2) {
            throw new IllegalArgumentException(count + " times; accepted are 2 or more");
        }
        double[] times = new double[count];
        for (int i = 0; i < count; i++) {
            times[i] = i == count - 1 ? end : i * (end / (count - 1));
        }
        return times;
    }
}
