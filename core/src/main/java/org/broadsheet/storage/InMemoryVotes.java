package org.broadsheet.storage;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;
import org.broadsheet.change.Change;
import org.broadsheet.paper.PaperId;
import org.broadsheet.reader.ReaderId;
import org.broadsheet.vote.Vote;
import org.broadsheet.vote.VoteStore;
import org.jspecify.annotations.Nullable;

/// Votes in a list.
final class InMemoryVotes implements VoteStore, InMemoryAliases.Moving {
    private static final Comparator<Vote> BY_TIME =
            Comparator.comparing(Vote::castAt)
                    .thenComparing(Vote::paper)
                    .thenComparing(vote -> vote.reader().value());

    /// @param under the paper that the vote came with when that was made one with another
    private record Cast(Vote vote, @Nullable PaperId under) {
        Cast to(PaperId paper, @Nullable Instant withdrawnAt, @Nullable PaperId came) {
            return new Cast(
                    new Vote(vote.reader(), paper, vote.castAt(), vote.countsFrom(), withdrawnAt),
                    came);
        }
    }

    private final List<Cast> votes = new ArrayList<>();
    private final InMemoryPapers papers;
    private final InMemoryReaders readers;
    private final InMemoryChanges changes;

    InMemoryVotes(InMemoryPapers papers, InMemoryReaders readers, InMemoryChanges changes) {
        this.papers = papers;
        this.readers = readers;
        this.changes = changes;
        readers.onBlock((reader, at) ->
                by(reader).stream()
                        .filter(vote -> vote.countsFrom().isAfter(at))
                        .forEach(vote -> withdraw(reader, vote.paper(), at)));
    }

    @Override
    public void cast(ReaderId reader, PaperId paper, Instant at) {
        synchronized (changes) {
            papers.require(paper, "voted for");
            if (standing(reader, paper).isEmpty()) {
                Instant from = readers.countsFrom(reader, at);
                votes.add(new Cast(new Vote(reader, paper, at, from, null), null));
                changes.add(Change.Kind.VOTE, paper.value());
            }
        }
    }

    @Override
    public void withdraw(ReaderId reader, PaperId paper, Instant at) {
        synchronized (changes) {
            standing(reader, paper)
                    .ifPresent(place -> {
                        Cast cast = votes.get(place);
                        votes.set(place, cast.to(paper, at, cast.under()));
                        changes.add(Change.Kind.VOTE, paper.value());
                    });
        }
    }

    private OptionalInt standing(ReaderId reader, PaperId paper) {
        return IntStream.range(0, votes.size())
                .filter(place -> {
                    Vote vote = votes.get(place).vote();
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
                    .map(Cast::vote)
                    .filter(vote -> wanted.contains(vote.paper()))
                    .sorted(BY_TIME)
                    .toList();
        }
    }

    @Override
    public List<Vote> by(ReaderId reader) {
        synchronized (changes) {
            return votes.stream()
                    .map(Cast::vote)
                    .filter(vote -> vote.reader().equals(reader))
                    .sorted(BY_TIME)
                    .toList();
        }
    }

    @Override
    public int remove(ReaderId reader) {
        synchronized (changes) {
            List<Vote> gone = by(reader);
            votes.removeIf(cast -> cast.vote().reader().equals(reader));
            gone.stream()
                    .map(Vote::paper)
                    .distinct()
                    .forEach(paper -> changes.add(Change.Kind.VOTE, paper.value()));
            return gone.size();
        }
    }

    @Override
    public List<PaperId> votedSince(Instant moment) {
        synchronized (changes) {
            return votes.stream()
                    .map(Cast::vote)
                    .filter(vote -> !vote.castAt().isBefore(moment))
                    .map(Vote::paper)
                    .distinct()
                    .toList();
        }
    }

    @Override
    public Optional<Instant> nextToCount(Instant after) {
        synchronized (changes) {
            return votes.stream()
                    .map(Cast::vote)
                    .filter(vote -> vote.withdrawnAt() == null)
                    .filter(vote -> vote.countsFrom().isAfter(vote.castAt()))
                    .map(Vote::countsFrom)
                    .filter(from -> from.isAfter(after))
                    .min(Comparator.naturalOrder());
        }
    }

    @Override
    public void unite(PaperId kept, PaperId other) {
        List<ReaderId> both =
                votes.stream()
                        .map(Cast::vote)
                        .filter(vote -> vote.paper().equals(kept) && vote.withdrawnAt() == null)
                        .map(Vote::reader)
                        .toList();
        votes.replaceAll(cast -> {
            Vote vote = cast.vote();
            if (!vote.paper().equals(other)) {
                return cast;
            }
            boolean isSecond = vote.withdrawnAt() == null && both.contains(vote.reader());
            PaperId under = cast.under();
            return cast.to(
                    kept,
                    // Withdrawn at the moment it was cast: it never counted.
                    isSecond ? vote.castAt() : vote.withdrawnAt(),
                    under == null ? other : under);
        });
        changes.add(Change.Kind.VOTE, kept.value());
        changes.add(Change.Kind.VOTE, other.value());
    }

    @Override
    public void part(PaperId paper, PaperId alias) {
        votes.replaceAll(cast -> {
            Vote vote = cast.vote();
            if (!vote.paper().equals(paper) || !alias.equals(cast.under())) {
                return cast;
            }
            boolean wasSecond = vote.castAt().equals(vote.withdrawnAt());
            return cast.to(alias, wasSecond ? null : vote.withdrawnAt(), null);
        });
        changes.add(Change.Kind.VOTE, paper.value());
        changes.add(Change.Kind.VOTE, alias.value());
    }
}
