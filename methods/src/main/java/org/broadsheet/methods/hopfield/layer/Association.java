package org.broadsheet.methods.hopfield.layer;

import java.util.Arrays;
import java.util.List;
import org.broadsheet.methods.hopfield.Stopping;

/// This is how a Hopfield layer associates: the choices that the paper's layers leave open.
///
/// @param size the dimension of the association space of one head, `d_k`, at least 1
/// @param betas the inverse temperature of each head, over 0; their number is the number of heads
/// @param updates how often a state is updated. `Stopping.after(1)` is attention; `after(1 + k)`
///   has `k` updates in the association space before the values are read. With a change over 0 each
///   head goes on until its associations change by no more (Euclidean norm, for every element of
///   the batch), up to the number of steps
/// @param normalisation what is done to the raw patterns
/// @param dropout the probability, 0 to below 1, with which training drops an association
public record Association(
        int size,
        List<Double> betas,
        Stopping updates,
        Normalisation normalisation,
        double dropout) {

    /// What is done to state and stored patterns before they are projected.
    public enum Normalisation {
        NONE,
        /// Each pattern is shifted and scaled to mean 0 and variance 1, then by a learned gain and
        /// bias for each feature.
        LAYER_NORM
    }

    public Association {
        if (size < 1) {
            throw new IllegalArgumentException(
                    "The association space has %d dimensions; at least 1 is needed"
                            .formatted(size));
        }
        betas = List.copyOf(betas);
        if (betas.isEmpty()) {
            throw new IllegalArgumentException("There is no head; give a beta for one at least");
        }
        for (double beta : betas) {
            if (!(beta > 0) || Double.isInfinite(beta)) {
                throw new IllegalArgumentException(
                        "beta is %s; the inverse temperature must be over 0 and finite"
                                .formatted(beta));
            }
        }
        if (!(dropout >= 0 && dropout < 1)) {
            throw new IllegalArgumentException(
                    "The dropout is %s; 0 to below 1 is accepted".formatted(dropout));
        }
    }

    /// Attention as in a transformer: `beta = 1 / sqrt(d_k)`, one update, nothing normalised,
    /// nothing dropped.
    public static Association attention(int heads, int size) {
        Double[] betas = new Double[Math.max(heads, 0)];
        Arrays.fill(betas, 1 / Math.sqrt(size));
        return new Association(size, List.of(betas), Stopping.after(1), Normalisation.NONE, 0);
    }

    /// The same with one `beta` for all heads.
    public Association withBeta(double beta) {
        Double[] all = new Double[betas.size()];
        Arrays.fill(all, beta);
        return new Association(size, List.of(all), updates, normalisation, dropout);
    }

    public Association withUpdates(Stopping updates) {
        return new Association(size, betas, updates, normalisation, dropout);
    }

    public Association with(Normalisation normalisation) {
        return new Association(size, betas, updates, normalisation, dropout);
    }

    public Association withDropout(double dropout) {
        return new Association(size, betas, updates, normalisation, dropout);
    }

    public int heads() {
        return betas.size();
    }
}
