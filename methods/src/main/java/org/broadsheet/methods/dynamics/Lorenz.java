package org.broadsheet.methods.dynamics;

import java.util.List;

/// The Lorenz system: x' = σ (y - x), y' = ρ x - y - x z, z' = x y - β z (Lorenz 1963).
///
/// @param sigma classically 10
/// @param rho classically 28; chaotic from about 24.74
/// @param beta classically 8/3
public record Lorenz(double sigma, double rho, double beta) {
    /// The system by forward Euler, as PECCARY (arXiv 2407.11970) makes it. This method is of first
    /// order: with a step of 0.01 it has an attractor like that of the flow, not the same.
    ///
    /// @param start x, y, z of the first sample
    /// @param step of the method and between samples, above 0
    /// @param length number of samples, at least 1
    /// @return columns x, y, z
    /// @throws ArithmeticException if the step is too large and the method diverges
    public TimeSeries byForwardEuler(double[] start, double step, int length) {
        if (start.length != 3) {
            throw new IllegalArgumentException(
                    "a start of " + start.length + " numbers; accepted are 3: x, y, z");
        }
        double[][] columns = new double[3][Maps.requireLength(length)];
        double x = start[0];
        double y = start[1];
        double z = start[2];
        for (int i = 0; i < length; i++) {
            if (!Double.isFinite(x + y + z)) {
                throw new ArithmeticException(
                        "forward Euler with a step of %s diverges by sample %d; take a smaller one"
                                .formatted(step, i));
            }
            columns[0][i] = x;
            columns[1][i] = y;
            columns[2][i] = z;
            double dx = sigma * (y - x);
            double dy = rho * x - y - x * z;
            double dz = x * y - beta * z;
            x += dx * step;
            y += dy * step;
            z += dz * step;
        }
        return new TimeSeries(0, step, List.of("x", "y", "z"), columns);
    }
}
