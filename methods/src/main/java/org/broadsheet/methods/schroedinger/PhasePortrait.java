package org.broadsheet.methods.schroedinger;

import java.util.ArrayList;
import java.util.List;

/// The path of ψ at one place through the complex plane.
///
/// @param x the place, a point of the grid
/// @param points one for each wave
public record PhasePortrait(double x, List<Point> points) {

    /// ψ at one moment.
    ///
    /// @param re the real part
    /// @param im the imaginary part
    /// @param modulus |ψ|
    /// @param phase of ψ in radians, without jumps: the turn since the point before is at most half
    ///   a one
    public record Point(double re, double im, double modulus, double phase) {}

    public PhasePortrait {
        points = List.copyOf(points);
    }

    /// The path at the point of the grid nearest to x.
    ///
    /// @throws IllegalArgumentException if there is no wave or x is not on their grid
    public static PhasePortrait at(double x, List<Wave> waves) {
        if (waves.isEmpty()) {
            throw new IllegalArgumentException(
                    "a phase portrait of no waves; accepted are 1 or more");
        }
        Grid grid = waves.getFirst().grid();
        int j = grid.nearest(x);
        List<Point> points = new ArrayList<>();
        double phase = 0;
        for (Wave wave : waves) {
            double principal = Math.atan2(wave.im(j), wave.re(j));
            phase = principal + 2 * Math.PI * Math.rint((phase - principal) / (2 * Math.PI));
            points.add(new Point(wave.re(j), wave.im(j), wave.modulus(j), phase));
        }
        return new PhasePortrait(grid.x(j), points);
    }
}
