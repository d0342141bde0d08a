package org.broadsheet.methods.schroedinger;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.broadsheet.methods.fourier.Fourier;

/// This is the symmetric split-step Fourier method of fixed step: the linear part of the equation,
/// `ψ̂ → exp(-ik²τ/2) ψ̂`, and its nonlinear part, `ψ → exp(i|ψ|²τ) ψ`, are each followed exactly
/// and in turns. Mass is kept up to rounding, whatever the step. The equation must have no filter,
/// which would couple the two parts.
///
/// @param splitting how the parts follow each other, which sets the order
/// @param longestStep the step, made shorter so that a whole number of them reaches the next time
///   asked for
public record SplitStep(Splitting splitting, double longestStep) implements Integrator {
    private static final double MOST_STEPS = 1e9;
    private static final double SAME = 1e-12;

    public SplitStep {
        if (!(longestStep > 0 && longestStep < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "a step of " + longestStep + "; accepted are positive numbers");
        }
    }

    @Override
    public Evolution evolve(
            NonlinearSchroedinger equation, Wave start, double[] times, Watch watch) {
        Times.require(times);
        if (equation.filter().shape() != Filter.Shape.NONE) {
            throw new IllegalArgumentException(
                    "the filter %s with a split step; accepted is the equation without a filter"
                            .formatted(equation.filter()));
        }
        if (!start.grid().equals(equation.grid())) {
            throw new IllegalArgumentException(
                    "a wave on %s and an equation on %s; accepted are both on the same grid"
                            .formatted(start.grid(), equation.grid()));
        }
        if ((times[times.length - 1] - times[0]) / longestStep > MOST_STEPS) {
            throw new IllegalArgumentException(
                    "a step of %s over a time of %s; accepted are up to %.0e steps"
                            .formatted(
                                    longestStep, times[times.length - 1] - times[0], MOST_STEPS));
        }
        return new Course(equation.grid(), start).through(times, watch);
    }

    /// One integration: the wave in space, and the factors of the present step size.
    private final class Course {
        private final Grid grid;
        private final Fourier fourier;
        private final double[] re;
        private final double[] im;
        private final Rotation rotation;
        private final double[][] phaseRe;
        private final double[][] phaseIm;
        private double size;

        Course(Grid grid, Wave start) {
            this.grid = grid;
            int n = grid.points();
            fourier = Fourier.ofLength(n);
            rotation = new Rotation(n);
            re = new double[n];
            im = new double[n];
            for (int j = 0; j < n; j++) {
                re[j] = start.re(j);
                im[j] = start.im(j);
            }
            // One for each linear part, and the last one of a step joined with the first of the
            // next.
            phaseRe = new double[splitting.linear().length + 1][n];
            phaseIm = new double[splitting.linear().length + 1][n];
        }

        Evolution through(double[] times, Watch watch) {
            List<Wave> waves = new ArrayList<>();
            waves.add(Wave.of(grid, re, im));
            int steps = 0;
            for (int i = 1; i < times.length; i++) {
                double interval = times[i] - times[i - 1];
                int count = (int) Math.ceil(interval / longestStep * (1 - SAME));
                resize(interval / count);
                linear(0);
                for (int step = 1; step <= count; step++) {
                    inner();
                    linear(step < count ? splitting.linear().length : 0);
                    watch.step(times[i - 1] + step * size);
                }
                requireFinite(times[i]);
                waves.add(Wave.of(grid, re, im));
                steps += count;
            }
            return new Evolution(
                    Arrays.stream(times).boxed().toList(),
                    waves,
                    steps * splitting.nonlinear().length,
                    steps,
                    0);
        }

        private void inner() {
            double[] weights = splitting.nonlinear();
            for (int part = 0; part < weights.length; part++) {
                rotation.byDensity(re, im, weights[part] * size);
                if (part < weights.length - 1) {
                    linear(part + 1);
                }
            }
        }

        private void linear(int part) {
            fourier.forward(re, im);
            Rotation.by(re, im, phaseRe[part], phaseIm[part]);
            fourier.inverse(re, im);
        }

        private void resize(double size) {
            if (Math.abs(size - this.size) <= SAME * size) {
                return;
            }
            this.size = size;
            double[] weights = splitting.linear();
            for (int part = 0; part <= weights.length; part++) {
                double weight = part < weights.length ? weights[part] : 2 * weights[0];
                for (int m = 0; m < grid.points(); m++) {
                    double k = grid.wavenumber(m);
                    double angle = -0.5 * k * k * weight * size;
                    phaseRe[part][m] = Math.cos(angle);
                    phaseIm[part][m] = Math.sin(angle);
                }
            }
        }

        private void requireFinite(double time) {
            for (int j = 0; j < re.length; j++) {
                if (!Double.isFinite(re[j]) || !Double.isFinite(im[j])) {
                    throw new DivergenceException(
                            "by t = %s, with steps of %s, ψ at x = %s is %s + %s i"
                                    .formatted(time, size, grid.x(j), re[j], im[j]),
                            time);
                }
            }
        }
    }
}
