package org.broadsheet.methods.hopfield;

/// This is the binary network with a steeper energy, the step between the classical and the modern
/// one: `E(xi) = -sum_i F(x_i.xi)` with `F(z) = z^a` (Krotov and Hopfield 2016) or `exp(z)`
/// (Demircigil and others 2017). An update puts each element in order to the sign, 1 or -1, with
/// the lower energy, the later ones already seeing the earlier ones (so the energy never rises); a
/// tie leaves the element. `F(z) = z^2` is the classical network.
///
/// Energies are in units of `F(d)`, the energy of one pattern at itself, so that they stay finite.
public final class DenseBinaryHopfield implements AssociativeMemory {
    private final Patterns patterns;
    private final Interaction interaction;

    /// A network over these patterns of 1 and -1.
    public DenseBinaryHopfield(Patterns patterns, Interaction interaction) {
        this.patterns = patterns.requireBinary();
        this.interaction = interaction;
    }

    @Override
    public Patterns patterns() {
        return patterns;
    }

    @Override
    public double energy(double[] state) {
        patterns.requireBinaryState(state);
        double energy = 0;
        for (double overlap : patterns.similarities(state)) {
            energy -= interaction.at(overlap, patterns.size());
        }
        return energy;
    }

    @Override
    public double[] update(double[] state) {
        patterns.requireBinaryState(state);
        double[] next = state.clone();
        double[] overlaps = patterns.similarities(state);
        for (int k = 0; k < next.length; k++) {
            double preference = preference(k, next[k], overlaps);
            if (preference != 0 && Math.signum(preference) != next[k]) {
                turn(k, Math.signum(preference) - next[k], overlaps);
                next[k] = Math.signum(preference);
            }
        }
        return next;
    }

    /// The energy with element `k` at -1 less the energy with it at 1.
    private double preference(int k, double value, double[] overlaps) {
        double preference = 0;
        for (int i = 0; i < overlaps.length; i++) {
            double own = patterns.value(i, k);
            double rest = overlaps[i] - own * value;
            preference +=
                    interaction.at(rest + own, patterns.size())
                            - interaction.at(rest - own, patterns.size());
        }
        return preference;
    }

    private void turn(int k, double change, double[] overlaps) {
        for (int i = 0; i < overlaps.length; i++) {
            overlaps[i] += patterns.value(i, k) * change;
        }
    }
}
