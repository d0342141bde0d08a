package org.broadsheet.methods.schroedinger;

/// This is the breather of N. Akhmediev and V. Korneev (Theor. Math. Phys. 69, 1986), which rises
/// once from the plane wave `exp(it)`, is periodic in space and highest at time 0: `ψ = e^{it} [1 +
/// (2(1-2a) cosh bt + ib sinh bt)/(√(2a) cos Ωx - cosh bt)]` with `b = √(8a(1-2a))`, `Ω =
/// 2√(1-2a)`.
///
/// @param a above 0, below 1/2
public record AkhmedievBreather(double a) implements ExactWave {
    public AkhmedievBreather {
        if (!(a > 0 && a < 0.5)) {
            throw new IllegalArgumentException(
                    "a breather with a = " + a + "; accepted is above 0, below 0.5");
        }
    }

    /// The distance of its peaks, `2π/Ω`. The grid's length should be a multiple.
    public double period() {
        return Math.PI / Math.sqrt(1 - 2 * a);
    }

    /// The highest |ψ|, `1 + 2√(2a)`.
    public double peak() {
        return 1 + 2 * Math.sqrt(2 * a);
    }

    /// `b = √(8a(1-2a))`, the rate at which it rises.
    public double growthRate() {
        return Math.sqrt(8 * a * (1 - 2 * a));
    }

    @Override
    public Wave at(Grid grid, double time) {
        double b = growthRate();
        double wavenumber = 2 * Math.sqrt(1 - 2 * a);
        double hyperbolicCosine = Math.cosh(b * time);
        double hyperbolicSine = Math.sinh(b * time);
        int points = grid.points();
        double[] re = new double[points];
        double[] im = new double[points];
        for (int j = 0; j < points; j++) {
            double below = Math.sqrt(2 * a) * Math.cos(wavenumber * grid.x(j)) - hyperbolicCosine;
            double u = 1 + 2 * (1 - 2 * a) * hyperbolicCosine / below;
            double v = b * hyperbolicSine / below;
            re[j] = u * Math.cos(time) - v * Math.sin(time);
            im[j] = u * Math.sin(time) + v * Math.cos(time);
        }
        return Wave.of(grid, re, im);
    }
}
