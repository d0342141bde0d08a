package org.broadsheet.methods.fourier;

import jdk.incubator.vector.DoubleVector;

/// The passes of a Stockham transform, from the arrays `x` to the arrays `y`. Both ways of doing
/// them round every number alike, so that their results are equal bit by bit.
interface Passes {
    /// The pass of radix 4 over the whole length, a multiple of 4: stride 1.
    void first(double[] xRe, double[] xIm, double[] yRe, double[] yIm, double[] twiddles);

    /// The pass of radix 4 over parts of length `rest`, a multiple of 4, that lie `stride` apart, a
    /// multiple of 4.
    void radix4(
            double[] xRe,
            double[] xIm,
            double[] yRe,
            double[] yIm,
            int rest,
            int stride,
            double[] twiddles);

    /// The last pass, of radix 2: parts of length 2 that lie `stride` apart.
    void radix2(double[] xRe, double[] xIm, double[] yRe, double[] yIm, int stride);

    /// Those on vectors where the virtual machine has the module for them and the machine has at
    /// least four doubles in a register.
    static Passes fastest() {
        boolean hasVectors = ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent();
        return hasVectors && DoubleVector.SPECIES_PREFERRED.length() >= 4
                ? new VectorPasses()
                : new PlainPasses();
    }
}
