package org.broadsheet.lab.report;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.broadsheet.lab.Abstract;
import org.broadsheet.lab.Check;
import org.broadsheet.lab.Exhibit;
import org.broadsheet.lab.Figures;
import org.broadsheet.lab.Sound;
import org.broadsheet.lab.Table;
import org.broadsheet.lab.Verdict;

/// A report in words: lines for a terminal, Markdown for a folder, and the phrases of both, which
/// pages use, too.
public final class ReportText {
    private static final int DIGITS = 3;

    private ReportText() {}

    /// As in `2 reproduced, 1 partly`; verdicts that no claim has are left out.
    public static String counts(List<Verdict> verdicts) {
        Map<Verdict, Long> counts =
                verdicts.stream()
                        .collect(
                                Collectors.groupingBy(
                                        one -> one, java.util.TreeMap::new, Collectors.counting()));
        return counts.entrySet().stream()
                .map(one -> one.getValue() + " " + word(one.getKey()))
                .collect(Collectors.joining(", "));
    }

    private static String word(Verdict verdict) {
        return verdict.title().toLowerCase(java.util.Locale.ROOT);
    }

    /// The figure and its unit, as in `4.1 dB`.
    public static String figure(Check check, Measured measured) {
        String figure = Figures.rounded(measured.mean(), DIGITS);
        return check.unit().isEmpty() ? figure : figure + " " + check.unit();
    }

    /// As in `5 seeds, 95 % interval 3.3 to 4.9`; empty for a single value.
    public static String spread(Measured measured) {
        return measured.values().size() == 1
                ? ""
                : "%,d repetitions, 95 %% interval %s to %s"
                        .formatted(
                                measured.values().size(),
                                Figures.rounded(measured.low(), DIGITS),
                                Figures.rounded(measured.high(), DIGITS));
    }

    /// As in `4 min 12 s`.
    public static String duration(double seconds) {
        long whole = Math.round(seconds);
        if (seconds < 10) {
            return Figures.rounded(seconds, 2) + " s";
        }
        if (whole < 60) {
            return whole + " s";
        }
        return whole < 3600
                ? "%d min %d s".formatted(whole / 60, whole % 60)
                : "%d h %d min".formatted(whole / 3600, whole / 60 % 60);
    }

    /// As in `full size, seed 1: patterns 4096, beta 0.25`.
    public static String setting(Report report) {
        String values =
                report.parameters().stream()
                        .map(one -> one.name() + " " + report.setting().values().get(one.name()))
                        .collect(Collectors.joining(", "));
        return "%s size, seed %d: %s"
                .formatted(report.setting().size().word(), report.setting().seed(), values);
    }

    /// The claims and what became of them, for a terminal.
    public static String plain(Report report) {
        StringBuilder text = new StringBuilder();
        text.append("%s (%s)%n".formatted(report.about().title(), report.paper()));
        text.append(
                "run %s, %s, %s%n"
                        .formatted(
                                report.run(),
                                setting(report),
                                duration(report.provenance().seconds())));
        for (Finding finding : report.findings()) {
            text.append("%n%s  %s%n".formatted(mark(finding.verdict()), finding.claim().says()));
            text.append("   the paper: %s%n".formatted(finding.claim().stated().line()));
            for (Finding.Outcome outcome : finding.outcomes()) {
                text.append("   measured:  %s%n".formatted(line(outcome)));
            }
            if (!finding.claim().note().isEmpty()) {
                text.append("   %s%n".formatted(finding.claim().note()));
            }
        }
        List<Verdict> verdicts = report.findings().stream().map(Finding::verdict).toList();
        return text.append("%n%s".formatted(counts(verdicts))).toString();
    }

    private static String mark(Verdict verdict) {
        String sign =
                switch (verdict) {
                    case REPRODUCED -> "●";
                    case PARTLY -> "◐";
                    case NOT_REPRODUCED -> "⊘";
                    case NOT_TESTED -> "◌";
                };
        return "%s %-15s".formatted(sign, verdict.title());
    }

