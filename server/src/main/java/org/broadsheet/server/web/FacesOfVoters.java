package org.broadsheet.server.web;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.broadsheet.paper.PaperId;
import org.broadsheet.reader.ReaderId;
import org.broadsheet.server.web.page.Faces;
import org.broadsheet.server.web.page.Person;
import org.broadsheet.vote.Vote;
import org.broadsheet.vote.VoteStore;

/// Shows whose votes count for a paper, earliest first.
public record FacesOfVoters(VoteStore votes, People people) {
    private static final int FIRST = 6;

    Faces of(PaperId paper, Instant now) {
        List<ReaderId> voters =
                votes.of(List.of(paper)).stream()
                        .filter(vote -> vote.countedAt(now))
                        .map(Vote::reader)
                        .distinct()
                        .toList();
        List<ReaderId> first = voters.subList(0, Math.min(FIRST, voters.size()));
        Map<ReaderId, Person> shown = people.of(first);
        return new Faces(
                first.stream().map(reader -> Objects.requireNonNull(shown.get(reader))).toList(),
                voters.size() - first.size());
    }
}
