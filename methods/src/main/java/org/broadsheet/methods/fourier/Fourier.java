package org.broadsheet.methods.fourier;

/// This is the complex discrete Fourier transform of one length, a power of two, over split arrays:
/// real parts in one, imaginary parts in the other.
///
/// Stockham's self-sorting form with passes of radix 4, and one of radix 2 where the length asks
/// for it (C. Van Loan, Computational Frameworks for the Fast Fourier Transform, 1992, section
/// 1.7). The passes run on vectors of four doubles where the machine has them and the module
/// `jdk.incubator.vector` is there, else in plain Java, with the same digits. Works in place with
/// memory of its own: one instance serves one thread at a time.
public final class Fourier {
    private static final int LONGEST = 1 << 26;

    private final int length;
    private final Passes passes;
    private final double[][] twiddles;
    private final double[] spareRe;
    private final double[] spareIm;

    Fourier(int length, Passes passes) {
        if (length < 1 || length > LONGEST || Integer.bitCount(length) != 1) {
            throw new IllegalArgumentException(
                    "a transform of length %d; accepted are the powers of two from 1 to %d"
                            .formatted(length, LONGEST));
        }
        this.length = length;
        this.passes = passes;
        twiddles = twiddles(length);
        spareRe = new double[length];
        spareIm = new double[length];
    }

    /// @param length a power of two, from 1 to 2^26
    /// @throws IllegalArgumentException for any other length
    public static Fourier ofLength(int length) {
        return new Fourier(length, Passes.fastest());
    }

    public int length() {
        return length;
    }

    /// Replaces `x_j` by `X_k = Σ_j x_j exp(-2πi jk/n)`.
    ///
    /// @throws IllegalArgumentException if an array has another length than this transform
    public void forward(double[] re, double[] im) {
        require(re, "real");
        require(im, "imaginary");
        transform(re, im);
    }

    /// Replaces `X_k` by `x_j = 1/n Σ_k X_k exp(2πi jk/n)`.
    ///
    /// @throws IllegalArgumentException if an array has another length than this transform
    public void inverse(double[] re, double[] im) {
        require(re, "real");
        require(im, "imaginary");
        transform(im, re);
        double scale = 1.0 / length;
        for (int j = 0; j < length; j++) {
            re[j] *= scale;
        }
        for (int j = 0; j < length; j++) {
            im[j] *= scale;
        }
    }

    private void transform(double[] re, double[] im) {
        double[] fromRe = re;
        double[] fromIm = im;
        double[] toRe = spareRe;
        double[] toIm = spareIm;
        int rest = length;
        int stride = 1;
        boolean isInSpare = false;
        for (int pass = 0; rest > 1; pass++) {
            if (rest == 2) {
                passes.radix2(fromRe, fromIm, toRe, toIm, stride);
            } else if (stride == 1) {
                passes.first(fromRe, fromIm, toRe, toIm, twiddles[pass]);
            } else {
                passes.radix4(fromRe, fromIm, toRe, toIm, rest, stride, twiddles[pass]);
            }
            int radix = rest == 2 ? 2 : 4;
            rest /= radix;
            stride *= radix;
            double[] swap = fromRe;
            fromRe = toRe;
            toRe = swap;
            swap = fromIm;
            fromIm = toIm;
            toIm = swap;
            isInSpare = !isInSpare;
        }
        if (isInSpare) {
            System.arraycopy(fromRe, 0, re, 0, length);
            System.arraycopy(fromIm, 0, im, 0, length);
        }
    }

    /// For each radix-4 pass over parts of length m: the real parts of w, then the imaginary ones,
    /// then both of w² and of w³, each for p = 0 … m/4 - 1, where w = exp(-2πi p/m).
    private static double[][] twiddles(int length) {
        double[][] all = new double[(Integer.numberOfTrailingZeros(length) + 1) / 2][];
        int rest = length;
        for (int pass = 0; rest >= 4; pass++, rest /= 4) {
            int quarter = rest / 4;
            double[] factors = new double[6 * quarter];
            for (int power = 1; power <= 3; power++) {
                for (int p = 0; p < quarter; p++) {
                    double angle = -2 * Math.PI * p * power / rest;
                    factors[(2 * power - 2) * quarter + p] = Math.cos(angle);
                    factors[(2 * power - 1) * quarter + p] = Math.sin(angle);
                }
            }
            all[pass] = factors;
        }
        return all;
    }

    private void require(double[] part, String which) {
        if (part.length != length) {
            throw new IllegalArgumentException(
                    "%d %s parts for a transform of length %d"
                            .formatted(part.length, which, length));
        }
    }
}
