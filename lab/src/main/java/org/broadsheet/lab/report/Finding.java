package org.broadsheet.lab.report;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.broadsheet.lab.Check;
import org.broadsheet.lab.Claim;
import org.broadsheet.lab.Verdict;
import org.jspecify.annotations.Nullable;

/// A claim with what was measured of it and the verdict that follows.
public record Finding(Claim claim, Verdict verdict, List<Outcome> outcomes) {
    /// @param measured null when the run did not measure it
    public record Outcome(Check check, Verdict verdict, @Nullable Measured measured) {}

    public Finding {
        outcomes = List.copyOf(outcomes);
    }

    /// Judges a claim: REPRODUCED when every check is, NOT_REPRODUCED when none that was measured
    /// is even in part, NOT_TESTED when none was measured, else PARTLY.
    static Finding of(Claim claim, Map<String, Measured> metrics) {
        List<Outcome> outcomes =
                claim.checks().stream().map(check -> outcome(check, metrics)).toList();
        return new Finding(claim, together(outcomes), outcomes);
    }

    private static Outcome outcome(Check check, Map<String, Measured> metrics) {
        Measured measured = metrics.get(check.metric());
        return measured == null
                ? new Outcome(check, Verdict.NOT_TESTED, null)
                : new Outcome(check, measured.judge(check.rule()), measured);
    }

    private static Verdict together(List<Outcome> outcomes) {
        Set<Verdict> all = outcomes.stream().map(Outcome::verdict).collect(Collectors.toSet());
        if (all.equals(Set.of(Verdict.REPRODUCED))) {
            return Verdict.REPRODUCED;
        }
        if (all.contains(Verdict.REPRODUCED) || all.contains(Verdict.PARTLY)) {
            return Verdict.PARTLY;
        }
        return all.contains(Verdict.NOT_REPRODUCED) ? Verdict.NOT_REPRODUCED : Verdict.NOT_TESTED;
    }
}
