package org.broadsheet.server.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.broadsheet.discussion.Comments;
import org.broadsheet.edition.Tally;
import org.broadsheet.edition.TallyStore;
import org.broadsheet.paper.Paper;
import org.broadsheet.paper.PaperId;
import org.broadsheet.reader.ReaderId;
import org.broadsheet.server.text.RichText;
import org.broadsheet.server.web.page.Ballot;
import org.broadsheet.server.web.page.Ballot.Offer;
import org.broadsheet.vote.Vote;
import org.broadsheet.vote.VoteStore;

/// Counts the votes and comments for the papers of a page, ours and those of other places, in three
/// look-ups.
public final class Ballots {
    private final VoteStore votes;
    private final TallyStore tallies;
    private final Comments comments;
    private final Voters voters;

    public Ballots(VoteStore votes, TallyStore tallies, Comments comments, Voters voters) {
        this.votes = votes;
        this.tallies = tallies;
        this.comments = comments;
        this.voters = voters;
    }

    /// The ballots as they stand at the moment; of a past moment none can be cast any more.
    Map<PaperId, Ballot> of(Collection<Paper> papers, AsOf asOf, HttpServletRequest request) {
        List<PaperId> ids = papers.stream().map(Paper::id).distinct().toList();
        Map<PaperId, List<Tally>> elsewhere = elsewhere(ids, asOf.moment());
        Map<PaperId, List<Vote>> cast = cast(ids, asOf.moment());
        Map<PaperId, Long> said = comments.count(ids, asOf.moment());
        Optional<ReaderId> voter = asOf.isPast() ? Optional.empty() : voters.voter(request);
        Map<PaperId, Ballot> ballots = new HashMap<>();
        for (Paper paper : papers) {
            List<Vote> own = cast.getOrDefault(paper.id(), List.of());
            ballots.put(
                    paper.id(),
                    new Ballot(
                            paper.id(),
                            RichText.of(paper.title()).readable(),
                            own.stream().filter(vote -> vote.countedAt(asOf.moment())).count(),
                            offer(voter, own),
                            said.getOrDefault(paper.id(), 0L),
                            elsewhere.getOrDefault(paper.id(), List.of()),
                            note(voter, own, asOf.moment())));
        }
        return ballots;
    }

    private static Offer offer(Optional<ReaderId> voter, List<Vote> own) {
        return voter.map(reader ->
                        own.stream().anyMatch(vote -> vote.reader().equals(reader))
                                ? Offer.TO_TAKE_BACK
                                : Offer.TO_VOTE)
                .orElse(Offer.NONE);
    }

    /// Tells a reader whose account is new from when their vote counts.
    private static String note(Optional<ReaderId> voter, List<Vote> own, Instant moment) {
        return own.stream()
                .filter(vote -> !vote.countedAt(moment))
                .filter(vote -> voter.filter(vote.reader()::equals).isPresent())
                .findFirst()
                .map(vote -> waits("Your vote", vote.countsFrom()))
                .orElse("");
    }

    static String waits(String what, Instant countsFrom) {
        return "%s counts from %s: your account is new"
                .formatted(what, TalkLayout.moment(countsFrom).text());
    }

    /// All that stood at the moment, whether it counted or not.
    private Map<PaperId, List<Vote>> cast(List<PaperId> ids, Instant moment) {
        Map<PaperId, List<Vote>> cast = new HashMap<>();
        votes.of(ids).stream()
                .filter(vote -> vote.stoodAt(moment))
                .forEach(vote ->
                        cast.computeIfAbsent(vote.paper(), _ -> new java.util.ArrayList<>())
                                .add(vote));
        return cast;
    }

    private Map<PaperId, List<Tally>> elsewhere(List<PaperId> ids, Instant moment) {
        Map<PaperId, List<Tally>> found = new HashMap<>();
        tallies.of(ids, moment).stream()
                .filter(tally -> tally.count() > 0)
                .sorted(Comparator.comparing(Tally::origin).thenComparing(Tally::kind))
                .forEach(tally ->
                        found.computeIfAbsent(tally.paper(), _ -> new java.util.ArrayList<>())
                                .add(tally));
        return found;
    }
}
