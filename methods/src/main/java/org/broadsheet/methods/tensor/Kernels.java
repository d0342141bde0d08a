package org.broadsheet.methods.tensor;

/// This is the choice of the loops that do the arithmetic. Both give results that agree within
/// rounding, and each gives the same digits every time; but the two differ in last digits, so a run
/// that is to be repeated has to record which one it had.
public enum Kernels {
    /// Plain Java, on any machine.
    PLAIN("plain"),
    /// 256-bit vectors by the incubating module `jdk.incubator.vector`.
    VECTOR("vector-256");

    private final String kind;

    Kernels(String kind) {
        this.kind = kind;
    }

    /// The name that belongs into a run's identity.
    public String kind() {
        return kind;
    }

    /// Vectors where the JVM was started with `--add-modules jdk.incubator.vector` on a processor
    /// with vectors of at least 256 bits; shorter ones would be emulated and crawl.
    public static Kernels best() {
        boolean present = ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent();
        return present && VectorFloats.fits() && VectorDoubles.fits() ? VECTOR : PLAIN;
    }

    Array doubles(int n) {
        return this == VECTOR ? new VectorDoubles(n) : new Doubles(n);
    }

    Array floats(int n) {
        return this == VECTOR ? new VectorFloats(n) : new Floats(n);
    }
}
