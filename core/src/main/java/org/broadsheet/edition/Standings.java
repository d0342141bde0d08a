package org.broadsheet.edition;

import static java.util.stream.Collectors.groupingBy;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.broadsheet.discussion.Comments;
import org.broadsheet.paper.PaperId;
import org.broadsheet.vote.Vote;
import org.broadsheet.vote.VoteStore;

/// Works out from votes, comments and imported counts how papers stood at a moment.
final class Standings {
    private final VoteStore votes;
    private final TallyStore tallies;
    private final Comments comments;
    private final EditionClock clock;

    Standings(EditionFacts facts, EditionClock clock) {
        this.votes = facts.votes();
        this.tallies = facts.tallies();
        this.comments = facts.comments();
        this.clock = clock;
    }

    List<Candidate> of(Collection<Submission> submissions, Instant asOf) {
        List<PaperId> ids = submissions.stream().map(Submission::paper).toList();
        Map<PaperId, List<Vote>> cast =
                votes.of(ids).stream()
                        .filter(vote -> vote.countedAt(asOf))
                        .collect(groupingBy(Vote::paper));
        Map<PaperId, List<Tally>> counted =
                tallies.of(ids, asOf).stream().collect(groupingBy(Tally::paper));
        Map<PaperId, Long> said = comments.count(ids, asOf);
        return submissions.stream()
                .map(submission ->
                        candidate(
                                submission,
                                said.getOrDefault(submission.paper(), 0L),
                                cast.getOrDefault(submission.paper(), List.of()),
                                counted.getOrDefault(submission.paper(), List.of()),
                                asOf))
                .toList();
    }

    private Candidate candidate(
            Submission submission, long said, List<Vote> own, List<Tally> imported, Instant asOf) {
        long importedVotes = sum(imported, Tally.Kind.VOTES);
        Standing standing =
                new Standing(
                        own.size(),
                        importedVotes,
                        said + sum(imported, Tally.Kind.COMMENTS),
                        submission.at());
        Heat heat = Heat.NONE;
        for (Vote vote : own) {
            heat = heat.plus(clock.workingSeconds(vote.castAt()), 1);
        }
        Instant close = clock.close(submission.day());
        if (!close.isAfter(asOf)) {
            heat = heat.plus(clock.workingSeconds(close), importedVotes);
        }
        return new Candidate(submission, standing, heat, imported);
    }

    private static long sum(List<Tally> tallies, Tally.Kind kind) {
        return tallies.stream().filter(tally -> tally.kind() == kind).mapToLong(Tally::count).sum();
    }
}
