package org.broadsheet.benchmarks.vote;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import org.broadsheet.benchmarks.CannotMeasure;
import org.broadsheet.benchmarks.Checkout;
import org.broadsheet.benchmarks.Report;
import org.broadsheet.benchmarks.Samples;
import org.broadsheet.benchmarks.Table;
import org.broadsheet.benchmarks.process.House;
import org.broadsheet.benchmarks.process.House.Serving;
import org.broadsheet.benchmarks.process.Schedule;
import org.broadsheet.benchmarks.process.Site;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Votes over HTTP at a constant rate while pages are read, in a house of 60,000 papers and 10,000
/// readers' votes; beside the same votes written one by one.
@Command(
        name = "vote",
        description = "Latency of a vote at a constant rate while pages are read.",
        mixinStandardHelpOptions = true)
public final class VoteBenchmark implements Callable<Integer> {
    private static final String REMARK =
            """
            %,d made papers, %,d votes of %,d readers; SQLite, `synchronous=full`. %.0f votes/s from a fixed
            schedule (open loop) by POST over HTTP/1.1 kept alive, each on another paper, by the one local
            reader (no account is looked up); meanwhile %.0f pages/s (a paper, an edition), %d s of warm-up, %d
            runs of %d s, medians of the runs. Milliseconds count from when a request was due. The peer
            writes the same votes by the same schedule in process, a commit each (limit for a vote: p99 5 ms).\
            """;

    @Mixin private Checkout checkout = new Checkout();

    @Option(names = "--rate", description = "Votes a second (default: ${DEFAULT-VALUE}).")
    private double rate = 200;

    @Option(names = "--reading", description = "Pages a second (default: ${DEFAULT-VALUE}).")
    private double reading = 50;

    @Option(names = "--papers", description = "Made papers (default: ${DEFAULT-VALUE}).")
    private int papers = 60_000;

    @Option(names = "--readers", description = "Readers with votes (default: ${DEFAULT-VALUE}).")
    private int readers = 10_000;

    @Option(names = "--rounds", description = "Runs of each (default: ${DEFAULT-VALUE}).")
    private int rounds = 3;

    @Option(
            names = "--seconds",
            description = "Length of a run, and of the warm-up (default: ${DEFAULT-VALUE}).")
    private int seconds = 30;

    private int voted;
    private int read;

    @Override
    public Integer call() {
        var report = new Report("benchmarks/run vote");
        if ((rounds + 1) * seconds * rate > papers) {
            throw new CannotMeasure(
                    "%d runs of %d s at %.0f votes/s need more than %d papers; each vote is for another."
                            .formatted(rounds + 1, seconds, rate, papers));
        }
        Path folder = checkout.fresh("vote");
        var house = new House(checkout, folder);
        var full = new FullHouse(papers, readers, 10);
        house.run("import", List.of(checkout.data("daily/2026-04-21.json").toString()));
        report.progress("Filling the house ...");
        full.fill(house.home().resolve("broadsheet.sqlite"));
        house.run("reindex", List.of());
        var table = new Table("what", "p50, ms", "p99, ms", "most, ms");
        try (Serving serving = house.serve(Map.of("BROADSHEET_VECTORS_ENABLED", "false"));
                var peer = new OneByOne(folder.resolve("peer.sqlite"))) {
            Duration time = Duration.ofSeconds(seconds);
            report.progress("  warm-up");
            votesAndPages(serving.site(), full, time);
            List<Samples> votes = new ArrayList<>();
            List<Samples> pages = new ArrayList<>();
            List<Samples> plain = new ArrayList<>();
            for (int round = 1; round <= rounds; round++) {
                List<Samples> both = votesAndPages(serving.site(), full, time);
                votes.add(both.getFirst());
                pages.add(both.getLast());
                plain.add(peer(peer, full, time));
                report.progress(
                        "  run %d: votes p99 %.1f ms, pages p99 %.1f ms, peer p99 %.1f ms",
                        round,
                        votes.getLast().percentile(99),
                        pages.getLast().percentile(99),
                        plain.getLast().percentile(99));
            }
            row(table, "a vote", votes);
            row(table, "a page read meanwhile", pages);
            row(table, "peer: one upsert, one commit, in process", plain);
        }
        report.result(
                table,
                Report.format(
                        REMARK,
                        papers,
                        readers * 10,
                        readers,
                        rate,
                        reading,
                        seconds,
                        rounds,
                        seconds));
        return 0;
    }

    private static void row(Table table, String what, List<Samples> runs) {
        table.row(what, ms(runs, 50), ms(runs, 99), ms(runs, 100));
    }

    private static String ms(List<Samples> runs, double percent) {
        return Report.format(
                "%.1f",
                Samples.of(runs.stream().map(run -> run.percentile(percent)).toList()).median());
    }

    /// @return how long votes and pages took
    private List<Samples> votesAndPages(Site site, FullHouse full, Duration time) {
        CompletableFuture<Samples> pages =
                CompletableFuture.supplyAsync(
                        () -> due(reading, time, () -> send(site, page(site, full), 200)));
        Samples votes = due(rate, time, () -> send(site, vote(site, full), 200));
        return List.of(votes, pages.join());
    }

    private HttpRequest vote(Site site, FullHouse full) {
        return HttpRequest.newBuilder(site.uri("/papers/" + full.paper(voted++) + "/vote"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Sec-Fetch-Site", "same-origin")
                .header("HX-Request", "true")
                .POST(BodyPublishers.ofString("value=up"))
                .build();
    }

    private HttpRequest page(Site site, FullHouse full) {
        int number = read++ * 7 % papers;
        String path = number % 2 == 0 ? "/papers/" + full.paper(number) : "/papers";
        return HttpRequest.newBuilder(site.uri(path)).build();
    }

    private Samples peer(OneByOne peer, FullHouse full, Duration time) {
        return due(
                rate,
                time,
                () -> {
                    int number = voted++;
                    peer.vote("local", full.paper(number % papers).value(), number);
                    return CompletableFuture.completedFuture(true);
                });
    }

    private static CompletableFuture<Boolean> send(Site site, HttpRequest request, int expected) {
        return site.client()
                .sendAsync(request, BodyHandlers.ofByteArray())
                .thenApply(answer -> require(answer, expected));
    }

    private static boolean require(HttpResponse<byte[]> answer, int expected) {
        if (answer.statusCode() != expected) {
            throw new CannotMeasure("%s answered %d.".formatted(answer.uri(), answer.statusCode()));
        }
        return true;
    }

    /// Does it at a constant rate whatever became of the earlier ones.
    ///
    /// @return milliseconds from when each was due to its end
    private static Samples due(
            double perSecond, Duration time, Callable<CompletableFuture<Boolean>> once) {
        var schedule = new Schedule(System.nanoTime() + 1_000_000, perSecond);
        List<CompletableFuture<Double>> all = new ArrayList<>();
        for (int i = 0; i < schedule.within(time); i++) {
            long due = schedule.dueNanos(i);
            for (long wait = due - System.nanoTime(); wait > 0; wait = due - System.nanoTime()) {
                LockSupport.parkNanos(wait);
            }
            try {
                all.add(once.call().thenApply(_ -> (System.nanoTime() - due) / 1e6));
            } catch (Exception e) {
                throw new CannotMeasure("It cannot be done: " + e.getMessage());
            }
        }
        return Samples.of(all.stream().map(CompletableFuture::join).toList());
    }
}
