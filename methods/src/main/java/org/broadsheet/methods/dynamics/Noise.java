package org.broadsheet.methods.dynamics;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.broadsheet.methods.fourier.Fourier;

/// Noise by its colour: power falls or rises with the frequency f as f to the negative exponent.
public enum Noise {
    WHITE(0),
    PINK(1),
    RED(2),
    BLUE(-1),
    VIOLET(-2);

    private final double exponent;

    Noise(double exponent) {
        this.exponent = exponent;
    }

    /// The power β in the spectrum 1/f^β.
    public double exponent() {
        return exponent;
    }

    /// Uniform white noise whose Fourier coefficients are multiplied by f^(-β/2), brought to mean 0
    /// and standard deviation 1.
    ///
    /// @param length number of values, 2 to 2²⁴
    /// @param random the only source of chance
    public double[] series(int length, RandomGenerator random) {
        if (length < 2 || length > 1 << 24) {
            throw new IllegalArgumentException("length " + length + "; accepted is 2 to 16777216");
        }
        // Twice the length, so that its end does not know of its beginning.
        int size = Integer.highestOneBit(length - 1) << 2;
        double[] real = random.doubles(size).toArray();
        double[] imaginary = new double[size];
        Fourier spectrum = Fourier.ofLength(size);
        spectrum.forward(real, imaginary);
        for (int i = 0; i < size; i++) {
            double frequency = (double) Math.min(i, size - i) / size;
            double factor = i == 0 ? 0 : StrictMath.pow(frequency, -exponent / 2);
            real[i] *= factor;
            imaginary[i] *= factor;
        }
        spectrum.inverse(real, imaginary);
        return standardised(Arrays.copyOf(real, length));
    }

    /// Independent values of the standard normal distribution.
    ///
    /// @param length number of values, at least 1
    public static double[] normal(int length, RandomGenerator random) {
        double[] series = new double[Maps.requireLength(length)];
        Arrays.setAll(series, _ -> random.nextGaussian());
        return series;
    }

    private static double[] standardised(double[] series) {
        double mean = Arrays.stream(series).average().orElseThrow();
        double variance =
                Arrays.stream(series).map(x -> (x - mean) * (x - mean)).average().orElseThrow();
        return Arrays.stream(series).map(x -> (x - mean) / Math.sqrt(variance)).toArray();
    }
}
