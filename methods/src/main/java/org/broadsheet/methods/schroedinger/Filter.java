package org.broadsheet.methods.schroedinger;

/// This is the factor σ(k) that damps or removes the coefficients of large wave numbers, against
/// the aliasing of the product |ψ|²ψ.
///
/// @param shape how it falls
/// @param fraction where, as a share of the grid's largest wave number, above 0, at most 1
public record Filter(Shape shape, double fraction) {
    /// The order and the strength of the paper's filter.
    private static final double SHARPNESS = 36;

    /// How σ falls from 1 to 0.
    public enum Shape {
        /// Not at all: σ = 1.
        NONE,
        /// `exp(-36 (|k|/k_m)^36)`, the paper's.
        SMOOTH,
        /// 1 below k_m, else 0.
        CUT
    }

    public Filter {
        if (!(fraction > 0 && fraction <= 1)) {
            throw new IllegalArgumentException(
                    "a filter at " + fraction + "; accepted is above 0, at most 1");
        }
    }

    public static Filter none() {
        return new Filter(Shape.NONE, 1);
    }

    /// The paper's: smooth, at two thirds of the largest wave number.
    public static Filter ofPaper() {
        return new Filter(Shape.SMOOTH, 2.0 / 3);
    }

    /// The sharp cut. At 2/3 it removes the aliasing of a product of two, at 1/2 that of three.
    public static Filter cutAt(double fraction) {
        return new Filter(Shape.CUT, fraction);
    }

    /// σ for every coefficient, in the order of [Grid#wavenumber].
    public double[] on(Grid grid) {
        double edge = fraction * grid.nyquist();
        double[] sigma = new double[grid.points()];
        for (int m = 0; m < sigma.length; m++) {
            double share = Math.abs(grid.wavenumber(m)) / edge;
            sigma[m] =
                    switch (shape) {
                        case NONE -> 1;
                        case SMOOTH -> Math.exp(-SHARPNESS * Math.pow(share, SHARPNESS));
                        case CUT -> share < 1 ? 1 : 0;
                    };
        }
        return sigma;
    }
}
