package org.broadsheet.benchmarks.memory;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.broadsheet.benchmarks.Checkout;
import org.broadsheet.benchmarks.Report;
import org.broadsheet.benchmarks.Samples;
import org.broadsheet.benchmarks.Table;
import org.broadsheet.benchmarks.process.Footprint;
import org.broadsheet.benchmarks.process.House;
import org.broadsheet.benchmarks.process.House.Meaning;
import org.broadsheet.benchmarks.process.House.Serving;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Reads the server's resident memory from the system.
@Command(
        name = "memory",
        description = "Resident memory: First Edition, and 60,000 papers while vectors are made.",
        mixinStandardHelpOptions = true)
public final class MemoryBenchmark implements Callable<Integer> {
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);
    private static final int LOOKS_BETWEEN_SEARCHES = 5;
    private static final String SEARCH = "/api/papers/search?limit=20&q=";
    private static final List<String> QUERIES =
            List.of("associative+memory", "chaos+in+neural+networks", "talking+heads", "solitons");

    @Mixin private Checkout checkout = new Checkout();

    @Option(
            names = "--minutes",
            description = "How long to look on while vectors are made (default: ${DEFAULT-VALUE}).")
    private int minutes = 5;

    @Override
    public Integer call() {
        var report = new Report("benchmarks/run memory");
        var table = new Table("", "resident, median", "most", "limit");
        firstEdition(report, table);
        String made = sixtyThousand(report, table);
        report.result(table, made, "\"Most\" is VmHWM, which the system keeps: no peak is missed.");
        return 0;
    }

    private void firstEdition(Report report, Table table) {
        var house = new House(checkout, checkout.fresh("memory-small"));
        try (Serving serving = house.serve(Map.of())) {
            report.progress("First Edition: waiting for its vectors ...");
            house.awaitMeaning(serving);
            serving.site().getWhole(SEARCH + QUERIES.getFirst());
            Footprint now = Footprint.of(serving.program().pid());
            table.row(
                    "First Edition, after the first search by meaning",
                    Report.format("%.0f MB", now.residentMegabytes()),
                    Report.format("%.0f MB", now.peakMegabytes()),
                    "500 MB");
        }
    }

    private String sixtyThousand(Report report, Table table) {
        var house = new House(checkout, checkout.fresh("memory-large"));
        report.progress("Importing the real records ...");
        house.run("import", List.of(checkout.records().toString()));
        try (Serving serving = house.serve(Map.of())) {
            Meaning before = house.meaning();
            report.progress("Looking on for %d minutes ...", minutes);
            List<Double> looks = looks(serving);
            Footprint end = Footprint.of(serving.program().pid());
            Meaning after = house.meaning();
            table.row(
                    Report.format("%,d papers while vectors are made", after.total()),
                    Report.format("%.0f MB", Samples.of(looks).median()),
                    Report.format("%.0f MB", end.peakMegabytes()),
                    "800 MB");
            return Report.format(
                    "In %d minutes, with a search every %d s, %,d vectors were made (%.1f/s).",
                    minutes,
                    LOOKS_BETWEEN_SEARCHES,
                    after.done() - before.done(),
                    (after.done() - before.done()) / (minutes * 60.0));
        }
    }

    private List<Double> looks(Serving serving) {
        List<Double> megabytes = new ArrayList<>();
        for (int look = 0; look < minutes * 60; look++) {
            serving.program().hasEndedWithin(BETWEEN_LOOKS);
            if (look % LOOKS_BETWEEN_SEARCHES == 0) {
                String query = QUERIES.get(look / LOOKS_BETWEEN_SEARCHES % QUERIES.size());
                serving.site().getWhole(SEARCH + query);
            }
            megabytes.add(Footprint.of(serving.program().pid()).residentMegabytes());
        }
        return megabytes;
    }
}
