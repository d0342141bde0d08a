package org.broadsheet.methods.hopfield;

/// This is the classical binary network (Hopfield 1982), the baseline: elements are 1 and -1, the
/// weights are Hebb's rule `W = X X^T / d` with nothing on the diagonal, the energy is `-xi^T W xi
/// / 2`, and an update turns each element in order to the sign of its field, the later ones already
/// seeing the earlier ones turned (asynchronous, so the energy never rises). A field of 0 leaves
/// the element. It holds about `0.14 d` random patterns.
public final class ClassicalHopfield implements AssociativeMemory {
    private final Patterns patterns;
    private final double[] weights;

    /// A network with these patterns of 1 and -1 in its weights.
    public ClassicalHopfield(Patterns patterns) {
        this.patterns = patterns.requireBinary();
        this.weights = hebbian(patterns);
    }

    @Override
    public Patterns patterns() {
        return patterns;
    }

    @Override
    public double energy(double[] state) {
        patterns.requireBinaryState(state);
        double energy = 0;
        for (int k = 0; k < state.length; k++) {
            energy -= 0.5 * state[k] * field(k, state);
        }
        return energy;
    }

    @Override
    public double[] update(double[] state) {
        patterns.requireBinaryState(state);
        double[] next = state.clone();
        for (int k = 0; k < next.length; k++) {
            double field = field(k, next);
            if (field != 0) {
                next[k] = Math.signum(field);
            }
        }
        return next;
    }

    private double field(int element, double[] state) {
        double field = 0;
        for (int k = 0; k < state.length; k++) {
            field += weights[element * state.length + k] * state[k];
        }
        return field;
    }

    private static double[] hebbian(Patterns patterns) {
        int size = patterns.size();
        double[] weights = new double[Math.multiplyExact(size, size)];
        for (int i = 0; i < patterns.count(); i++) {
            for (int k = 0; k < size; k++) {
                double own = patterns.value(i, k) / size;
                for (int l = 0; l < size; l++) {
                    weights[k * size + l] += own * patterns.value(i, l);
                }
            }
        }
        for (int k = 0; k < size; k++) {
            weights[k * size + k] = 0;
        }
        return weights;
    }
}
