package org.broadsheet.benchmarks.intake;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.broadsheet.benchmarks.Report;
import org.broadsheet.benchmarks.Table;
import org.broadsheet.benchmarks.process.Footprint;
import org.broadsheet.benchmarks.process.Running;

/// One file taken in by a command, from its start to its end.
///
/// @param megabytes resident, at regular times
/// @param last as the command was before its end
record Taken(Duration time, List<Double> megabytes, Footprint last) {
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);

    /// Watches the command until it ends, which must be a success.
    static Taken watched(Running command, Report report) {
        List<Double> megabytes = new ArrayList<>();
        Footprint last = new Footprint(0, 0, 0);
        while (!command.hasEndedWithin(BETWEEN_LOOKS)) {
            last = Footprint.ifAlive(command.pid()).orElse(last);
            megabytes.add(last.residentMegabytes());
        }
        Duration time = command.age();
        command.requireDone();
        report.progress("  %.1f s; it said: %s", time.toMillis() / 1e3, command.lastWords());
        return new Taken(time, megabytes, last);
    }

    void row(Table table, String name, long records) {
        double seconds = time.toMillis() / 1e3;
        table.row(
                Report.format("%s (%,d)", name, records),
                Report.format("%,.0f", records / seconds),
                Report.format("%.1f s", seconds),
                Report.format("%.1f s", last.processorSeconds()),
                tenths(),
                Report.format("%.0f", last.peakMegabytes()));
    }

    private String tenths() {
        List<String> tenths = new ArrayList<>();
        for (int i = 1; i <= 10; i++) {
            int place = Math.max(0, i * megabytes.size() / 10 - 1);
            tenths.add(Report.format("%.0f", megabytes.get(place)));
        }
        return String.join(" ", tenths);
    }
}
