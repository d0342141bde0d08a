package org.broadsheet.server.web.page;

import java.util.List;
import java.util.Optional;
import org.broadsheet.lab.Verdict;

/// A claim in the table *the paper says, we measured*.
///
/// @param stated the paper's number and where it stands, or that there is none
/// @param verdict empty while nothing was run
/// @param note what a reader must know beside the verdict; may be empty
public record ClaimRow(
        String says,
        String stated,
        Optional<Verdict> verdict,
        List<Outcome> outcomes,
        String note) {
    public ClaimRow {
        outcomes = List.copyOf(outcomes);
    }

    /// One measurement that the claim is decided by.
    ///
    /// @param figure with its unit; a dash where nothing was measured
    /// @param spread the interval over the repetitions; empty for a single value
    /// @param rule as in `at most 0.05`
    /// @param reason why the rule stands where it stands
    public record Outcome(
            String figure, String label, String spread, String rule, String reason, String word) {}
}
