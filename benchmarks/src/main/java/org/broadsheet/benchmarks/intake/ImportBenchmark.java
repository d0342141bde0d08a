package org.broadsheet.benchmarks.intake;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.broadsheet.benchmarks.Checkout;
import org.broadsheet.benchmarks.Report;
import org.broadsheet.benchmarks.Table;
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
            imported(real, report).row(table, "the real records, run " + round, records);
        }
        if (times > 1) {
            Path longer = checkout.fresh("long-file").resolve("records.jsonl");
            report.progress("Writing a file %d times as long ...", times);
            long written = LongerFile.write(real, times, longer);
            imported(longer, report).row(table, times + " times as many", written);
        }
        report.result(
                table,
                "From the start of `./broadsheet import` on a fresh home to its end: store and word"
                        + " index (limit 4,000/s; memory flat).");
        return 0;
    }

    private Taken imported(Path file, Report report) {
        var house = new House(checkout, checkout.fresh("import"));
        report.progress("Importing %s ...", file.getFileName());
        try (Running command = house.command("import", List.of(file.toString()))) {
            return Taken.watched(command, report);
        }
    }
}
