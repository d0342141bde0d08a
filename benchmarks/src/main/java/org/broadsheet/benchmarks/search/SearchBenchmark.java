package org.broadsheet.benchmarks.search;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.broadsheet.benchmarks.Checkout;
import org.broadsheet.benchmarks.Report;
import org.broadsheet.benchmarks.Samples;
import org.broadsheet.benchmarks.Table;
import org.broadsheet.benchmarks.process.House;
import org.broadsheet.benchmarks.process.House.Serving;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Asks a server with 60,000 papers 200 different queries at a constant rate, by words, and by
/// words and meaning.
@Command(
        name = "search",
        description = "Latency of search over 60,000 papers at a constant rate; throughput apart.",
        mixinStandardHelpOptions = true)
public final class SearchBenchmark implements Callable<Integer> {
    private static final int QUERIES = 200;
    private static final long SEED = 20251107;
    private static final int CONNECTIONS = 4;
    private static final Duration THROUGHPUT = Duration.ofSeconds(15);

    @Mixin private Checkout checkout = new Checkout();

    @Option(names = "--rate", description = "Queries a second (default: ${DEFAULT-VALUE}).")
    private double rate = 20;

    @Option(names = "--rounds", description = "Runs of each kind (default: ${DEFAULT-VALUE}).")
    private int rounds = 3;

    @Option(
            names = "--seconds",
            description = "Length of a run, and of the warm-up (default: ${DEFAULT-VALUE}).")
    private int seconds = 60;

    @Option(
            names = "--real-vectors",
            description = "How many vectors are made for real (default: ${DEFAULT-VALUE}).")
    private int realVectors = 10_000;

    @Option(
            names = "--path",
            description = "What is asked, up to the query (default: ${DEFAULT-VALUE}).")
    private String path = "/api/papers/search?limit=20&q=";

    @Option(names = "--peer-only", description = "Measures nothing but scoring every paper.")
    private boolean peerOnly;

    @Override
    public Integer call() {
        var report = new Report("benchmarks/run search");
        List<RealRecord> records = RealRecord.all(checkout.records());
        List<String> queries =
                Queries.of(records.stream().map(RealRecord::title).toList(), QUERIES, SEED);
        var table =
                new Table("", "p50", "p99", "p99 of each run", "most", "queries/s, 4 at a time");
        if (!peerOnly) {
            var house = new House(checkout, checkout.kept("search"));
            prepare(house, report);
            measure("words", house, Words.ALONE, queries, report, table);
            measure("words and meaning", house, Words.WITH_MEANING, queries, report, table);
        }
        var every = new EveryPaper(records);
        peer("counting words in every paper", every::byCounting, queries, report, table);
        peer("tf-idf product with every paper", every::byTfIdf, queries, report, table);
        report.result(
                table,
                Report.format(
                        "%,d papers, %d different queries of one to three words from real titles,"
                                + " %.0f/s from a fixed schedule (open loop) over HTTP/1.1 kept"
                                + " alive to `%s…`, %d s of warm-up, %d runs of %d s; milliseconds"
                                + " from when a query was due; p50 and p99 are medians of the runs"
                                + " (limits: p99 10 ms and 40 ms, making the query's vector"
                                + " included). Of the papers' vectors %,d were made for real, the"
                                + " rest are noisy copies of those (cosine 0.94). The last two rows"
                                + " are arXiv-sanity-lite's way, written plainly in Java, one query"
                                + " at a time, in process, without HTTP.",
                        records.size(),
                        queries.size(),
                        rate,
                        path,
                        seconds,
                        rounds,
                        seconds,
                        realVectors));
        return 0;
    }

    private enum Words {
        ALONE,
        WITH_MEANING;

        Map<String, String> environment() {
            return Map.of("BROADSHEET_VECTORS_ENABLED", this == ALONE ? "false" : "true");
        }
    }

    private void prepare(House house, Report report) {
        if (!Files.exists(house.home().resolve("broadsheet.sqlite"))) {
            report.progress("Importing the real records ...");
            house.run("import", List.of(checkout.records().toString()));
        }
        report.progress("Vectors ...");
        new VectorFill(house.home(), realVectors, report).run();
    }

    private void measure(
            String name,
            House house,
            Words words,
            List<String> queries,
            Report report,
            Table table) {
        report.progress("%s: starting ...", name);
        try (Serving serving = house.serve(words.environment())) {
            List<URI> addresses = queries.stream().map(query -> address(serving, query)).toList();
            var load = new Load(serving.site(), addresses);
            Duration time = Duration.ofSeconds(seconds);
            Samples warmUp = load.atRate(rate, time);
            report.progress("  warm-up: p99 %.1f ms", warmUp.percentile(99));
            List<Samples> runs = new ArrayList<>();
            for (int round = 1; round <= rounds; round++) {
                runs.add(load.atRate(rate, time));
                report.progress(
                        "  run %d: p50 %.1f, p99 %.1f ms",
                        round, runs.getLast().median(), runs.getLast().percentile(99));
            }
            row(table, name, runs, load.asFastAsItCan(CONNECTIONS, THROUGHPUT));
        }
    }

    private URI address(Serving serving, String query) {
        return serving.site().uri(path + URLEncoder.encode(query, StandardCharsets.UTF_8));
    }

    private static void peer(
            String name,
            Function<String, List<Integer>> search,
            List<String> queries,
            Report report,
            Table table) {
        report.progress("%s ...", name);
        var warmUp = queries.stream().map(search).toList();
        report.progress(
                "  %d of the queries find something",
                warmUp.stream().filter(found -> !found.isEmpty()).count());
        List<Double> milliseconds = new ArrayList<>();
        for (String query : queries) {
            long begun = System.nanoTime();
            var _ = search.apply(query);
            milliseconds.add((System.nanoTime() - begun) / 1e6);
        }
        Samples samples = Samples.of(milliseconds);
        double mean =
                milliseconds.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
        row(table, name, List.of(samples), 1_000 / mean);
    }

    private static void row(Table table, String name, List<Samples> runs, double throughput) {
        List<Double> p99s = runs.stream().map(run -> run.percentile(99)).toList();
        table.row(
                name,
                milliseconds(Samples.of(runs.stream().map(Samples::median).toList()).median()),
                milliseconds(Samples.of(p99s).median()),
                String.join(", ", p99s.stream().map(SearchBenchmark::milliseconds).toList()),
                milliseconds(runs.stream().mapToDouble(Samples::most).max().orElseThrow()),
                Report.format("%.0f", throughput));
    }

    private static String milliseconds(double value) {
        return Report.format("%.1f", value);
    }
}
