package org.broadsheet.benchmarks.pages;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.broadsheet.account.Secret;
import org.broadsheet.account.Session;
import org.broadsheet.benchmarks.CannotMeasure;
import org.broadsheet.benchmarks.Checkout;
import org.broadsheet.benchmarks.Report;
import org.broadsheet.benchmarks.Samples;
import org.broadsheet.benchmarks.Table;
import org.broadsheet.benchmarks.process.House;
import org.broadsheet.benchmarks.process.House.Serving;
import org.broadsheet.benchmarks.process.Tool;
import org.broadsheet.reader.Reader;
import org.broadsheet.reader.ReaderId;
import org.broadsheet.reader.Role;
import org.broadsheet.storage.Storage;
import org.broadsheet.storage.jdbc.JdbcStorage;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// The edition page of a full day, asked for as fast as it comes by nobody in particular and by one
/// reader who is signed in, and the same bytes from nginx, in turns.
@Command(
        name = "pages",
        description = "Edition pages a second, beside nginx with the same bytes.",
        mixinStandardHelpOptions = true)
public final class PagesBenchmark implements Callable<Integer> {
    private static final String[] GZIP = {"Accept-Encoding", "gzip"};

    private static final String REMARK =
            """
            The page of a full day as readers see it, and the same day as JSON with every
            abstract whole. `wrk -t1 -c32 -d%ds` with `Accept-Encoding: gzip`, %d runs each, in turns with
            nginx (`gzip_static`, two workers, the same headers) on the same cores, after a warm-up (limit
            10,000/s for the page, 2,000/s for a reader who is signed in). Broadsheet in nginx's rates: %s.\
            """;

    @Mixin private Checkout checkout = new Checkout();

    @Option(names = "--day", description = "The day's edition (default: ${DEFAULT-VALUE}).")
    private String day = "2026-04-21";

    @Option(names = "--rounds", description = "Runs of each (default: ${DEFAULT-VALUE}).")
    private int rounds = 3;

    @Option(names = "--seconds", description = "Length of a run (default: ${DEFAULT-VALUE}).")
    private int seconds = 15;

    private Wrk wrk = new Wrk(Path.of("wrk"));
    private Path nginx = Path.of("nginx");

    @Override
    public Integer call() {
        var report = new Report("benchmarks/run pages");
        wrk = new Wrk(new Tool("wrk", "wrk").path());
        nginx = new Tool("nginx", "nginx-light").path();
        Path folder = checkout.fresh("pages");
        var house = new House(checkout, folder);
        house.run("import", List.of(checkout.data("daily/" + day + ".json").toString()));
        var table = new Table("", "answers/s, median", "least to most", "bytes, gzip", "plain");
        List<String> ratios = new ArrayList<>();
        String cookie = "session=" + signIn(house.home().resolve("broadsheet.sqlite"));
        try (Serving serving = house.serve(Map.of())) {
            report.progress("Waiting for the vectors, which change the page and take a core ...");
            house.awaitMeaning(serving);
            String page = "/papers/date/" + day;
            for (Asked asked :
                    List.of(
                            new Asked(page, "", ""),
                            new Asked(page, cookie, ", signed in"),
                            new Asked("/api/daily_papers?date=" + day, "", ""))) {
                ratios.add(Report.format("%.2f", measure(asked, serving, folder, table, report)));
            }
        }
        report.result(table, Report.format(REMARK, seconds, rounds, String.join(" and ", ratios)));
        return 0;
    }

    /// @param cookie empty for nobody's
    /// @param by said of who asks, after the address
    private record Asked(String path, String cookie, String by) {
        String[] headers() {
            return new String[] {GZIP[0], GZIP[1], "Cookie", cookie};
        }
    }

    /// Gives one reader an account and a session.
    ///
    /// @return the session's secret
    private static String signIn(Path database) {
        Secret secret = Secret.random(new SecureRandom());
        Instant now = Instant.now();
        Reader ada = Reader.joining(new ReaderId("reader1"), "ada", "Ada Counter", Role.ADMIN, now);
        try (Storage storage = JdbcStorage.open(database)) {
            storage.readers().add(ada);
            storage.sessions()
                    .open(new Session(secret.hash(), ada.id(), now, now, "wrk", "127.0.0.1"));
        }
        return secret.value();
    }

    /// @return Broadsheet's rate in nginx's
    private double measure(Asked asked, Serving serving, Path folder, Table table, Report report) {
        String path = asked.path();
        byte[] plain = serving.site().getWhole(path, "Cookie", asked.cookie()).body();
        HttpResponse<byte[]> compressed = serving.site().getWhole(path, asked.headers());
        requireGzip(compressed);
        try (Nginx peer = Nginx.serving(nginx, folder, plain, compressed)) {
            byte[] theirs = peer.site().getWhole(Nginx.path(), GZIP).body();
            if (!Arrays.equals(theirs, compressed.body())) {
                throw new CannotMeasure("nginx does not send the same bytes.");
            }
            report.progress("%s%s: warming up ...", path, asked.by());
            wrk.answersPerSecond(serving.site(), path, asked.cookie(), seconds);
            List<Double> ourRates = new ArrayList<>();
            List<Double> theirRates = new ArrayList<>();
            for (int round = 1; round <= rounds; round++) {
                ourRates.add(wrk.answersPerSecond(serving.site(), path, asked.cookie(), seconds));
                theirRates.add(
                        wrk.answersPerSecond(peer.site(), Nginx.path(), asked.cookie(), seconds));
                report.progress(
                        "  run %d: Broadsheet %.0f/s, nginx %.0f/s",
                        round, ourRates.getLast(), theirRates.getLast());
            }
            row(
                    table,
                    "Broadsheet, `" + path + "`" + asked.by(),
                    Samples.of(ourRates),
                    theirs,
                    plain);
            row(table, "nginx, the same bytes", Samples.of(theirRates), theirs, plain);
            return Samples.of(ourRates).median() / Samples.of(theirRates).median();
        }
    }

    private static void row(
            Table table, String name, Samples rates, byte[] compressed, byte[] plain) {
        table.row(
                name,
                Report.format("%,.0f", rates.median()),
                Report.format("%,.0f to %,.0f", rates.least(), rates.most()),
                Report.format("%,d", compressed.length),
                Report.format("%,d", plain.length));
    }

    private static void requireGzip(HttpResponse<byte[]> answer) {
        if (!answer.headers().firstValue("Content-Encoding").orElse("").equals("gzip")) {
            throw new CannotMeasure("The page does not come compressed.");
        }
    }
}
