package org.broadsheet.lab.work;

import java.util.List;
import org.broadsheet.lab.Exhibit;
import org.broadsheet.lab.report.LabJson;
import org.broadsheet.lab.report.Measured;
import org.broadsheet.lab.report.Recording;

/// How a run stands: what its page shows while it goes on.
///
/// @param total 0 while unknown
/// @param seconds since its process started
/// @param lines the end of its log
public record Live(
        String stage,
        long done,
        long total,
        double seconds,
        List<Measured> metrics,
        List<Exhibit> exhibits,
        List<String> lines) {
    /// Before the first word of a run.
    public static final Live NOTHING =
            new Live("waiting for a worker", 0, 0, 0, List.of(), List.of(), List.of());

    private static final int LINES = 20;
    private static final int LARGEST = 1 << 20;

    public Live {
        metrics = List.copyOf(metrics);
        exhibits = List.copyOf(exhibits);
        lines = List.copyOf(lines);
    }

    static Live of(Recording recording, double seconds) {
        Recording.Progress progress = recording.progress();
        List<String> lines = recording.lines();
        return new Live(
                progress.stage(),
                progress.done(),
                progress.total(),
                seconds,
                recording.metrics(),
                recording.exhibits(),
                lines.subList(Math.max(0, lines.size() - LINES), lines.size()));
    }

    /// Seconds to the end at the pace so far; negative while nobody can say.
    public double secondsLeft() {
        return done <= 0 || total < done ? -1 : seconds * (total - done) / done;
    }

    /// For the store; exhibits that are too large to be kept every second are left out.
    String text() {
        String text = LabJson.write(this);
        return text.length() <= LARGEST
                ? text
                : LabJson.write(new Live(stage, done, total, seconds, metrics, List.of(), lines));
    }

    static Live read(String text) {
        return text.isEmpty() ? NOTHING : LabJson.read(text, Live.class);
    }
}
