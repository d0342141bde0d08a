package org.broadsheet.methods.schroedinger;

/// The four starts of the paper (arXiv 2509.05901), by the paper's names.
public enum CanonicalCase {
    /// One soliton: A = 2, v = 1, x₀ = -10.
    SOLITON {
        @Override
        public Wave start(Grid grid) {
            return new Soliton(2, 1, -10).at(grid, 0);
        }
    },
    /// Two that meet: A = 2 and 1.5, v = 2 and -2, x₀ = -10 and 10.
    TWO_SOLITONS {
        @Override
        public Wave start(Grid grid) {
            return new Soliton(2, 2, -10).at(grid, 0).plus(new Soliton(1.5, -2, 10).at(grid, 0));
        }
    },
    /// `√2 sech(x) e^{ix/2} (1 + ½ cos x)`. Not the breather of Akhmediev: see [AkhmedievBreather].
    BREATHER {
        @Override
        public Wave start(Grid grid) {
            return Wave.of(grid, x -> hump(x) * Math.cos(x / 2), x -> hump(x) * Math.sin(x / 2));
        }
    },
    /// A wide Gaussian, `e^{-x²/50}`, with noise of size 0.01 of numpy's generator of seed 42. Not
    /// the instability of a plane wave: see [PlaneWave].
    MODULATION_INSTABILITY {
        @Override
        public Wave start(Grid grid) {
            var noise = new LegacyGaussian(SEED);
            int points = grid.points();
            double[] re = new double[points];
            double[] im = new double[points];
            for (int j = 0; j < points; j++) {
                re[j] = Math.exp(-grid.x(j) * grid.x(j) / 50) + NOISE * noise.next();
            }
            for (int j = 0; j < points; j++) {
                im[j] = NOISE * noise.next();
            }
            return Wave.of(grid, re, im);
        }
    };

    private static final int SEED = 42;
    private static final double NOISE = 0.01;

    /// The wave at time 0.
    public abstract Wave start(Grid grid);

    /// The paper's grid: 512 points over 50.
    public static Grid grid() {
        return new Grid(50, 512);
    }

    /// The paper's times: 100 from 0 to 20.
    public static double[] times() {
        return Integrator.times(20, 100);
    }

    private static double hump(double x) {
        return Math.sqrt(2) / Math.cosh(x) * (1 + 0.5 * Math.cos(x));
    }
}
