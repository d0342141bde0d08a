package org.broadsheet.methods.fourier;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorShuffle;
import jdk.incubator.vector.VectorSpecies;

/// The passes on vectors of four doubles.
final class VectorPasses implements Passes {
    private static final VectorSpecies<Double> FOUR = DoubleVector.SPECIES_256;
    private static final int LANES = 4;
    private static final VectorShuffle<Double> LOW = VectorShuffle.makeZip(FOUR, 0);
    private static final VectorShuffle<Double> HIGH = VectorShuffle.makeZip(FOUR, 1);

    private final PlainPasses plain = new PlainPasses();

    @Override
    public void first(double[] xRe, double[] xIm, double[] yRe, double[] yIm, double[] twiddles) {
        int quarter = xRe.length / 4;
        if (quarter < LANES) {
            plain.first(xRe, xIm, yRe, yIm, twiddles);
            return;
        }
        for (int p = 0; p < quarter; p += LANES) {
            var aRe = DoubleVector.fromArray(FOUR, xRe, p);
            var aIm = DoubleVector.fromArray(FOUR, xIm, p);
            var bRe = DoubleVector.fromArray(FOUR, xRe, p + quarter);
            var bIm = DoubleVector.fromArray(FOUR, xIm, p + quarter);
            var cRe = DoubleVector.fromArray(FOUR, xRe, p + 2 * quarter);
            var cIm = DoubleVector.fromArray(FOUR, xIm, p + 2 * quarter);
            var dRe = DoubleVector.fromArray(FOUR, xRe, p + 3 * quarter);
            var dIm = DoubleVector.fromArray(FOUR, xIm, p + 3 * quarter);

            var sumAcRe = aRe.add(cRe);
            var sumAcIm = aIm.add(cIm);
            var lessAcRe = aRe.sub(cRe);
            var lessAcIm = aIm.sub(cIm);
            var sumBdRe = bRe.add(dRe);
            var sumBdIm = bIm.add(dIm);
            var lessBdRe = bRe.sub(dRe);
            var lessBdIm = bIm.sub(dIm);

            var w1Re = DoubleVector.fromArray(FOUR, twiddles, p);
            var w1Im = DoubleVector.fromArray(FOUR, twiddles, p + quarter);
            var w2Re = DoubleVector.fromArray(FOUR, twiddles, p + 2 * quarter);
            var w2Im = DoubleVector.fromArray(FOUR, twiddles, p + 3 * quarter);
            var w3Re = DoubleVector.fromArray(FOUR, twiddles, p + 4 * quarter);
            var w3Im = DoubleVector.fromArray(FOUR, twiddles, p + 5 * quarter);
            var uRe = lessAcRe.add(lessBdIm);
            var uIm = lessAcIm.sub(lessBdRe);
            var vRe = sumAcRe.sub(sumBdRe);
            var vIm = sumAcIm.sub(sumBdIm);
            var zRe = lessAcRe.sub(lessBdIm);
            var zIm = lessAcIm.add(lessBdRe);
            interleave(
                    sumAcRe.add(sumBdRe),
                    uRe.fma(w1Re, uIm.mul(w1Im).neg()),
                    vRe.fma(w2Re, vIm.mul(w2Im).neg()),
                    zRe.fma(w3Re, zIm.mul(w3Im).neg()),
                    yRe,
                    4 * p);
            interleave(
                    sumAcIm.add(sumBdIm),
                    uIm.fma(w1Re, uRe.mul(w1Im)),
                    vIm.fma(w2Re, vRe.mul(w2Im)),
                    zIm.fma(w3Re, zRe.mul(w3Im)),
                    yIm,
                    4 * p);
        }
    }

