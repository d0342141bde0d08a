package org.broadsheet.search;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.broadsheet.paper.PaperId;

/// Keeps the papers' vectors, which are slow to make, so that an index can be rebuilt without
/// making them again. Every backend passes `StorageContract`.
public interface VectorStore {
    /// Keeps the vectors, all in one step, each with the next change number. A vector replaces the
    /// older one of the same paper. A vector of an unknown paper is left out.
    ///
    /// @param model the name and version of the model that made them
    void put(String model, Map<PaperId, Vector> vectors);

    /// The vectors that this model made for these papers; a paper without one has no entry.
    Map<PaperId, Vector> get(String model, Collection<PaperId> papers);

    /// Papers whose vector by this model is missing or was made for other text, latest published
    /// first, at most `limit`.
    List<PaperId> missing(String model, int limit);

    /// How many papers have an up-to-date vector by this model.
    long count(String model);

    /// A vector and the fingerprint of the text it was made for ([TextForVector#fingerprint]).
    record Vector(float[] values, String fingerprint) {}
}
