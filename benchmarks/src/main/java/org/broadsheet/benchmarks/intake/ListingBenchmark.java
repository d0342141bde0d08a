package org.broadsheet.benchmarks.intake;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.broadsheet.benchmarks.Checkout;
import org.broadsheet.benchmarks.Report;
import org.broadsheet.benchmarks.Table;
import org.broadsheet.benchmarks.process.House;
import org.broadsheet.benchmarks.process.Running;
import org.broadsheet.benchmarks.process.Tool;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Parses and stores OAI-PMH listings in a fresh home, in turns with a peer, and then a long one.
@Command(
        name = "oai",
        description = "OAI-PMH records a second into store and word index, and memory over time.",
        mixinStandardHelpOptions = true)
public final class ListingBenchmark implements Callable<Integer> {
    @Mixin private Checkout checkout = new Checkout();

    @Option(
            names = "--records",
            description = "Records of the short listing (default: ${DEFAULT-VALUE}).")
    private long records = 60_000;

    @Option(
            names = "--long",
            paramLabel = "RECORDS",
            description = "Records of the long listing; 0 for none (default: ${DEFAULT-VALUE}).")
    private long longRecords = 1_000_000;

    @Option(
            names = "--rounds",
            description = "Rounds of the short listing (default: ${DEFAULT-VALUE}).")
    private int rounds = 3;

    @Override
    public Integer call() {
        var report = new Report("benchmarks/run oai");
        var table =
                new Table(
                        "",
                        "records/s",
                        "time",
                        "processor",
                        "resident, by tenths of the time, MB",
                        "most, MB");
        Path page = checkout.data("arxiv/oai-pmh/listrecords-arxivraw-1000.xml");
        Path listing = written(page, records, report);
        for (int round = 1; round <= rounds; round++) {
            imported(listing, report).row(table, "Broadsheet, run " + round, records);
            peer(listing, report).row(table, "ElementTree and SQLite, run " + round, records);
        }
        if (longRecords > 0) {
            Path longer = written(page, longRecords, report);
            imported(longer, report).row(table, "Broadsheet, the long listing", longRecords);
        }
        report.result(
                table,
                "From the start of `./broadsheet import` on a fresh home to its end: store and word"
                        + " index (limit 5,000/s; memory flat). The peer is"
                        + " benchmarks/peers/listing.py: Python's ElementTree, SQLite with FTS5.");
        return 0;
    }

    private Path written(Path page, long count, Report report) {
        Path target = checkout.fresh("listing-" + count).resolve("listing.xml");
        report.progress("Writing a listing of %,d records ...", count);
        LongerListing.write(page, count, target);
        return target;
    }

    private Taken imported(Path listing, Report report) {
        var house = new House(checkout, checkout.fresh("oai"));
        report.progress("Importing %s ...", listing.getName(listing.getNameCount() - 2));
        try (Running command = house.command("import", List.of(listing.toString()))) {
            return Taken.watched(command, report);
        }
    }

    private Taken peer(Path listing, Report report) {
        Path folder = checkout.fresh("oai-peer");
        report.progress("The peer reads %s ...", listing.getName(listing.getNameCount() - 2));
        try (Running command =
                Running.start(
                        List.of(
                                new Tool("python3", "python3").path().toString(),
                                checkout.peer("listing.py").toString(),
                                listing.toString(),
                                folder.resolve("papers.sqlite").toString()),
                        Map.of(),
                        folder.resolve("peer.log"))) {
            return Taken.watched(command, report);
        }
    }
}
