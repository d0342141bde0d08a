package org.broadsheet.benchmarks.embedding;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.broadsheet.embedding.onnx.OnnxEmbedder;
import org.broadsheet.embedding.onnx.OnnxOptions;
import org.jspecify.annotations.Nullable;

/// Prints what embedding costs: time to load, memory, documents a second beside the bare runtime
/// with the same batches, and the time of a query, alone and while documents are embedded.
///
/// `EmbeddingBenchmark FOLDER TEXTS [COUNT]`: the folder for the model's file, a file with one
/// document a line, how many of its lines are used (1,000).
public final class EmbeddingBenchmark {
    private static final int ROUND = 200;
    private static final int QUERIES = 200;
    private static final int QUERY_WORDS = 6;
    private static final long BETWEEN_QUERIES_NANOS = 50_000_000;

    private EmbeddingBenchmark() {}

    public static void main(String[] args) throws Exception {
        Path folder = Path.of(args[0]);
        int count = args.length > 2 ? Integer.parseInt(args[2]) : 1_000;
        List<String> texts;
        try (var lines = Files.lines(Path.of(args[1]))) {
            texts = lines.limit(count).toList();
        }
        OnnxOptions options = OnnxOptions.in(folder);
        print("threads %d, batch %d, %d texts", options.threads(), options.batch(), texts.size());
        memory("before loading");
        try (var embedder = new OnnxEmbedder(options)) {
            long start = System.nanoTime();
            embedder.warmUp();
            print("load and first query: %.0f ms", (System.nanoTime() - start) / 1e6);
            memory("loaded");
            queries("query, idle", embedder, texts);
            embed(embedder, texts);
            memory("after %d documents".formatted(texts.size()));
            queriesBesideDocuments(embedder, texts);
            beside(embedder, options, texts);
        }
    }

    private static void embed(OnnxEmbedder embedder, List<String> texts) {
        long start = System.nanoTime();
        embedder.embed(texts);
        print("embedder: %.1f documents/s", rate(texts.size(), start));
    }

    /// Takes turns, round by round, so that other load on the machine falls on both.
    private static void beside(OnnxEmbedder embedder, OnnxOptions options, List<String> texts)
            throws Exception {
        try (var bare = new BareRuntime(options)) {
            long ours = 0;
            long theirs = 0;
            int done = 0;
            for (int from = 0; from + ROUND <= texts.size(); from += ROUND) {
                List<String> round = texts.subList(from, from + ROUND);
                List<long[][]> batches = bare.batches(round);
                long start = System.nanoTime();
                embedder.embed(round);
                long between = System.nanoTime();
                bare.run(batches);
                ours += between - start;
                theirs += System.nanoTime() - between;
                done += ROUND;
            }
            print(
                    "same batches: embedder %.1f documents/s, bare runtime %.1f documents/s,"
                            + " ratio %.3f",
                    done * 1e9 / ours, done * 1e9 / theirs, (double) theirs / ours);
        }
    }

    private static void queriesBesideDocuments(OnnxEmbedder embedder, List<String> texts)
            throws InterruptedException {
        var stop = new AtomicBoolean();
        Thread documents =
                Thread.ofPlatform()
                        .start(() -> {
                            while (!stop.get()) {
                                embedder.embed(texts.subList(0, Math.min(32, texts.size())));
                            }
                        });
        queries("query, documents being embedded", embedder, texts);
        stop.set(true);
        documents.join();
    }

    private static void queries(String name, OnnxEmbedder embedder, List<String> texts) {
        List<Double> times = new ArrayList<>();
        for (int i = 0; i < QUERIES; i++) {
            String[] words = texts.get(i % texts.size()).split(" ", QUERY_WORDS + 1);
            String query =
                    String.join(
                            " ", List.of(words).subList(0, Math.min(QUERY_WORDS, words.length)));
            LockSupport.parkNanos(BETWEEN_QUERIES_NANOS);
            long start = System.nanoTime();
            embedder.embedQuery(query);
            times.add((System.nanoTime() - start) / 1e6);
        }
        times.sort(null);
        print(
                "%s: p50 %.1f ms, p99 %.1f ms",
                name, times.get(QUERIES / 2), times.get(QUERIES * 99 / 100));
    }

    private static double rate(int count, long startNanos) {
        return count * 1e9 / (System.nanoTime() - startNanos);
    }

    private static void memory(String when) throws IOException {
        print("resident %s: %s, peak %s", when, status("VmRSS"), status("VmHWM"));
    }

    private static String status(String key) throws IOException {
        Path status = Path.of("/proc/self/status");
        if (!Files.exists(status)) {
            return "unknown";
        }
        try (var lines = Files.lines(status)) {
            return lines.filter(line -> line.startsWith(key))
                    .map(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024 + " MB")
                    .findFirst()
                    .orElse("unknown");
        }
    }

    private static void print(String form, @Nullable Object... values) {
        System.out.println(form.formatted(values));
    }
}
