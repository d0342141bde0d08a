package org.broadsheet.methods.dynamics;

/// The potential (x² + y²)/2 + x² y - y³/3 (Hénon, Heiles 1964). Orbits are bound below the energy
/// 1/6; mostly regular up to about 1/12, mostly chaotic near 1/6.
public record HenonHeiles() implements Potential {
    /// The energy from which a particle can escape.
    public static final double ESCAPE_ENERGY = 1.0 / 6;

    @Override
    public double value(double x, double y) {
        return (x * x + y * y) / 2 + x * x * y - y * y * y / 3;
    }

    @Override
    public void gradient(double x, double y, double[] out) {
        out[0] = x + 2 * x * y;
        out[1] = y + x * x - y * y;
    }

    @Override
    public void hessian(double x, double y, double[] out) {
        out[0] = 1 + 2 * y;
        out[1] = 2 * x;
        out[2] = 1 - 2 * y;
    }
}
