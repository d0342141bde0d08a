package org.broadsheet.methods.dynamics;

/// Place and momentum of a particle of unit mass in the plane.
public record PhasePoint(double x, double y, double px, double py) {
    public PhasePoint {
        if (!Double.isFinite(x + y + px + py)) {
            throw new IllegalArgumentException(
                    "phase point (%s, %s, %s, %s); accepted are finite numbers"
                            .formatted(x, y, px, py));
        }
    }
}
