package org.broadsheet.embedding.onnx;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.stream.IntStream;
import org.broadsheet.search.Embedder;
import org.jspecify.annotations.Nullable;

/// Vectors of meaning by bge-small-en-v1.5 (Xiao et al. 2023), quantised to 8 bits, in this
/// process.
///
/// Making one is cheap: the model is loaded by the first use or by [#warmUp]. Native calls run on
/// threads of its own: one for batches, two for queries, so that a query never waits for the
/// batches before it. Whoever made it closes it.
public final class OnnxEmbedder implements Embedder {
    /// Most pieces of a text that are read: all of two in three of arXiv's abstracts with their
    /// titles, and the start of the others. Twice as many take more than twice the time.
    static final int MOST_PIECES = 256;

    static final ModelFile MODEL =
            new ModelFile(
                    "/bge-small-en-v1.5-q.onnx",
                    "6c9c6101a956d62dfb5e7190c538226c0c5bb9cb27b651234b6df063ee7dbfe4");
    static final ModelFile TOKENIZER =
            new ModelFile(
                    "/bge-small-en-v1.5-q-tokenizer.json",
                    "d241a60d5e8f04cc1b2b3e9ef7a4921b27bf526d9f6050ab90f9267a1f9e5c66");

    private static final int DIMENSIONS = 384;

    /// What the model was trained to see before a query; it finds more with it, as measured in
    /// `docs/decisions/0004-embedding.md`.
    private static final String INSTRUCTION =
            "Represent this sentence for searching relevant passages: ";

    private static final int QUERIES_AT_ONCE = 2;

    private final OnnxOptions options;
    private final ExecutorService batches;
    private final ExecutorService queries;
    private @Nullable Loaded loaded;

    private record Loaded(WordPieces words, SentenceModel model) {}

    public OnnxEmbedder(OnnxOptions options) {
        this.options = options;
        batches = pool("embed-batches", 1);
        queries = pool("embed-queries", QUERIES_AT_ONCE);
    }

    /// Loads the model now and runs it once, so that the first query is not a slow one.
    public void warmUp() {
        embedQuery("");
    }

    /// Everything that decides what a vector is: the model, its quantisation, the cut.
    @Override
    public String model() {
        return "bge-small-en-v1.5-q-cut" + MOST_PIECES;
    }

    @Override
    public int dimensions() {
        return DIMENSIONS;
    }

    @Override
    public List<float[]> embed(List<String> texts) {
        if (texts.isEmpty()) {
            return List.of();
        }
        List<int[]> rows = result(start(batches, () -> rows(texts)));
        List<Integer> byLength =
                IntStream.range(0, rows.size())
                        .boxed()
                        .sorted(Comparator.comparingInt(i -> rows.get(i).length))
                        .toList();
        float[][] vectors = new float[rows.size()][];
        List<Future<?>> running = new ArrayList<>();
        for (int from = 0; from < rows.size(); from += options.batch()) {
            var batch = byLength.subList(from, Math.min(from + options.batch(), rows.size()));
            running.add(start(batches, () -> fill(vectors, batch, rows)));
        }
        await(running);
        return List.of(vectors);
    }

    @Override
    public float[] embedQuery(String query) {
        return result(start(queries, () -> vector(INSTRUCTION + query)));
    }

    @Override
    public void close() {
        for (ExecutorService pool : List.of(queries, batches)) {
            pool.shutdownNow().forEach(waiting -> ((Future<?>) waiting).cancel(false));
            pool.close();
        }
        unload();
    }

    private float[] vector(String text) {
        return loaded().model().vectors(rows(List.of(text)))[0];
    }

    private List<int[]> rows(List<String> texts) {
        WordPieces words = loaded().words();
        return texts.stream().map(text -> words.of(text, MOST_PIECES)).toList();
    }

    private boolean fill(float[][] vectors, List<Integer> batch, List<int[]> rows) {
        float[][] made = loaded().model().vectors(batch.stream().map(rows::get).toList());
        for (int i = 0; i < made.length; i++) {
            vectors[batch.get(i)] = made[i];
        }
        return true;
    }

    private synchronized Loaded loaded() {
        if (loaded == null) {
            WordPieces words = new WordPieces(Vocabulary.read(TOKENIZER));
            loaded =
                    new Loaded(
                            words,
                            new SentenceModel(MODEL.in(options.folder()), options.threads()));
        }
        return loaded;
    }

    private synchronized void unload() {
        if (loaded != null) {
            loaded.model().close();
            loaded = null;
        }
    }

    private static <T> Future<T> start(ExecutorService pool, Callable<T> work) {
        try {
            return pool.submit(work);
        } catch (RejectedExecutionException _) {
            throw closed();
        }
    }

    private static void await(List<Future<?>> running) {
        try {
            running.forEach(OnnxEmbedder::result);
        } finally {
            running.forEach(batch -> batch.cancel(false));
        }
    }

    private static <T> T result(Future<T> work) {
        try {
            return work.get();
        } catch (CancellationException _) {
            throw closed();
        } catch (InterruptedException e) {
            work.cancel(false);
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while embedding", e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException known
                    ? known
                    : new IllegalStateException(
                            "cannot run the embedding model on this machine", e.getCause());
        }
    }

    private static IllegalStateException closed() {
        return new IllegalStateException("this embedder is closed");
    }

    /// Threads that do not keep the process alive; none exists before the first use.
    private static ExecutorService pool(String name, int threads) {
        return Executors.newFixedThreadPool(
                threads, Thread.ofPlatform().name(name + "-", 1).daemon().factory());
    }
}
