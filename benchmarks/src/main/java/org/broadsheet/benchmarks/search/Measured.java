package org.broadsheet.benchmarks.search;

import java.util.List;
import org.broadsheet.benchmarks.Report;
import org.broadsheet.benchmarks.Samples;
import org.broadsheet.benchmarks.Table;

/// What was measured of one way to search.
///
/// @param runs milliseconds of each run's queries
/// @param processorMilliseconds that a query cost the server, on all its threads
/// @param throughput queries a second, asked as fast as they are answered
record Measured(String way, List<Samples> runs, double processorMilliseconds, double throughput) {
    static Table table() {
        return new Table(
                "",
                "p50, ms",
                "p99, ms",
                "p99 of each run",
                "most",
                "processor, ms a query",
                "throughput, queries/s");
    }

    /// p50 and p99 are the medians of the runs.
    void addTo(Table table) {
        List<Double> p99s = runs.stream().map(run -> run.percentile(99)).toList();
        table.row(
                way,
                shown(Samples.of(runs.stream().map(Samples::median).toList()).median()),
                shown(Samples.of(p99s).median()),
                String.join(", ", p99s.stream().map(Measured::shown).toList()),
                shown(runs.stream().mapToDouble(Samples::most).max().orElseThrow()),
                shown(processorMilliseconds),
                Report.format("%.0f", throughput));
    }

    private static String shown(double milliseconds) {
        return Report.format("%.1f", milliseconds);
    }
}
