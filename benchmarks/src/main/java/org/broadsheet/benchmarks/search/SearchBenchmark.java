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
import org.broadsheet.benchmarks.CannotMeasure;
import org.broadsheet.benchmarks.Checkout;
import org.broadsheet.benchmarks.RealRecord;
import org.broadsheet.benchmarks.Report;
import org.broadsheet.benchmarks.Samples;
import org.broadsheet.benchmarks.Table;
import org.broadsheet.benchmarks.process.Footprint;
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
    private static final String EXPLAINED =
            "/api/papers/search?limit=20&explain=1&q=neural+networks";

    private static final String REMARK =
            """
            %,d records, %d different queries of one to three words from real titles, %.0f/s from a
            fixed schedule (open loop) over HTTP/1.1 kept alive to `%s...`, %d s of warm-up, %d runs of
            %d s. Milliseconds count from when a query was due; p50 and p99 are medians of the runs
            (limits for p99: 10 ms by words, 40 ms with meaning, making the query's vector included).
            Throughput apart, 4 at a time. Of the papers' vectors %,d were made for real, the rest are
            noisy copies of those (cosine 0.94). The last two rows are arXiv-sanity-lite's way, written
            plainly in Java: one query at a time, in process, without HTTP.\
            """;

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
        Table table = Measured.table();
        if (!peerOnly) {
            var house = new House(checkout, checkout.kept("search"));
            prepare(house, report);
            for (Way way : Way.values()) {
                measured(house, way, queries, report).addTo(table);
            }
        }
        var every = new EveryPaper(records);
        peer("counting words in every paper", every::byCounting, queries, report).addTo(table);
        peer("tf-idf product with every paper", every::byTfIdf, queries, report).addTo(table);
        report.result(
                table,
                Report.format(
                        REMARK,
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

    private enum Way {
        WORDS("words", "false"),
        WORDS_AND_MEANING("words and meaning", "true");

        private final String text;
        private final String vectorsEnabled;

        Way(String text, String vectorsEnabled) {
            this.text = text;
            this.vectorsEnabled = vectorsEnabled;
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

    private Measured measured(House house, Way way, List<String> queries, Report report) {
        report.progress("%s: starting ...", way.text);
        var environment = Map.of("BROADSHEET_VECTORS_ENABLED", way.vectorsEnabled);
        try (Serving serving = house.serve(environment)) {
            requireMeaning(serving, way);
            var load =
                    new Load(
                            serving.site(),
                            queries.stream().map(query -> address(serving, query)).toList());
            Duration time = Duration.ofSeconds(seconds);
            report.progress("  warm-up: p99 %.1f ms", load.atRate(rate, time).percentile(99));
            long pid = serving.program().pid();
            double processorBefore = Footprint.of(pid).processorSeconds();
            List<Samples> runs = new ArrayList<>();
            for (int round = 1; round <= rounds; round++) {
                runs.add(load.atRate(rate, time));
                report.progress(
                        "  run %d: p50 %.1f, p99 %.1f ms",
                        round, runs.getLast().median(), runs.getLast().percentile(99));
            }
            double processor = Footprint.of(pid).processorSeconds() - processorBefore;
            int asked = runs.stream().mapToInt(Samples::count).sum();
            double throughput = load.asFastAsItCan(CONNECTIONS, THROUGHPUT);
            return new Measured(way.text, runs, processor * 1_000 / asked, throughput);
        }
    }

    /// Measuring the wrong thing well is easy: looks whether meaning takes part as it should.
    private static void requireMeaning(Serving serving, Way way) {
        String explained =
                new String(serving.site().getWhole(EXPLAINED).body(), StandardCharsets.UTF_8);
        if (explained.contains("\"list\":\"meaning\"") != (way == Way.WORDS_AND_MEANING)) {
            throw new CannotMeasure(
                    "Asked by %s, but %s tells otherwise."
                            .formatted(way.text, serving.site().uri(EXPLAINED)));
        }
    }

    private URI address(Serving serving, String query) {
        return serving.site().uri(path + URLEncoder.encode(query, StandardCharsets.UTF_8));
    }

    private static Measured peer(
            String way,
            Function<String, List<Integer>> search,
            List<String> queries,
            Report report) {
        report.progress("%s ...", way);
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
        double mean =
                milliseconds.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
        return new Measured(way, List.of(Samples.of(milliseconds)), mean, 1_000 / mean);
    }
}
