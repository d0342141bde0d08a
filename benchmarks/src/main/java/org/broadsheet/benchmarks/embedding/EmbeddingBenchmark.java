package org.broadsheet.benchmarks.embedding;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.broadsheet.benchmarks.Checkout;
import org.broadsheet.benchmarks.RealRecord;
import org.broadsheet.benchmarks.Report;
import org.broadsheet.benchmarks.Samples;
import org.broadsheet.benchmarks.Table;
import org.broadsheet.benchmarks.process.Footprint;
import org.broadsheet.embedding.onnx.OnnxEmbedder;
import org.broadsheet.embedding.onnx.OnnxOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// What embedding costs: time to load, memory, documents a second beside the bare runtime with the
/// same batches, and the time of a query, alone and while documents are embedded.
@Command(
        name = "embedding",
        description = "Documents a second beside ONNX Runtime itself; memory; time of a query.",
        mixinStandardHelpOptions = true)
public final class EmbeddingBenchmark implements Callable<Integer> {
    private static final int ROUND = 100;
    private static final int QUERIES = 200;
    private static final int QUERY_WORDS = 6;
    private static final long BETWEEN_QUERIES_NANOS = 50_000_000;

    @Mixin private Checkout checkout = new Checkout();

    @Option(names = "--count", description = "Documents in all (default: ${DEFAULT-VALUE}).")
    private int count = 1_000;

    private final Table table = new Table("", "");

    @Override
    public Integer call() throws Exception {
        var report = new Report("benchmarks/run embedding");
        List<String> texts =
                RealRecord.all(checkout.records()).stream()
                        .limit(count)
                        .map(record -> record.title() + "\n" + record.summary())
                        .toList();
        OnnxOptions options = OnnxOptions.in(checkout.kept("model"));
        memory("resident before loading");
        try (var embedder = new OnnxEmbedder(options)) {
            long start = System.nanoTime();
            embedder.warmUp();
            table.row("load and first query", shown("%.0f ms", (System.nanoTime() - start) / 1e6));
            memory("resident when loaded");
            report.progress("Queries ...");
            queries("a query of six words", embedder, texts);
            queriesBesideDocuments(embedder, texts);
            report.progress("%,d documents, and again in the bare runtime ...", texts.size());
            beside(embedder, options, texts);
            memory("resident at the end, the bare runtime beside it");
        }
        report.result(
                table,
                Report.format(
                        "%,d real titles with abstracts, %d threads, batches of %d, in turns of %d"
                                + " (limit: 0.90 of the bare runtime).",
                        texts.size(), options.threads(), options.batch(), ROUND));
        return 0;
    }

    /// Takes turns, also in who is first, so that other load on the machine falls on both.
    private void beside(OnnxEmbedder embedder, OnnxOptions options, List<String> texts)
            throws Exception {
        try (var bare = new BareRuntime(options)) {
            long ours = 0;
            long theirs = 0;
            int done = 0;
            for (int from = 0; from + ROUND <= texts.size(); from += ROUND) {
                List<String> round = texts.subList(from, from + ROUND);
                List<long[][]> batches = bare.batches(round);
                boolean oursFirst = from / ROUND % 2 == 0;
                ours += oursFirst ? nanos(() -> embedder.embed(round)) : 0;
                theirs += nanos(() -> bare.run(batches));
                ours += oursFirst ? 0 : nanos(() -> embedder.embed(round));
                done += ROUND;
            }
            table.row("embedder", shown("%.1f documents/s", done * 1e9 / ours));
            table.row(
                    "ONNX Runtime itself, the same batches, tokens made beforehand",
                    shown("%.1f documents/s", done * 1e9 / theirs));
            table.row("ratio", shown("%.3f", (double) theirs / ours));
        }
    }

    /// Work that is timed.
    @FunctionalInterface
    private interface Work {
        void run() throws Exception;
    }

    private static long nanos(Work work) throws Exception {
        long start = System.nanoTime();
        work.run();
        return System.nanoTime() - start;
    }

    private void queriesBesideDocuments(OnnxEmbedder embedder, List<String> texts)
            throws InterruptedException {
        var stop = new AtomicBoolean();
        Thread documents =
                Thread.ofPlatform()
                        .start(() -> {
                            while (!stop.get()) {
                                embedder.embed(texts.subList(0, Math.min(32, texts.size())));
                            }
                        });
        queries("the same while documents are embedded", embedder, texts);
        stop.set(true);
        documents.join();
    }

    private void queries(String name, OnnxEmbedder embedder, List<String> texts) {
        List<Double> times = new ArrayList<>();
        for (int i = 0; i < QUERIES; i++) {
            String[] words = texts.get(i % texts.size()).split(" ", QUERY_WORDS + 1);
            String query =
                    String.join(
                            " ", List.of(words).subList(0, Math.min(QUERY_WORDS, words.length)));
            LockSupport.parkNanos(BETWEEN_QUERIES_NANOS);
            long start = System.nanoTime();
            var _ = embedder.embedQuery(query);
            times.add((System.nanoTime() - start) / 1e6);
        }
        Samples samples = Samples.of(times);
        table.row(
                name, shown("p50 %.1f ms, p99 %.1f ms", samples.median(), samples.percentile(99)));
    }

    private void memory(String when) {
        Footprint now = Footprint.of(ProcessHandle.current().pid());
        table.row(when, shown("%.0f MB, peak %.0f", now.residentMegabytes(), now.peakMegabytes()));
    }

    private static String shown(String format, Object... values) {
        return Report.format(format, values);
    }
}
