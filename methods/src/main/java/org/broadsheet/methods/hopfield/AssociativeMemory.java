package org.broadsheet.methods.hopfield;

/// This is a memory that is read by descent on an energy: an update never raises it, and what is
/// remembered sits in its minima. Memories are immutable and may be shared by threads.
public sealed interface AssociativeMemory
        permits ModernHopfield, ClassicalHopfield, DenseBinaryHopfield {

    /// What is stored.
    Patterns patterns();

    /// The energy of `state` (length `d`).
    double energy(double[] state);

    /// The state after one update of every element of `state` (length `d`), which is left as it is.
    double[] update(double[] state);

    /// Updates from `query` (length `d`) until `stopping` says so.
    default Retrieval retrieve(double[] query, Stopping stopping) {
        return Retrieval.run(this, query, stopping);
    }
}
