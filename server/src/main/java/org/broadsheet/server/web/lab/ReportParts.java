package org.broadsheet.server.web.lab;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.broadsheet.lab.Check;
import org.broadsheet.lab.Claim;
import org.broadsheet.lab.Exhibit;
import org.broadsheet.lab.Sound;
import org.broadsheet.lab.Stated;
import org.broadsheet.lab.Table;
import org.broadsheet.lab.chart.Drawing;
import org.broadsheet.lab.report.Finding;
import org.broadsheet.lab.report.Measured;
import org.broadsheet.lab.report.Report;
import org.broadsheet.lab.report.ReportFolder;
import org.broadsheet.lab.report.ReportText;
import org.broadsheet.run.RunId;
import org.broadsheet.server.text.Dates;
import org.broadsheet.server.web.page.Addresses;
import org.broadsheet.server.web.page.ClaimRow;
import org.broadsheet.server.web.page.Evidence;
import org.broadsheet.server.web.page.Link;
import org.broadsheet.server.web.page.Marks;
import org.broadsheet.server.web.page.ReportPart;
import org.broadsheet.server.web.page.Shown;

/// Reports, claims and exhibits as pages show them.
public final class ReportParts {
    private static final String NOTHING = "—";

    private ReportParts() {}

    /// @param most how many exhibits; of more, those that are drawn come before those that are not
    public static ReportPart of(Report report, int most) {
        return new ReportPart(
                report.run(),
                new Marks(report.findings().stream().map(Finding::verdict).toList()),
                report.findings().stream().map(ReportParts::row).toList(),
                first(report.exhibits(), most).stream()
                        .map(one -> shown(one, report.run(), "x-"))
                        .toList(),
                Words.setting(report.parameters(), report.setting()),
                "%s on %d cores"
                        .formatted(
                                ReportText.duration(report.provenance().seconds()),
                                report.provenance().cores()),
                Dates.full(Words.day(report.provenance().started())));
    }

    /// The first drawing, and the first of the paper's own claims of which something was measured.
    static Optional<Evidence> evidence(Report report) {
        Optional<Shown> picture =
                report.exhibits().stream()
                        .filter(one -> kind(one) == Shown.Kind.DRAWN)
                        .findFirst()
                        .map(one -> shown(one, report.run(), "lead-"));
        Optional<ClaimRow> claim =
                report.findings().stream()
                        .filter(ReportParts::isMeasuredClaimOfThePaper)
                        .findFirst()
                        .map(ReportParts::row);
        return picture.flatMap(drawn ->
                claim.map(
                        row -> new Evidence(report.run(), drawn, row, row.outcomes().getFirst())));
    }

    private static boolean isMeasuredClaimOfThePaper(Finding finding) {
        return !(finding.claim().stated() instanceof Stated.Nowhere)
                && !finding.outcomes().isEmpty()
                && finding.outcomes().getFirst().measured() != null;
    }

    private static List<Exhibit> first(List<Exhibit> exhibits, int most) {
        if (exhibits.size() <= most) {
            return exhibits;
        }
        List<Exhibit> drawn =
                exhibits.stream()
                        .filter(one -> !(one instanceof Table || one instanceof Sound))
                        .limit(most)
                        .toList();
        return drawn.isEmpty() ? exhibits.subList(0, most) : drawn;
    }

    /// A claim before anything was measured of it.
    public static ClaimRow row(Claim claim) {
        return new ClaimRow(
                claim.says(),
                claim.stated().line(),
                Optional.empty(),
                claim.checks().stream()
                        .map(check ->
                                new ClaimRow.Outcome(
                                        "", check.label(), "", rule(check), check.reason(), ""))
                        .toList(),
                claim.note());
    }

    private static ClaimRow row(Finding finding) {
        return new ClaimRow(
                finding.claim().says(),
                finding.claim().stated().line(),
                Optional.of(finding.verdict()),
                finding.outcomes().stream().map(ReportParts::outcome).toList(),
                finding.claim().note());
    }

    private static ClaimRow.Outcome outcome(Finding.Outcome outcome) {
        Check check = outcome.check();
        Measured measured = outcome.measured();
        return new ClaimRow.Outcome(
                measured == null ? NOTHING : ReportText.figure(check, measured),
                measured == null ? check.label() + ": not in this run" : check.label(),
                measured == null ? "" : ReportText.spread(measured),
                rule(check),
                check.reason(),
                outcome.verdict().title());
    }

    private static String rule(Check check) {
        String words = check.rule().words();
        String rule = check.unit().isEmpty() ? words : words + " " + check.unit();
        return Character.toUpperCase(rule.charAt(0)) + rule.substring(1);
    }

    /// @param prefix makes its id one of its own on a page that shows it twice
    static Shown shown(Exhibit exhibit, RunId run, String prefix) {
        String id = prefix + exhibit.id();
        return new Shown(
                id,
                kind(exhibit),
                exhibit.caption().title(),
                exhibit.caption().finding(),
                Drawing.of(exhibit).map(drawing -> drawing.inline(id)).orElse(""),
                exhibit instanceof Sound ? file(run, exhibit) : "",
                ExhibitData.some(exhibit),
                links(exhibit, run));
    }

    private static Shown.Kind kind(Exhibit exhibit) {
        return switch (exhibit) {
            case Table _ -> Shown.Kind.TABLED;
            case Sound _ -> Shown.Kind.HEARD;
            default -> Shown.Kind.DRAWN;
        };
    }

    private static String file(RunId run, Exhibit exhibit) {
        return Addresses.run(run, ReportFolder.fileName(exhibit));
    }

    private static List<Link> links(Exhibit exhibit, RunId run) {
        List<Link> links = new ArrayList<>();
        if (!(exhibit instanceof org.broadsheet.lab.Picture || exhibit instanceof Sound)) {
            links.add(new Link(Addresses.run(run, exhibit.id() + ".csv"), "Data"));
        }
        if (!(exhibit instanceof Table)) {
            String name = ReportFolder.fileName(exhibit);
            String type =
                    name.substring(name.lastIndexOf('.') + 1).toUpperCase(java.util.Locale.ROOT);
            links.add(new Link(file(run, exhibit), type));
        }
        return links;
    }
}
