package org.broadsheet.benchmarks.pages;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.broadsheet.benchmarks.CannotMeasure;
import org.broadsheet.benchmarks.Checkout;
import org.broadsheet.benchmarks.Report;
import org.broadsheet.benchmarks.Samples;
import org.broadsheet.benchmarks.Table;
import org.broadsheet.benchmarks.process.House;
import org.broadsheet.benchmarks.process.House.Serving;
import org.broadsheet.benchmarks.process.Tool;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// The edition page of a full day, asked for by nobody in particular as fast as it comes, and the
/// same bytes from nginx, in turns.
@Command(
        name = "pages",
        description = "An anonymous edition page a second, beside nginx with the same bytes.",
        mixinStandardHelpOptions = true)
public final class PagesBenchmark implements Callable<Integer> {
    private static final String[] GZIP = {"Accept-Encoding", "gzip"};

    @Mixin private Checkout checkout = new Checkout();

    @Option(names = "--day", description = "The day's edition (default: ${DEFAULT-VALUE}).")
    private String day = "2026-04-21";

    @Option(names = "--path", description = "Another page than the day's edition.")
    private String path = "";

    @Option(names = "--rounds", description = "Runs of each (default: ${DEFAULT-VALUE}).")
    private int rounds = 3;

    @Option(names = "--seconds", description = "Length of a run (default: ${DEFAULT-VALUE}).")
    private int seconds = 15;

    @Override
    public Integer call() {
        var report = new Report("benchmarks/run pages");
        var wrk = new Wrk(new Tool("wrk", "wrk").path());
        Path nginx = new Tool("nginx", "nginx").path();
        Path folder = checkout.fresh("pages");
        var house = new House(checkout, folder);
        if (path.isEmpty()) {
            house.run("import", List.of(checkout.data("daily/" + day + ".json").toString()));
            path = "/papers/date/" + day;
        }
        try (Serving serving = house.serve(Map.of())) {
            measure(report, wrk, nginx, folder, serving);
        }
        return 0;
    }

    private void measure(Report report, Wrk wrk, Path nginx, Path folder, Serving serving) {
        byte[] plain = serving.site().getWhole(path).body();
        HttpResponse<byte[]> compressed = serving.site().getWhole(path, GZIP);
        requireGzip(compressed);
        try (Nginx peer = Nginx.serving(nginx, folder, plain, compressed)) {
            HttpResponse<byte[]> theirs = peer.site().getWhole(Nginx.path(), GZIP);
            if (!Arrays.equals(theirs.body(), compressed.body())) {
                throw new CannotMeasure("nginx does not send the same bytes.");
            }
            report.progress("Warming up ...");
            wrk.answersPerSecond(serving.site(), path, seconds);
            wrk.answersPerSecond(peer.site(), Nginx.path(), 2);
            List<Double> oursRates = new ArrayList<>();
            List<Double> theirRates = new ArrayList<>();
            for (int round = 1; round <= rounds; round++) {
                oursRates.add(wrk.answersPerSecond(serving.site(), path, seconds));
                theirRates.add(wrk.answersPerSecond(peer.site(), Nginx.path(), seconds));
                report.progress(
                        "  run %d: Broadsheet %.0f/s, nginx %.0f/s",
                        round, oursRates.getLast(), theirRates.getLast());
            }
            Samples ours = Samples.of(oursRates);
            Samples nginxRates = Samples.of(theirRates);
            report.result(
                    new Table("", "answers/s, median", "least to most", "bytes, gzip", "plain")
                            .row(row("Broadsheet, " + path, ours, compressed, plain))
                            .row(row("nginx, gzip_static", nginxRates, theirs, plain)),
                    Report.format(
                            "`wrk -t1 -c32 -d%ds` with `Accept-Encoding: gzip`, %d runs each, in"
                                    + " turns, on the same cores, after a warm-up (limit 10,000/s)."
                                    + " Broadsheet at %.2f times nginx.",
                            seconds, rounds, ours.median() / nginxRates.median()));
        }
    }

    private static Object[] row(
            String name, Samples rates, HttpResponse<byte[]> compressed, byte[] plain) {
        return new Object[] {
            name,
            Report.format("%,.0f", rates.median()),
            Report.format("%,.0f to %,.0f", rates.least(), rates.most()),
            Report.format("%,d", compressed.body().length),
            Report.format("%,d", plain.length)
        };
    }

    private static void requireGzip(HttpResponse<byte[]> answer) {
        if (!answer.headers().firstValue("Content-Encoding").orElse("").equals("gzip")) {
            throw new CannotMeasure("The page does not come compressed.");
        }
    }
}
