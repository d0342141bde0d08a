package org.broadsheet.server.api;

import java.util.List;
import java.util.Map;
import org.broadsheet.edition.Tally;
import org.broadsheet.paper.PaperId;

/// What counted for papers at a moment: our readers' votes and comments, and what other places
/// counted.
record Counts(Map<PaperId, Long> own, Map<PaperId, List<Tally>> tallies, Map<PaperId, Long> said) {
    long ownVotes(PaperId paper) {
        return own.getOrDefault(paper, 0L);
    }

    List<Tally> tallies(PaperId paper, Tally.Kind kind) {
        return tallies.getOrDefault(paper, List.of()).stream()
                .filter(tally -> tally.kind() == kind)
                .toList();
    }

    /// Comments here and at other places.
    long comments(PaperId paper) {
        return said.getOrDefault(paper, 0L) + total(paper, Tally.Kind.COMMENTS);
    }

    long total(PaperId paper, Tally.Kind kind) {
        return tallies(paper, kind).stream().mapToLong(Tally::count).sum();
    }
}
