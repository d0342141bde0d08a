package org.broadsheet.benchmarks.tensor;

import java.util.Collection;
import java.util.concurrent.Callable;
import org.broadsheet.benchmarks.Report;
import org.broadsheet.benchmarks.Table;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// The tensors' kernels and steps of training, measured by JMH in a process of their own each.
@Command(
        name = "tensor",
        description = "Matrix products and training steps of the methods' tensors, by JMH.",
        mixinStandardHelpOptions = true)
public final class TensorBenchmark implements Callable<Integer> {
    /// Short, so that on a busy machine some rounds are undisturbed.
    private static final int ROUND_MILLIS = 100;

    @Option(
            names = "--only",
            description = "Measures what matches this regular expression (default: all).")
    private String only = ".*";

    @Option(
            names = "--n",
            description = "Sizes of the products (default: 64, 256, 1024).",
            split = ",")
    private String[] sizes = {"64", "256", "1024"};

    @Option(
            names = "--kind",
            description = "FLOATS, DOUBLES, PLAIN_FLOATS (default: all).",
            split = ",")
    private String[] kinds = {"FLOATS", "DOUBLES", "PLAIN_FLOATS"};

    @Option(names = "--threads", description = "Threads (default: 1, 2).", split = ",")
    private String[] threads = {"1", "2"};

    @Option(names = "--rounds", description = "Rounds measured each (default: ${DEFAULT-VALUE}).")
    private int rounds = 40;

    @Override
    public Integer call() throws Exception {
        var report = new Report("benchmarks/run tensor");
        Options options =
                new OptionsBuilder()
                        .include("benchmarks\\.tensor\\.(Products|Steps)\\." + only)
                        .param("n", sizes)
                        .param("kind", kinds)
                        .param("threads", threads)
                        .forks(1)
                        .warmupIterations(2)
                        .warmupTime(TimeValue.seconds(1))
                        .measurementIterations(rounds)
                        .measurementTime(TimeValue.milliseconds(ROUND_MILLIS))
                        .jvmArgsAppend(
                                "--add-modules=jdk.incubator.vector",
                                "-XX:+UseParallelGC",
                                "-Xmx3g")
                        .verbosity(VerboseMode.SILENT)
                        .build();
        report.progress(
                "Each of the measurements takes %d s ...", rounds * ROUND_MILLIS / 1_000 + 3);
        report.result(
                table(new Runner(options).run()),
                "Median of the rounds, and the fastest of them; on a busy machine the fastest tells"
                        + " more.");
        return 0;
    }

    private static Table table(Collection<RunResult> results) {
        var table =
                new Table(
                        "",
                        "numbers",
                        "threads",
                        "median round",
                        "fastest round",
                        "GFLOP/s, fastest");
        for (RunResult result : results) {
            BenchmarkParams params = result.getParams();
            String n = params.getParam("n");
            double least = result.getPrimaryResult().getStatistics().getMin();
            String name =
                    params.getBenchmark().substring(params.getBenchmark().lastIndexOf('.') + 1);
            table.row(
                    n == null ? name : name + " " + n + "³",
                    params.getParam("kind"),
                    params.getParam("threads"),
                    time(result.getPrimaryResult().getStatistics().getPercentile(50)),
                    time(least),
                    n == null
                            ? ""
                            : Report.format("%.0f", 2 * Math.pow(Integer.parseInt(n), 3) / least));
        }
        return table;
    }

    private static String time(double nanos) {
        return nanos < 10_000
                ? Report.format("%.0f ns", nanos)
                : Report.format("%.3g ms", nanos / 1e6);
    }
}
