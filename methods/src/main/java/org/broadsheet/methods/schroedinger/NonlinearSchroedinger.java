package org.broadsheet.methods.schroedinger;

import org.broadsheet.methods.fourier.Fourier;

/// This is the equation `iψ_t + ½ψ_xx + |ψ|²ψ = 0` on a grid, as a system for the coefficients ψ̂
/// of the discrete Fourier transform:
///
/// `dψ̂/dt = -(i/2) k² σ ψ̂ + i σ F[|F⁻¹(σψ̂)|² F⁻¹(σψ̂)]`
///
/// with the filter σ (arXiv 2509.05901). With any σ it is Hamiltonian: [Invariants#filteredEnergy]
/// is constant. One instance serves one thread at a time.
public final class NonlinearSchroedinger implements ComplexSystem {
    private final Grid grid;
    private final Filter filter;
    private final double[] sigma;
    private final double[] dispersion;
    private final Fourier fourier;
    private final double[] re;
    private final double[] im;

    public NonlinearSchroedinger(Grid grid, Filter filter) {
        this.grid = grid;
        this.filter = filter;
        sigma = filter.on(grid);
        dispersion = new double[grid.points()];
        for (int m = 0; m < dispersion.length; m++) {
            double k = grid.wavenumber(m);
            dispersion[m] = 0.5 * k * k * sigma[m];
        }
        fourier = Fourier.ofLength(grid.points());
        re = new double[grid.points()];
        im = new double[grid.points()];
    }

    public Grid grid() {
        return grid;
    }

    public Filter filter() {
        return filter;
    }

    @Override
    public int size() {
        return grid.points();
    }

    // Each loop writes one array: so the compiler makes vectors of it.
    @Override
    public void slope(double time, double[] state, double[] slope) {
        int n = grid.points();
        for (int m = 0; m < n; m++) {
            re[m] = sigma[m] * state[m];
        }
        for (int m = 0; m < n; m++) {
            im[m] = sigma[m] * state[n + m];
        }
        fourier.inverse(re, im);
        for (int j = 0; j < n; j++) {
            double density = re[j] * re[j] + im[j] * im[j];
            re[j] *= density;
            im[j] *= density;
        }
        fourier.forward(re, im);
        for (int m = 0; m < n; m++) {
            slope[m] = dispersion[m] * state[n + m] - sigma[m] * im[m];
        }
        for (int m = 0; m < n; m++) {
            slope[n + m] = sigma[m] * re[m] - dispersion[m] * state[m];
        }
    }
}
