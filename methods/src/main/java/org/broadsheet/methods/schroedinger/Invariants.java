package org.broadsheet.methods.schroedinger;

/// What the equation keeps: mass `∫|ψ|²`, momentum `∫Im(ψ* ψ_x)` and energy `∫½|ψ_x|² - ½|ψ|⁴` over
/// the interval.
public record Invariants(double mass, double momentum, double energy) {

    /// With the derivative of the trigonometric polynomial through the points: exact for it.
    public static Invariants spectral(Wave wave) {
        Grid grid = wave.grid();
        int n = grid.points();
        double[] spectrum = wave.spectrum();
        double[] slope = new double[2 * n];
        for (int m = 0; m < n; m++) {
            double k = grid.wavenumber(m);
            slope[m] = -k * spectrum[n + m];
            slope[n + m] = k * spectrum[m];
        }
        return of(wave, Wave.ofSpectrum(grid, slope));
    }

    /// With differences of second order on an interval that is not periodic (one-sided at its
    /// ends), as the paper's program reports them. They have an error of their own that is not the
    /// integration's.
    public static Invariants byDifferences(Wave wave) {
        Grid grid = wave.grid();
        int n = grid.points();
        double[] re = new double[n];
        double[] im = new double[n];
        for (int j = 0; j < n; j++) {
            int before = Math.max(j - 1, 0);
            int after = Math.min(j + 1, n - 1);
            double apart = (after - before) * grid.spacing();
            re[j] = (wave.re(after) - wave.re(before)) / apart;
            im[j] = (wave.im(after) - wave.im(before)) / apart;
        }
        return of(wave, Wave.of(grid, re, im));
    }

    private static Invariants of(Wave wave, Wave slope) {
        double mass = 0;
        double momentum = 0;
        double energy = 0;
        for (int j = 0; j < wave.grid().points(); j++) {
            double density = wave.density(j);
            mass += density;
            momentum += wave.re(j) * slope.im(j) - wave.im(j) * slope.re(j);
            energy += 0.5 * slope.density(j) - 0.5 * density * density;
        }
        double spacing = wave.grid().spacing();
        return new Invariants(mass * spacing, momentum * spacing, energy * spacing);
    }

    /// `H_σ = ½ Σ σ k² |ψ̂|²/N Δx - ½ Σ |F⁻¹(σψ̂)|⁴ Δx`: the energy that the equation on the grid
    /// keeps with its filter. Without a filter it is the spectral energy.
    public static double filteredEnergy(Wave wave, Filter filter) {
        Grid grid = wave.grid();
        int n = grid.points();
        double[] sigma = filter.on(grid);
        double[] spectrum = wave.spectrum();
        double kinetic = 0;
        for (int m = 0; m < n; m++) {
            double k = grid.wavenumber(m);
            double square = spectrum[m] * spectrum[m] + spectrum[n + m] * spectrum[n + m];
            kinetic += sigma[m] * k * k * square / n;
            spectrum[m] *= sigma[m];
            spectrum[n + m] *= sigma[m];
        }
        Wave filtered = Wave.ofSpectrum(grid, spectrum);
        double potential = 0;
        for (double density : filtered.densities()) {
            potential += density * density;
        }
        return 0.5 * (kinetic - potential) * grid.spacing();
    }
}
