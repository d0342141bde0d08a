package org.broadsheet.benchmarks.start;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.broadsheet.benchmarks.Checkout;
import org.broadsheet.benchmarks.Report;
import org.broadsheet.benchmarks.Samples;
import org.broadsheet.benchmarks.Table;
import org.broadsheet.benchmarks.process.House;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Starts Broadsheet with the First Edition, and a bare Spring Boot application, in turns.
@Command(
        name = "start",
        description = "Process start to first page, beside a bare Spring Boot application.",
        mixinStandardHelpOptions = true)
public final class StartBenchmark implements Callable<Integer> {
    @Mixin private Checkout checkout = new Checkout();

    @Option(names = "--rounds", description = "Starts of each program (default: ${DEFAULT-VALUE}).")
    private int rounds = 7;

    @Override
    public Integer call() {
        var report = new Report("benchmarks/run start");
        Path folder = checkout.fresh("start");
        var house = new House(checkout, folder);
        BareBoot bare = firstStart(house, folder, report);
        bare.record();
        List<Start> ours = new ArrayList<>();
        List<Start> theirs = new ArrayList<>();
        for (int round = 1; round <= rounds; round++) {
            ours.add(measure(house));
            theirs.add(bare.measure());
            report.progress(
                    "  round %d: Broadsheet %.2f s, bare Spring Boot %.2f s",
                    round, ours.getLast().seconds(), theirs.getLast().seconds());
        }
        report.result(
                table(ours, theirs),
                Report.format(
                        "%d starts each, in turns, after a first start that made the home. Ratio,"
                                + " median of the rounds: %.2f (limit 1.4); of processor time,"
                                + " which other programs disturb less: %.2f. Both: `%s`."
                                + " Broadsheet's time includes its launcher.",
                        rounds,
                        ratio(ours, theirs, Start::seconds),
                        ratio(ours, theirs, Start::processorSeconds),
                        bare.flags()));
        return 0;
    }

    private BareBoot firstStart(House house, Path folder, Report report) {
        report.progress("First start: makes the home and, after a build, the start-up cache ...");
        try (var serving = house.serve(Map.of())) {
            report.progress("  %.2f s to the first page", serving.toFirstPage().toMillis() / 1e3);
            house.awaitMeaning(serving);
            return new BareBoot(checkout.bareJar(), folder, serving.program());
        }
    }

    private static Start measure(House house) {
        try (var serving = house.serve(Map.of())) {
            return Start.of(serving.program(), serving.toFirstPage());
        }
    }

    private static Table table(List<Start> ours, List<Start> theirs) {
        var table = new Table("", "first page, median", "least to most", "processor", "resident");
        row(table, "Broadsheet, second start, First Edition", ours);
        row(table, "Spring Boot with security and actuator, one page", theirs);
        return table;
    }

    private static void row(Table table, String name, List<Start> starts) {
        Samples seconds = samples(starts, Start::seconds);
        table.row(
                name,
                Report.format("%.2f s", seconds.median()),
                Report.format("%.2f to %.2f s", seconds.least(), seconds.most()),
                Report.format("%.2f s", median(starts, Start::processorSeconds)),
                Report.format("%.0f MB", median(starts, Start::megabytes)));
    }

    private static double ratio(
            List<Start> ours, List<Start> theirs, ToDoubleFunction<Start> number) {
        return Samples.of(
                        IntStream.range(0, ours.size())
                                .mapToDouble(i ->
                                        number.applyAsDouble(ours.get(i))
                                                / number.applyAsDouble(theirs.get(i)))
                                .toArray())
                .median();
    }

    private static double median(List<Start> starts, ToDoubleFunction<Start> number) {
        return samples(starts, number).median();
    }

    private static Samples samples(List<Start> starts, ToDoubleFunction<Start> number) {
        return Samples.of(starts.stream().mapToDouble(number).toArray());
    }
}
