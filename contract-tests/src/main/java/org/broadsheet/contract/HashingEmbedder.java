package org.broadsheet.contract;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.broadsheet.search.Embedder;

/// An embedder for tests that needs no model: it counts words in hashed places (feature hashing,
/// Weinberger et al. 2009). Near means "shares words"; it knows no meaning.
public final class HashingEmbedder implements Embedder {
    private static final int DIMENSIONS = 256;
    private static final Pattern NOT_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");

    private volatile boolean closed;

    @Override
    public String model() {
        return "hashed-words-" + DIMENSIONS;
    }

    @Override
    public int dimensions() {
        return DIMENSIONS;
    }

    @Override
    public List<float[]> embed(List<String> texts) {
        return texts.stream().map(this::embedQuery).toList();
    }

    @Override
    public float[] embedQuery(String query) {
        if (closed) {
            throw new IllegalStateException("this embedder is closed");
        }
        float[] counts = new float[DIMENSIONS];
        // One place counts for every text, so that no vector is zero.
        counts[0] = 0.1f;
        for (String word : NOT_WORD.split(query.toLowerCase(Locale.ROOT))) {
            if (!word.isEmpty()) {
                int hash = word.hashCode() * 0x9E3779B9;
                counts[1 + (hash >>> 1) % (DIMENSIONS - 1)] += (hash & 1) == 0 ? 1 : -1;
            }
        }
        return scaled(counts);
    }

    private static float[] scaled(float[] counts) {
        double squares = 0;
        for (float count : counts) {
            squares += (double) count * count;
        }
        for (int i = 0; i < counts.length; i++) {
            counts[i] /= (float) Math.sqrt(squares);
        }
        return counts;
    }

    @Override
    public void close() {
        closed = true;
    }
}
