package org.broadsheet.server.web.lab;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.broadsheet.lab.Check;
import org.broadsheet.lab.Exhibit;
import org.broadsheet.lab.Sound;
import org.broadsheet.lab.Table;
import org.broadsheet.lab.process.Descriptor;
import org.broadsheet.lab.report.Measured;
import org.broadsheet.lab.report.ReportText;
import org.broadsheet.lab.work.Live;
import org.broadsheet.run.RunId;
import org.broadsheet.server.web.page.Progress;

/// How a run stands, as its page shows it while it goes on.
final class Underway {
    private static final int MOST_METRICS = 12;
    private static final int MOST_EXHIBITS = 4;
    private static final int MOST_LINES = 8;

    private Underway() {}

    /// @param descriptor of what runs; without it metrics go by their names
    static Progress progress(RunId run, Live live, Optional<Descriptor> descriptor) {
        return new Progress(
                run,
                capitalized(live.stage()),
                percent(live),
                told(live),
                metrics(live, descriptor),
                exhibits(live).stream().map(one -> ReportParts.shown(one, run, "l-")).toList(),
                live.lines()
                        .subList(
                                Math.max(0, live.lines().size() - MOST_LINES),
                                live.lines().size()));
    }

    private static int percent(Live live) {
        return live.total() <= 0
                ? -1
                : (int) Math.clamp(100 * (double) live.done() / live.total(), 0, 100);
    }

    private static String told(Live live) {
        List<String> parts = new ArrayList<>();
        if (percent(live) >= 0) {
            parts.add(percent(live) + " %");
        }
        if (live.secondsLeft() >= 1) {
            parts.add(duration(live.secondsLeft()) + " left");
        } else if (live.seconds() >= 1) {
            parts.add(duration(live.seconds()) + " so far");
        }
        return String.join(" · ", parts);
    }

    /// Whole seconds: a tenth would only flicker.
    private static String duration(double seconds) {
        return seconds < 10 ? Math.round(seconds) + " s" : ReportText.duration(seconds);
    }

    /// Those that claims are decided by, as the claims call them.
    private static List<Progress.Metric> metrics(Live live, Optional<Descriptor> descriptor) {
        Map<String, Check> checks = new HashMap<>();
        descriptor.ifPresent(one ->
                one.claims().stream()
                        .flatMap(claim -> claim.checks().stream())
                        .forEach(check -> checks.putIfAbsent(check.metric(), check)));
        return live.metrics().stream()
                .filter(one -> checks.containsKey(one.metric()))
                .limit(MOST_METRICS)
                .map(one -> metric(one, java.util.Objects.requireNonNull(checks.get(one.metric()))))
                .toList();
    }

    private static Progress.Metric metric(Measured measured, Check check) {
        return new Progress.Metric(
                check.label(), ReportText.figure(check, measured), ReportText.spread(measured));
    }

    /// The latest that are drawn.
    private static List<Exhibit> exhibits(Live live) {
        List<Exhibit> drawn =
                live.exhibits().stream()
                        .filter(one -> !(one instanceof Table || one instanceof Sound))
                        .toList();
        return drawn.subList(Math.max(0, drawn.size() - MOST_EXHIBITS), drawn.size());
    }

    private static String capitalized(String stage) {
        return stage.isEmpty()
                ? "Starting"
                : Character.toUpperCase(stage.charAt(0)) + stage.substring(1);
    }
}
