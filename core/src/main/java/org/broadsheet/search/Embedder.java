package org.broadsheet.search;

import java.util.List;

/// Turns text into vectors whose dot product is the similarity of meaning. Safe for many threads.
/// Every backend passes `EmbedderContract`.
public interface Embedder extends AutoCloseable {
    /// The name and version of the model; vectors of different models do not compare.
    String model();

    int dimensions();

    /// One vector of length 1 for each text, in order. Texts longer than the model reads are cut.
    /// Empty text has a vector, too. The same text has the same vector in any batch, up to 1e-2 in
    /// cosine for quantised models.
    List<float[]> embed(List<String> texts);

    /// The vector of a query; some models want an instruction before it.
    float[] embedQuery(String query);

    @Override
    void close();
}
