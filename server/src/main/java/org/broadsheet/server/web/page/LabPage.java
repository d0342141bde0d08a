package org.broadsheet.server.web.page;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.broadsheet.lab.Verdict;

/// All reproductions of the house, by family.
///
/// @param totals over all standing reports
/// @param trouble why nobody knows what can be run; empty otherwise
/// @param broken what cannot be run, and why, a line each
public record LabPage(
        Frame frame,
        String papers,
        Map<Verdict, Long> totals,
        List<Family> families,
        List<Underway> underway,
        String trouble,
        List<String> broken,
        String why) {
    public LabPage {
        families = List.copyOf(families);
        underway = List.copyOf(underway);
        broken = List.copyOf(broken);
    }

    /// @param told how many papers and claims, and what became of them
    public record Family(String title, String told, List<Row> rows) {
        public Family {
            rows = List.copyOf(rows);
        }
    }

    /// @param url of the paper's own page; empty where the house has no such paper
    /// @param run what stands for the paper; absent while nothing was run
    public record Row(String title, String id, String url, Optional<RunLine> run) {}

    /// A run under way.
    public record Underway(String title, RunLine run, String told) {}

    public long total(Verdict verdict) {
        return totals.getOrDefault(verdict, 0L);
    }
}
