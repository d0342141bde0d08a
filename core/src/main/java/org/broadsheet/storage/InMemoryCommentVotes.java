package org.broadsheet.storage;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.broadsheet.change.Change;
import org.broadsheet.discussion.Comment;
import org.broadsheet.discussion.CommentId;
import org.broadsheet.discussion.CommentVote;
import org.broadsheet.discussion.CommentVote.Judgement;
import org.broadsheet.discussion.CommentVoteStore;
import org.broadsheet.reader.ReaderId;

/// Votes on comments in a list.
final class InMemoryCommentVotes implements CommentVoteStore {
    private static final Comparator<CommentVote> BY_TIME =
            Comparator.comparing(CommentVote::castAt)
                    .thenComparing(CommentVote::comment)
                    .thenComparing(vote -> vote.reader().value())
                    .thenComparing(CommentVote::judgement);

    private final List<CommentVote> votes = new ArrayList<>();
    private final InMemoryComments comments;
    private final InMemoryReaders readers;
    private final InMemoryChanges changes;

    InMemoryCommentVotes(
            InMemoryComments comments, InMemoryReaders readers, InMemoryChanges changes) {
        this.comments = comments;
        this.readers = readers;
        this.changes = changes;
        readers.onBlock((reader, at) ->
                by(reader).stream()
                        .filter(vote -> vote.countsFrom().isAfter(at))
                        .forEach(vote -> withdraw(reader, vote.comment(), at)));
    }

    @Override
    public void cast(ReaderId reader, CommentId id, Judgement judgement, Instant at) {
        synchronized (changes) {
            Comment comment =
                    comments.find(id)
                            .orElseThrow(() ->
                                    new IllegalArgumentException(
                                            "no comment %s is known; only a known one can be judged"
                                                    .formatted(id)));
            if (comment.author().equals(reader)) {
                throw new IllegalArgumentException(
                        "comment %s is the reader's own; readers judge those of others"
                                .formatted(id));
            }
            Optional<CommentVote> before = standing(reader, id);
            if (before.filter(vote -> vote.judgement() == judgement).isPresent()) {
                return;
            }
            before.ifPresent(vote -> end(vote, at));
            Instant from = readers.countsFrom(reader, at);
            votes.add(new CommentVote(reader, id, judgement, at, from, null));
            touch(id);
        }
    }

    @Override
    public void withdraw(ReaderId reader, CommentId id, Instant at) {
        synchronized (changes) {
            standing(reader, id)
                    .ifPresent(vote -> {
                        end(vote, at);
                        touch(id);
                    });
        }
    }

    private Optional<CommentVote> standing(ReaderId reader, CommentId id) {
        return votes.stream()
                .filter(vote -> vote.withdrawnAt() == null)
                .filter(vote -> vote.reader().equals(reader) && vote.comment().equals(id))
                .findFirst();
    }

    private void end(CommentVote vote, Instant at) {
        votes.set(
                votes.indexOf(vote),
                new CommentVote(
                        vote.reader(),
                        vote.comment(),
                        vote.judgement(),
                        vote.castAt(),
                        vote.countsFrom(),
                        at));
    }

    private void touch(CommentId id) {
        comments.find(id)
                .ifPresent(comment -> changes.add(Change.Kind.COMMENT, comment.paper().value()));
    }

    @Override
    public List<CommentVote> of(Collection<CommentId> ids) {
        Set<CommentId> wanted = new HashSet<>(ids);
        synchronized (changes) {
            return votes.stream()
                    .filter(vote -> wanted.contains(vote.comment()))
                    .sorted(BY_TIME)
                    .toList();
        }
    }

    @Override
    public List<CommentVote> by(ReaderId reader) {
        synchronized (changes) {
            return votes.stream()
                    .filter(vote -> vote.reader().equals(reader))
                    .sorted(BY_TIME)
                    .toList();
        }
    }

    @Override
    public Optional<Instant> nextToCount(Instant after) {
        synchronized (changes) {
            return votes.stream()
                    .filter(vote -> vote.withdrawnAt() == null)
                    .filter(vote -> vote.countsFrom().isAfter(vote.castAt()))
                    .map(CommentVote::countsFrom)
                    .filter(from -> from.isAfter(after))
                    .min(Comparator.naturalOrder());
        }
    }

    @Override
    public void forget(ReaderId reader) {
        synchronized (changes) {
            List<CommentId> judged =
                    by(reader).stream().map(CommentVote::comment).distinct().toList();
            votes.removeIf(vote -> vote.reader().equals(reader));
            judged.forEach(this::touch);
        }
    }
}