    private static String line(Finding.Outcome outcome) {
        Check check = outcome.check();
        Measured measured = outcome.measured();
        if (measured == null) {
            return "not in this run: " + check.label();
        }
        String spread = spread(measured);
        return "%s %s%s; the rule: %s"
                .formatted(
                        figure(check, measured),
                        check.label(),
                        spread.isEmpty() ? "" : " (" + spread + ")",
                        check.rule().words());
    }

    static String markdown(Report report) {
        Abstract about = report.about();
        StringBuilder text = new StringBuilder();
        text.append("# ").append(about.title()).append("\n\n");
        text.append(
                "Reproduction %d of [%s](https://arxiv.org/abs/%s). %s\n\n"
                        .formatted(about.version(), report.paper(), report.paper(), about.look()));
        text.append("- **Reproduced:** ").append(about.reproduced()).append('\n');
        text.append("- **Left out:** ").append(about.omitted()).append('\n');
        text.append("- **Different:** ").append(about.differences()).append("\n\n");
        text.append("| The paper says | We measured | The rule | Verdict |\n|---|---|---|---|\n");
        report.findings().forEach(finding -> text.append(row(finding)));
        text.append('\n');
        report.exhibits().forEach(exhibit -> text.append(section(exhibit)));
        text.append("## The run\n\n");
        text.append(
                "Run `%s`, %s. %s on %d cores (%s), Java %s, kernels %s, code %s, %s.\n"
                        .formatted(
                                report.run(),
                                setting(report),
                                duration(report.provenance().seconds()),
                                report.provenance().cores(),
                                report.provenance().machine(),
                                report.provenance().java(),
                                report.provenance().kernel(),
                                report.provenance().code(),
                                report.provenance().started()));
        if (!report.files().isEmpty()) {
            text.append("\nFiles: ");
            text.append(
                    report.files().stream()
                            .map(file -> "[" + file + "](" + file + ")")
                            .collect(Collectors.joining(", ")));
            text.append(".\n");
        }
        return text.toString();
    }

    private static String row(Finding finding) {
        String measured =
                finding.outcomes().stream()
                        .map(ReportText::cell)
                        .collect(Collectors.joining("<br>"));
        String rules =
                finding.outcomes().stream()
                        .map(one -> one.check().rule().words() + ": " + one.check().reason())
                        .collect(Collectors.joining("<br>"));
        String note = finding.claim().note();
        return "| %s *%s* | %s | %s | **%s** |\n"
                .formatted(
                        escape(finding.claim().says()),
                        escape(finding.claim().stated().line()),
                        escape(measured.isEmpty() ? note : measured),
                        escape(
                                measured.isEmpty() || note.isEmpty()
                                        ? rules
                                        : rules + "<br>" + note),
                        finding.verdict().title());
    }

    private static String cell(Finding.Outcome outcome) {
        Measured measured = outcome.measured();
        if (measured == null) {
            return "not in this run: " + outcome.check().label();
        }
        String spread = spread(measured);
        return "**%s** %s%s"
                .formatted(
                        figure(outcome.check(), measured),
                        outcome.check().label(),
                        spread.isEmpty() ? "" : " (" + spread + ")");
    }

    private static String section(Exhibit exhibit) {
        Exhibit.Caption caption = exhibit.caption();
        String shown =
                switch (exhibit) {
                    case Table table -> table(table);
                    case Sound _ -> "[Listen](%s)\n".formatted(ReportFolder.fileName(exhibit));
                    default ->
                            "![%s](%s)\n"
                                    .formatted(
                                            caption.title().replace("]", "\\]"),
                                            ReportFolder.fileName(exhibit));
                };
        return "## %s\n\n%s\n\n%s\n".formatted(caption.title(), caption.finding(), shown);
    }

    private static String table(Table table) {
        StringBuilder text = new StringBuilder();
        text.append(row(table.columns())).append("|").append("---|".repeat(table.columns().size()));
        text.append('\n');
        table.rows().forEach(row -> text.append(row(row)));
        return text.toString();
    }

    private static String row(List<String> cells) {
        return cells.stream()
                .map(ReportText::escape)
                .collect(Collectors.joining(" | ", "| ", " |\n"));
    }

    private static String escape(String text) {
        return text.replace("|", "\\|").replace("\n", " ");
    }
}
