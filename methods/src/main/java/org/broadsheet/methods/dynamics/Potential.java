package org.broadsheet.methods.dynamics;

/// A smooth potential of a particle of unit mass in the plane.
public interface Potential {
    double value(double x, double y);

    /// Stores ∂/∂x and ∂/∂y.
    void gradient(double x, double y, double[] out);

    /// Stores ∂²/∂x², ∂²/∂x∂y and ∂²/∂y².
    void hessian(double x, double y, double[] out);

    /// The energy of a particle.
    default double energy(PhasePoint point) {
        return (point.px() * point.px() + point.py() * point.py()) / 2
                + value(point.x(), point.y());
    }

    /// The point with this energy that crosses the axis x = 0 upwards in x, as in a Poincaré
    /// section.
    ///
    /// @throws IllegalArgumentException if `y` and `py` alone need more energy
    default PhasePoint onSection(double energy, double y, double py) {
        double left = 2 * (energy - value(0, y)) - py * py;
        if (!(left >= 0)) {
            throw new IllegalArgumentException(
                    "energy %s at y = %s, py = %s; accepted is %s or more there"
                            .formatted(energy, y, py, value(0, y) + py * py / 2));
        }
        return new PhasePoint(0, y, Math.sqrt(left), py);
    }
}
