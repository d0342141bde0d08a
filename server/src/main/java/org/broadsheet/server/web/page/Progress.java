package org.broadsheet.server.web.page;

import java.util.List;
import org.broadsheet.run.RunId;

/// How a run stands: the part of a page that changes while it goes on.
///
/// @param percent -1 while nobody can say
/// @param told as in `62 %, 1 min 36 s left`
/// @param lines the end of its log
public record Progress(
        RunId run,
        String stage,
        int percent,
        String told,
        List<Metric> metrics,
        List<Shown> exhibits,
        List<String> lines) {
    /// What was measured so far.
    public record Metric(String label, String figure, String spread) {}

    public Progress {
        metrics = List.copyOf(metrics);
        exhibits = List.copyOf(exhibits);
        lines = List.copyOf(lines);
    }
}
