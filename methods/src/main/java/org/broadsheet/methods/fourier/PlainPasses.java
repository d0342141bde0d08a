package org.broadsheet.methods.fourier;

/// The passes in plain Java: the way out where there are no vectors, and the oracle of those on
/// them.
final class PlainPasses implements Passes {
    @Override
    public void first(double[] xRe, double[] xIm, double[] yRe, double[] yIm, double[] twiddles) {
        radix4(xRe, xIm, yRe, yIm, xRe.length, 1, twiddles);
    }

    @Override
    public void radix4(
            double[] xRe,
            double[] xIm,
            double[] yRe,
            double[] yIm,
            int rest,
            int stride,
            double[] twiddles) {
        int quarter = rest / 4;
        int apart = stride * quarter;
        for (int p = 0; p < quarter; p++) {
            double w1Re = twiddles[p];
            double w1Im = twiddles[quarter + p];
            double w2Re = twiddles[2 * quarter + p];
            double w2Im = twiddles[3 * quarter + p];
            double w3Re = twiddles[4 * quarter + p];
            double w3Im = twiddles[5 * quarter + p];
            int to = 4 * stride * p;
            for (int from = stride * p; from < stride * (p + 1); from++, to++) {
                double aRe = xRe[from];
                double aIm = xIm[from];
                double bRe = xRe[from + apart];
                double bIm = xIm[from + apart];
                double cRe = xRe[from + 2 * apart];
                double cIm = xIm[from + 2 * apart];
                double dRe = xRe[from + 3 * apart];
                double dIm = xIm[from + 3 * apart];

                double sumAcRe = aRe + cRe;
                double sumAcIm = aIm + cIm;
                double lessAcRe = aRe - cRe;
                double lessAcIm = aIm - cIm;
                double sumBdRe = bRe + dRe;
                double sumBdIm = bIm + dIm;
                double lessBdRe = bRe - dRe;
                double lessBdIm = bIm - dIm;

                yRe[to] = sumAcRe + sumBdRe;
                yIm[to] = sumAcIm + sumBdIm;
                double uRe = lessAcRe + lessBdIm;
                double uIm = lessAcIm - lessBdRe;
                yRe[to + stride] = Math.fma(uRe, w1Re, -(uIm * w1Im));
                yIm[to + stride] = Math.fma(uIm, w1Re, uRe * w1Im);
                double vRe = sumAcRe - sumBdRe;
                double vIm = sumAcIm - sumBdIm;
                yRe[to + 2 * stride] = Math.fma(vRe, w2Re, -(vIm * w2Im));
                yIm[to + 2 * stride] = Math.fma(vIm, w2Re, vRe * w2Im);
                double zRe = lessAcRe - lessBdIm;
                double zIm = lessAcIm + lessBdRe;
                yRe[to + 3 * stride] = Math.fma(zRe, w3Re, -(zIm * w3Im));
                yIm[to + 3 * stride] = Math.fma(zIm, w3Re, zRe * w3Im);
            }
        }
    }

    @Override
    public void radix2(double[] xRe, double[] xIm, double[] yRe, double[] yIm, int stride) {
        for (int q = 0; q < stride; q++) {
            yRe[q] = xRe[q] + xRe[q + stride];
            yIm[q] = xIm[q] + xIm[q + stride];
            yRe[q + stride] = xRe[q] - xRe[q + stride];
            yIm[q + stride] = xIm[q] - xIm[q + stride];
        }
    }
}
