package org.broadsheet.server.api;

import java.time.Instant;
import java.util.Collection;
import java.util.stream.Collectors;
import org.broadsheet.discussion.Comments;
import org.broadsheet.edition.Tally;
import org.broadsheet.edition.TallyStore;
import org.broadsheet.paper.PaperId;
import org.broadsheet.vote.Vote;
import org.broadsheet.vote.VoteStore;

/// Reads the counts of many papers at once.
public record Counting(VoteStore votes, TallyStore tallies, Comments comments) {
    Counts of(Collection<PaperId> papers, Instant asOf) {
        return new Counts(
                votes.of(papers).stream()
                        .filter(vote -> vote.countedAt(asOf))
                        .collect(Collectors.groupingBy(Vote::paper, Collectors.counting())),
                tallies.of(papers, asOf).stream().collect(Collectors.groupingBy(Tally::paper)),
                comments.count(papers, asOf));
    }
}
