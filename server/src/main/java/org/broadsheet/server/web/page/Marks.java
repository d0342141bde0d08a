package org.broadsheet.server.web.page;

import java.util.List;
import org.broadsheet.lab.Verdict;
import org.broadsheet.lab.report.ReportText;

/// The verdicts of a run as a row of signs: filled, half, struck, dotted.
///
/// @param verdicts in the order of the claims
public record Marks(List<Verdict> verdicts) {
    public Marks {
        verdicts = List.copyOf(verdicts);
    }

    /// The id of a verdict's sign among the page's icons.
    public static String sign(Verdict verdict) {
        return switch (verdict) {
            case REPRODUCED -> "r";
            case PARTLY -> "p";
            case NOT_REPRODUCED -> "n";
            case NOT_TESTED -> "t";
        };
    }

    /// As in `2 reproduced, 1 partly`.
    public String sentence() {
        return verdicts.isEmpty() ? "no claims" : ReportText.counts(verdicts);
    }

    public long count(Verdict verdict) {
        return verdicts.stream().filter(one -> one == verdict).count();
    }

    /// As in `4/5`.
    public String held() {
        return count(Verdict.REPRODUCED) + "/" + verdicts.size();
    }
}
