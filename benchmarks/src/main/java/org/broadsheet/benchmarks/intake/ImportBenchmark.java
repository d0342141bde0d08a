package org.broadsheet.benchmarks.intake;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.broadsheet.benchmarks.Checkout;
import org.broadsheet.benchmarks.Report;
import org.broadsheet.benchmarks.Table;
import org.broadsheet.benchmarks.process.Footprint;
import org.broadsheet.benchmarks.process.House;
import org.broadsheet.benchmarks.process.Running;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Imports the real records into a fresh home, and then a file many times as long.
@Command(
        name = "import",
        description = "Records a second into store and word index, and memory over time.",
        mixinStandardHelpOptions = true)
public final class ImportBenchmark implements Callable<Integer> {
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);

    @Mixin private Checkout checkout = new Checkout();

    @Option(
            names = "--times",
            description =
                    "How much longer the long file is; 1 for none (default: ${DEFAULT-VALUE}).")
    private int times = 10;

    @Option(
            names = "--rounds",
            description = "Imports of the real file (default: ${DEFAULT-VALUE}).")
    private int rounds = 3;

    @Override
    public Integer call() {
        var report = new Report("benchmarks/run import");
        var table =
                new Table(
                        "",
                        "records/s",
                        "time",
                        "processor",
                        "resident, by tenths of the time, MB",
                        "most, MB");
        Path real = checkout.records();
        long records = LongerFile.count(real);
        for (int round = 1; round <= rounds; round++) {
            row(table, "the real records, run " + round, records, imported(real, report));
        }
        if (times > 1) {
            Path longer = checkout.fresh("long-file").resolve("records.jsonl");
            report.progress("Writing a file %d times as long ...", times);
            long written = LongerFile.write(real, times, longer);
            row(table, times + " times as many", written, imported(longer, report));
        }
        report.result(
                table,
                "From the start of `./broadsheet import` on a fresh home to its end: store and word"
                        + " index (limit 4,000/s; memory flat).");
        return 0;
    }

    private Import imported(Path file, Report report) {
        var house = new House(checkout, checkout.fresh("import"));
        report.progress("Importing %s ...", file.getFileName());
        try (Running command = house.command("import", List.of(file.toString()))) {
            List<Double> megabytes = new ArrayList<>();
            Footprint last = new Footprint(0, 0, 0);
            while (!command.hasEndedWithin(BETWEEN_LOOKS)) {
                last = Footprint.ifAlive(command.pid()).orElse(last);
                megabytes.add(last.residentMegabytes());
            }
            Duration time = command.age();
            command.requireDone();
            report.progress("  %.1f s; it said: %s", time.toMillis() / 1e3, command.lastWords());
            return new Import(time, megabytes, last);
        }
    }

    /// One import.
    ///
    /// @param megabytes resident, at regular times
    private record Import(Duration time, List<Double> megabytes, Footprint last) {
        String tenths() {
            List<String> tenths = new ArrayList<>();
            for (int i = 1; i <= 10; i++) {
                int place = Math.max(0, i * megabytes.size() / 10 - 1);
                tenths.add(Report.format("%.0f", megabytes.get(place)));
            }
            return String.join(" ", tenths);
        }
    }

    private static void row(Table table, String name, long records, Import run) {
        double seconds = run.time().toMillis() / 1e3;
        table.row(
                Report.format("%s (%,d)", name, records),
                Report.format("%,.0f", records / seconds),
                Report.format("%.1f s", seconds),
                Report.format("%.1f s", run.last().processorSeconds()),
                run.tenths(),
                Report.format("%.0f", run.last().peakMegabytes()));
    }
}
