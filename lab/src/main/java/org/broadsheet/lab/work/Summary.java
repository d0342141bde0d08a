package org.broadsheet.lab.work;

import java.util.List;
import org.broadsheet.lab.Parameter;
import org.broadsheet.lab.Setting;
import org.broadsheet.lab.Size;
import org.broadsheet.lab.Verdict;
import org.broadsheet.lab.report.Finding;
import org.broadsheet.lab.report.LabJson;
import org.broadsheet.lab.report.Report;

/// What lists show of a report.
///
/// @param verdicts in the order of the claims
/// @param isStandard whether every parameter stood at the start of its size
public record Summary(List<Verdict> verdicts, double seconds, Size size, boolean isStandard) {
    public Summary {
        verdicts = List.copyOf(verdicts);
    }

    static Summary of(Report report) {
        return new Summary(
                report.findings().stream().map(Finding::verdict).toList(),
                report.provenance().seconds(),
                report.setting().size(),
                report.parameters().stream().allMatch(one -> isAtStart(one, report.setting())));
    }

    private static boolean isAtStart(Parameter parameter, Setting setting) {
        return parameter.start(setting.size()).equals(setting.values().get(parameter.name()));
    }

    public long count(Verdict verdict) {
        return verdicts.stream().filter(one -> one == verdict).count();
    }

    String text() {
        return LabJson.write(this);
    }

    static Summary read(String text) {
        return LabJson.read(text, Summary.class);
    }
}
