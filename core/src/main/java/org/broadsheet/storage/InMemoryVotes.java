package org.broadsheet.storage;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;
import org.broadsheet.change.Change;
import org.broadsheet.paper.PaperId;
import org.broadsheet.vote.ReaderId;
import org.broadsheet.vote.Vote;
import org.broadsheet.vote.VoteStore;

/// Votes in a list.
final class InMemoryVotes implements VoteStore {
    private static final Comparator<Vote> BY_TIME =
            Comparator.comparing(Vote::castAt)
                    .thenComparing(Vote::paper)
                    .thenComparing(vote -> vote.reader().value());

    private final List<Vote> votes = new ArrayList<>();
    private final InMemoryPapers papers;
    private final InMemoryChanges changes;

    InMemoryVotes(InMemoryPapers papers, InMemoryChanges changes) {
        this.papers = papers;
        this.changes = changes;
    }

    @Override
    public void cast(ReaderId reader, PaperId paper, Instant at) {
        synchronized (changes) {
            papers.require(paper, "voted for");
            if (counting(reader, paper).isEmpty()) {
                votes.add(new Vote(reader, paper, at, null));
                changes.add(Change.Kind.VOTE, paper.value());
            }
        }
    }

    @Override
    public void withdraw(ReaderId reader, PaperId paper, Instant at) {
        synchronized (changes) {
            counting(reader, paper)
                    .ifPresent(place -> {
                        Instant castAt = votes.get(place).castAt();
                        votes.set(place, new Vote(reader, paper, castAt, at));
                        changes.add(Change.Kind.VOTE, paper.value());
                    });
        }
    }

    private OptionalInt counting(ReaderId reader, PaperId paper) {
        return IntStream.range(0, votes.size())
                .filter(place -> {
                    Vote vote = votes.get(place);
                    return vote.withdrawnAt() == null
                            && vote.reader().equals(reader)
                            && vote.paper().equals(paper);
                })
                .findFirst();
    }

    @Override
    public List<Vote> of(Collection<PaperId> papers) {
        Set<PaperId> wanted = new HashSet<>(papers);
        synchronized (changes) {
            return votes.stream()
                    .filter(vote -> wanted.contains(vote.paper()))
                    .sorted(BY_TIME)
                    .toList();
        }
    }

    @Override
    public List<PaperId> votedSince(Instant moment) {
        synchronized (changes) {
            return votes.stream()
                    .filter(vote -> !vote.castAt().isBefore(moment))
                    .map(Vote::paper)
                    .distinct()
                    .toList();
        }
    }
}
