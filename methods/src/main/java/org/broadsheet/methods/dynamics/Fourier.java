package org.broadsheet.methods.dynamics;

/// The plain fast Fourier transform (Cooley, Tukey 1965), enough to shape noise.
final class Fourier {
    private Fourier() {}

    /// Replaces z by Σ_j z_j exp(-2πi jk / size), not scaled.
    ///
    /// @param real and `imaginary`, the parts of z; the size is a power of two
    static void transform(double[] real, double[] imaginary) {
        int size = real.length;
        reverseBits(real, imaginary);
        for (int half = 1; half < size; half *= 2) {
            for (int k = 0; k < half; k++) {
                double angle = -Math.PI * k / half;
                double cosine = StrictMath.cos(angle);
                double sine = StrictMath.sin(angle);
                for (int a = k; a < size; a += 2 * half) {
                    int b = a + half;
                    double re = real[b] * cosine - imaginary[b] * sine;
                    double im = real[b] * sine + imaginary[b] * cosine;
                    real[b] = real[a] - re;
                    imaginary[b] = imaginary[a] - im;
                    real[a] += re;
                    imaginary[a] += im;
                }
            }
        }
    }

    private static void reverseBits(double[] real, double[] imaginary) {
        int shift = Integer.numberOfLeadingZeros(real.length - 1);
        for (int i = 1; i < real.length - 1; i++) {
            int j = Integer.reverse(i) >>> shift;
            if (i < j) {
                swap(real, i, j);
                swap(imaginary, i, j);
            }
        }
    }

    private static void swap(double[] values, int i, int j) {
        double kept = values[i];
        values[i] = values[j];
        values[j] = kept;
    }
}
