package org.broadsheet.lab.report;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.broadsheet.lab.Abstract;
import org.broadsheet.lab.Exhibit;
import org.broadsheet.lab.Parameter;
import org.broadsheet.lab.Setting;
import org.broadsheet.lab.Verdict;
import org.broadsheet.paper.PaperId;
import org.broadsheet.run.RunId;

/// All that a finished run says. It stands for itself: claims, rules and parameters are those of
/// the version that ran.
///
/// @param metrics in the order in which they were first told
/// @param exhibits in the order in which they were first shown
/// @param files the names of the files beside it
public record Report(
        RunId run,
        PaperId paper,
        Abstract about,
        List<Parameter> parameters,
        Setting setting,
        List<Finding> findings,
        List<Measured> metrics,
        List<Exhibit> exhibits,
        List<String> files,
        List<String> log,
        Provenance provenance) {
    public Report {
        parameters = List.copyOf(parameters);
        findings = List.copyOf(findings);
        metrics = List.copyOf(metrics);
        exhibits = List.copyOf(exhibits);
        files = List.copyOf(files);
        log = List.copyOf(log);
    }

    /// How many claims have each verdict; zeros are there, too.
    public Map<Verdict, Long> counts() {
        Map<Verdict, Long> counts = new EnumMap<>(Verdict.class);
        for (Verdict verdict : Verdict.values()) {
            counts.put(verdict, findings.stream().filter(one -> one.verdict() == verdict).count());
        }
        return counts;
    }

    public Optional<Exhibit> exhibit(String id) {
        return exhibits.stream().filter(one -> one.id().equals(id)).findFirst();
    }
}
