package org.broadsheet.methods.schroedinger;

import java.util.function.DoubleUnaryOperator;
import org.broadsheet.methods.fourier.Fourier;

/// This is a complex field ψ on a grid at one moment. It does not change.
public final class Wave {
    private final Grid grid;
    private final double[] re;
    private final double[] im;

    private Wave(Grid grid, double[] re, double[] im) {
        this.grid = grid;
        this.re = re;
        this.im = im;
    }

    /// @param re the real parts, one for each point, finite
    /// @param im the imaginary parts likewise
    /// @throws IllegalArgumentException for other lengths, or a part that is not finite
    public static Wave of(Grid grid, double[] re, double[] im) {
        requireParts(grid, re, "real");
        requireParts(grid, im, "imaginary");
        return new Wave(grid, re.clone(), im.clone());
    }

    /// The field of which functions of x give the real and the imaginary part.
    public static Wave of(Grid grid, DoubleUnaryOperator re, DoubleUnaryOperator im) {
        double[] reals = new double[grid.points()];
        double[] imaginaries = new double[grid.points()];
        for (int j = 0; j < grid.points(); j++) {
            reals[j] = re.applyAsDouble(grid.x(j));
            imaginaries[j] = im.applyAsDouble(grid.x(j));
        }
        return of(grid, reals, imaginaries);
    }

    private static void requireParts(Grid grid, double[] parts, String which) {
        if (parts.length != grid.points()) {
            throw new IllegalArgumentException(
                    "%d %s parts on a grid of %d points"
                            .formatted(parts.length, which, grid.points()));
        }
        for (int j = 0; j < parts.length; j++) {
            if (!Double.isFinite(parts[j])) {
                throw new IllegalArgumentException(
                        "the %s part at x = %s is %s; accepted are finite numbers"
                                .formatted(which, grid.x(j), parts[j]));
            }
        }
    }

    public Grid grid() {
        return grid;
    }

    public double re(int j) {
        return re[j];
    }

    public double im(int j) {
        return im[j];
    }

    /// |ψ| at point j.
    public double modulus(int j) {
        return Math.hypot(re[j], im[j]);
    }

    /// |ψ|² at point j.
    public double density(int j) {
        return re[j] * re[j] + im[j] * im[j];
    }

    /// |ψ|² at every point.
    public double[] densities() {
        double[] densities = new double[re.length];
        for (int j = 0; j < densities.length; j++) {
            densities[j] = density(j);
        }
        return densities;
    }

    /// The sum of two fields, as of two far solitons.
    public Wave plus(Wave other) {
        requireSameGrid(other);
        double[] sumRe = re.clone();
        double[] sumIm = im.clone();
        for (int j = 0; j < sumRe.length; j++) {
            sumRe[j] += other.re[j];
            sumIm[j] += other.im[j];
        }
        return of(grid, sumRe, sumIm);
    }

    /// The largest |ψ - φ| over the points.
    public double distance(Wave other) {
        requireSameGrid(other);
        double most = 0;
        for (int j = 0; j < re.length; j++) {
            most = Math.max(most, Math.hypot(re[j] - other.re[j], im[j] - other.im[j]));
        }
        return most;
    }

    /// The coefficients of the discrete Fourier transform, all real parts and then all imaginary
    /// ones, in the order of [Grid#wavenumber], not scaled.
    public double[] spectrum() {
        double[] spectrumRe = re.clone();
        double[] spectrumIm = im.clone();
        Fourier.ofLength(re.length).forward(spectrumRe, spectrumIm);
        double[] spectrum = new double[2 * re.length];
        System.arraycopy(spectrumRe, 0, spectrum, 0, re.length);
        System.arraycopy(spectrumIm, 0, spectrum, re.length, re.length);
        return spectrum;
    }

    /// The field of such coefficients.
    ///
    /// @throws IllegalArgumentException if there are not two numbers for each point
    public static Wave ofSpectrum(Grid grid, double[] spectrum) {
        int points = grid.points();
        if (spectrum.length != 2 * points) {
            throw new IllegalArgumentException(
                    "%d numbers for the spectrum on a grid of %d points; accepted are %d"
                            .formatted(spectrum.length, points, 2 * points));
        }
        double[] re = new double[points];
        double[] im = new double[points];
        System.arraycopy(spectrum, 0, re, 0, points);
        System.arraycopy(spectrum, points, im, 0, points);
        Fourier.ofLength(points).inverse(re, im);
        return of(grid, re, im);
    }

    private void requireSameGrid(Wave other) {
        if (!grid.equals(other.grid)) {
            throw new IllegalArgumentException(
                    "a wave on %s and one on %s; accepted are two on the same grid"
                            .formatted(grid, other.grid));
        }
    }
}
