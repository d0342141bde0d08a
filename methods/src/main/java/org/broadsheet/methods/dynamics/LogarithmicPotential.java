package org.broadsheet.methods.dynamics;

/// The potential ½ v² ln(x² + y²/q² + c²) of a flattened galaxy with a flat rotation curve (Binney,
/// Tremaine 2008, eq. 3.103). A small core c and a small q make many orbits chaotic.
///
/// @param speed v, the circular speed far out, above 0
/// @param core c, the radius of the core, above 0
/// @param flattening q, the ratio of the axes, above 0, at most 1
public record LogarithmicPotential(double speed, double core, double flattening)
        implements Potential {
    public LogarithmicPotential {
        if (!(speed > 0 && core > 0 && flattening > 0 && flattening <= 1)) {
            throw new IllegalArgumentException(
                    ("speed %s, core %s, flattening %s; accepted is above 0, the flattening at"
                                    + " most 1")
                            .formatted(speed, core, flattening));
        }
    }

    @Override
    public double value(double x, double y) {
        return speed * speed / 2 * Math.log(squaredRadius(x, y));
    }

    @Override
    public void gradient(double x, double y, double[] out) {
        double factor = speed * speed / squaredRadius(x, y);
        out[0] = factor * x;
        out[1] = factor * y / (flattening * flattening);
    }

    @Override
    public void hessian(double x, double y, double[] out) {
        double squared = squaredRadius(x, y);
        double factor = speed * speed / squared;
        double flat = flattening * flattening;
        out[0] = factor * (1 - 2 * x * x / squared);
        out[1] = -factor * 2 * x * y / (flat * squared);
        out[2] = factor / flat * (1 - 2 * y * y / (flat * squared));
    }

    private double squaredRadius(double x, double y) {
        return x * x + y * y / (flattening * flattening) + core * core;
    }
}
