package org.broadsheet.methods.schroedinger;

/// This is the plane wave `A exp(iA²t)`, which is unstable against long modulations (T. B.
/// Benjamin, J. E. Feir, J. Fluid Mech. 27, 1967).
///
/// @param amplitude A, positive
public record PlaneWave(double amplitude) implements ExactWave {
    public PlaneWave {
        if (!(amplitude > 0 && amplitude < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "a plane wave of amplitude " + amplitude + "; accepted are positive numbers");
        }
    }

    @Override
    public Wave at(Grid grid, double time) {
        double phase = amplitude * amplitude * time;
        return Wave.of(grid, _ -> amplitude * Math.cos(phase), _ -> amplitude * Math.sin(phase));
    }

    /// Modulations of wave number below this one grow: 2A.
    public double edge() {
        return 2 * amplitude;
    }

    /// The wave number that grows fastest, `√2 A`, at the rate A².
    public double fastest() {
        return Math.sqrt(2) * amplitude;
    }

    /// The rate `(k/2) √(4A² - k²)` at which a small modulation of wave number k grows; 0 from the
    /// edge on.
    ///
    /// @param wavenumber k, not negative
    public double growthRate(double wavenumber) {
        if (!(wavenumber >= 0 && wavenumber < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "a wave number of " + wavenumber + "; accepted are numbers from 0");
        }
        double inside = edge() * edge() - wavenumber * wavenumber;
        return inside > 0 ? wavenumber / 2 * Math.sqrt(inside) : 0;
    }

    /// The plane wave at time 0 with a small modulation that only grows: the growing eigenvector
    /// `(1 + i·2Ω/k²) ε cos kx` of the linearised equation, Ω being the growth rate.
    ///
    /// @param wavenumber k, positive and below the edge; the grid's length should be a multiple of
    ///   2π/k
    /// @param size ε, small beside A
    public Wave modulated(Grid grid, double wavenumber, double size) {
        if (!(wavenumber > 0 && wavenumber < edge())) {
            throw new IllegalArgumentException(
                    "a growing modulation of wave number %s; accepted is above 0 and below %s"
                            .formatted(wavenumber, edge()));
        }
        double lag = 2 * growthRate(wavenumber) / (wavenumber * wavenumber);
        return Wave.of(
                grid,
                x -> amplitude + size * Math.cos(wavenumber * x),
                x -> lag * size * Math.cos(wavenumber * x));
    }
}
