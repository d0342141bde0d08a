package org.broadsheet.reproductions;

import java.util.HashMap;
import java.util.Map;
import org.broadsheet.lab.Reproduction;
import org.broadsheet.lab.Setting;
import org.broadsheet.lab.Size;
import org.broadsheet.lab.Verdict;
import org.broadsheet.lab.report.Finding;
import org.broadsheet.lab.report.Measured;
import org.broadsheet.lab.report.Recording;

/// Runs a reproduction in the process of the tests, with seed 1.
public record Rehearsal(Reproduction reproduction) {
    /// @param given parameters that do not stand where the quick size has them
    public Recording run(Map<String, String> given) throws Exception {
        Recording recording = new Recording();
        reproduction.run(setting(given), recording);
        return recording;
    }

    public Setting setting(Map<String, String> given) {
        return Setting.of(reproduction.parameters(), Size.QUICK, 1, given);
    }

    /// By the claims' ids.
    public Map<String, Verdict> verdicts(Recording recording) {
        Map<String, Verdict> verdicts = new HashMap<>();
        for (Finding finding : recording.judge(reproduction.claims())) {
            verdicts.put(finding.claim().id(), finding.verdict());
        }
        return verdicts;
    }

    /// The mean of a metric that was told.
    public static double mean(Recording recording, String metric) {
        return recording.metrics().stream()
                .filter(measured -> measured.metric().equals(metric))
                .mapToDouble(Measured::mean)
                .findFirst()
                .orElseThrow();
    }
}
