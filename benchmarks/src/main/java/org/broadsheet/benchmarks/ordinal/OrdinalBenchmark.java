package org.broadsheet.benchmarks.ordinal;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import org.broadsheet.benchmarks.Report;
import org.broadsheet.benchmarks.Table;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// The time for entropy and complexity of one series, by JMH.
@Command(
        name = "ordinal",
        description = "Permutation entropy and complexity of a series of 32,768 samples.",
        mixinStandardHelpOptions = true)
public final class OrdinalBenchmark implements Callable<Integer> {
    @Option(names = "--forks", description = "Fresh JVMs (default: ${DEFAULT-VALUE}).")
    private int forks = 2;

    @Override
    public Integer call() throws RunnerException {
        var report = new Report("benchmarks/run ordinal");
        report.progress("Measuring with JMH, %d forks ...", forks);
        Collection<RunResult> results =
                new Runner(
                                new OptionsBuilder()
                                        .include(PermutationEntropyBenchmark.class.getName() + ".")
                                        .forks(forks)
                                        .verbosity(VerboseMode.SILENT)
                                        .build())
                        .run();
        var table = new Table("series", "order", "entropy and complexity", "99.9 % interval");
        results.stream()
                .sorted(Comparator.comparing(OrdinalBenchmark::key))
                .forEach(result -> {
                    var time = result.getPrimaryResult();
                    table.row(
                            result.getParams().getParam("series"),
                            result.getParams().getParam("order"),
                            Report.format("%.3f ms", time.getScore()),
                            Report.format("± %.3f ms", time.getScoreError()));
                });
        report.result(table, "32,768 samples, interval 1 (limit at order 5: 2 ms).");
        return 0;
    }

    private static String key(RunResult result) {
        return String.join(
                " ",
                List.of(
                        result.getParams().getParam("order"),
                        result.getParams().getParam("series")));
    }
}