    /// Stores a0 b0 c0 d0 a1 b1 c1 d1 …
    private static void interleave(
            DoubleVector a, DoubleVector b, DoubleVector c, DoubleVector d, double[] to, int at) {
        var acLow = a.rearrange(LOW, c);
        var acHigh = a.rearrange(HIGH, c);
        var bdLow = b.rearrange(LOW, d);
        var bdHigh = b.rearrange(HIGH, d);
        acLow.rearrange(LOW, bdLow).intoArray(to, at);
        acLow.rearrange(HIGH, bdLow).intoArray(to, at + LANES);
        acHigh.rearrange(LOW, bdHigh).intoArray(to, at + 2 * LANES);
        acHigh.rearrange(HIGH, bdHigh).intoArray(to, at + 3 * LANES);
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
            var w1Re = DoubleVector.broadcast(FOUR, twiddles[p]);
            var w1Im = DoubleVector.broadcast(FOUR, twiddles[quarter + p]);
            var w2Re = DoubleVector.broadcast(FOUR, twiddles[2 * quarter + p]);
            var w2Im = DoubleVector.broadcast(FOUR, twiddles[3 * quarter + p]);
            var w3Re = DoubleVector.broadcast(FOUR, twiddles[4 * quarter + p]);
            var w3Im = DoubleVector.broadcast(FOUR, twiddles[5 * quarter + p]);
            int to = 4 * stride * p;
            for (int from = stride * p; from < stride * (p + 1); from += LANES, to += LANES) {
                var aRe = DoubleVector.fromArray(FOUR, xRe, from);
                var aIm = DoubleVector.fromArray(FOUR, xIm, from);
                var bRe = DoubleVector.fromArray(FOUR, xRe, from + apart);
                var bIm = DoubleVector.fromArray(FOUR, xIm, from + apart);
                var cRe = DoubleVector.fromArray(FOUR, xRe, from + 2 * apart);
                var cIm = DoubleVector.fromArray(FOUR, xIm, from + 2 * apart);
                var dRe = DoubleVector.fromArray(FOUR, xRe, from + 3 * apart);
                var dIm = DoubleVector.fromArray(FOUR, xIm, from + 3 * apart);

                var sumAcRe = aRe.add(cRe);
                var sumAcIm = aIm.add(cIm);
                var lessAcRe = aRe.sub(cRe);
                var lessAcIm = aIm.sub(cIm);
                var sumBdRe = bRe.add(dRe);
                var sumBdIm = bIm.add(dIm);
                var lessBdRe = bRe.sub(dRe);
                var lessBdIm = bIm.sub(dIm);

                sumAcRe.add(sumBdRe).intoArray(yRe, to);
                sumAcIm.add(sumBdIm).intoArray(yIm, to);
                var uRe = lessAcRe.add(lessBdIm);
                var uIm = lessAcIm.sub(lessBdRe);
                uRe.fma(w1Re, uIm.mul(w1Im).neg()).intoArray(yRe, to + stride);
                uIm.fma(w1Re, uRe.mul(w1Im)).intoArray(yIm, to + stride);
                var vRe = sumAcRe.sub(sumBdRe);
                var vIm = sumAcIm.sub(sumBdIm);
                vRe.fma(w2Re, vIm.mul(w2Im).neg()).intoArray(yRe, to + 2 * stride);
                vIm.fma(w2Re, vRe.mul(w2Im)).intoArray(yIm, to + 2 * stride);
                var zRe = lessAcRe.sub(lessBdIm);
                var zIm = lessAcIm.add(lessBdRe);
                zRe.fma(w3Re, zIm.mul(w3Im).neg()).intoArray(yRe, to + 3 * stride);
                zIm.fma(w3Re, zRe.mul(w3Im)).intoArray(yIm, to + 3 * stride);
            }
        }
    }

    @Override
    public void radix2(double[] xRe, double[] xIm, double[] yRe, double[] yIm, int stride) {
        if (stride < LANES) {
            plain.radix2(xRe, xIm, yRe, yIm, stride);
            return;
        }
        for (int q = 0; q < stride; q += LANES) {
            var aRe = DoubleVector.fromArray(FOUR, xRe, q);
            var aIm = DoubleVector.fromArray(FOUR, xIm, q);
            var bRe = DoubleVector.fromArray(FOUR, xRe, q + stride);
            var bIm = DoubleVector.fromArray(FOUR, xIm, q + stride);
            aRe.add(bRe).intoArray(yRe, q);
            aIm.add(bIm).intoArray(yIm, q);
            aRe.sub(bRe).intoArray(yRe, q + stride);
            aIm.sub(bIm).intoArray(yIm, q + stride);
        }
    }
}
