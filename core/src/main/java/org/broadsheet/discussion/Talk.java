package org.broadsheet.discussion;

import static java.util.stream.Collectors.groupingBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.broadsheet.discussion.CommentVote.Judgement;
import org.broadsheet.vote.WilsonBound;

/// The comments on a paper as they are read: each under the one that it answers, and of those that
/// answer the same the most helpful first. `docs/ranking.md` publishes the order.
public final class Talk {
    /// How deep answers are set in; deeper ones stand at this depth.
    public static final int DEEPEST = 4;

    /// A comment and where it stands.
    ///
    /// @param depth 0 for a comment on the paper itself, at most [#DEEPEST]
    /// @param answers the comment that it answers, if that is not plain from its depth
    /// @param replies how many answer it, at whatever depth
    public record Turn(
            Comment comment,
            int depth,
            Optional<CommentId> answers,
            Helpful helpful,
            int replies) {}

    /// The votes that count for a comment.
    public record Helpful(long up, long down) {
        public static final Helpful NONE = new Helpful(0, 0);

        /// By which comments are ordered.
        public double bound() {
            return WilsonBound.lower(up, up + down);
        }
    }

    private static final Comparator<Map.Entry<Comment, Helpful>> ORDER =
            Comparator.comparingDouble((Map.Entry<Comment, Helpful> one) -> one.getValue().bound())
                    .reversed()
                    .thenComparing(one -> one.getKey().written())
                    .thenComparing(one -> one.getKey().id());

    private final Map<Optional<CommentId>, List<Comment>> answers;
    private final Map<CommentId, Helpful> helpful;

    private Talk(Map<Optional<CommentId>, List<Comment>> answers, Map<CommentId, Helpful> helpful) {
        this.answers = answers;
        this.helpful = helpful;
    }

    /// The turns in their order. A comment whose parent is not among them stands as if it answered
    /// the paper.
    ///
    /// @param votes on them; those that did not count at that moment are left out
    public static List<Turn> of(
            Collection<Comment> comments, Collection<CommentVote> votes, Instant asOf) {
        Set<CommentId> known = comments.stream().map(Comment::id).collect(Collectors.toSet());
        Map<Optional<CommentId>, List<Comment>> answers =
                comments.stream()
                        .collect(
                                groupingBy(comment ->
                                        Optional.ofNullable(comment.parent())
                                                .filter(known::contains)));
        return new Talk(answers, helpful(votes, asOf)).turns();
    }

    public static Map<CommentId, Helpful> helpful(Collection<CommentVote> votes, Instant asOf) {
        return votes.stream()
                .filter(vote -> vote.countedAt(asOf))
                .collect(
                        groupingBy(
                                CommentVote::comment,
                                Collectors.collectingAndThen(Collectors.toList(), Talk::count)));
    }

    private static Helpful count(List<CommentVote> votes) {
        long up = votes.stream().filter(vote -> vote.judgement() == Judgement.HELPFUL).count();
        return new Helpful(up, votes.size() - up);
    }

    /// A comment to come, with its true depth.
    private record Next(Comment comment, int depth) {}

    /// Without recursion: a thread may be as deep as its comments are many.
    private List<Turn> turns() {
        List<Turn> turns = new ArrayList<>();
        List<Next> open = new ArrayList<>();
        push(Optional.empty(), 0, open);
        Set<CommentId> seen = new HashSet<>();
        while (!open.isEmpty()) {
            Next next = open.removeLast();
            Comment comment = next.comment();
            if (seen.add(comment.id())) {
                turns.add(turn(next));
                push(Optional.of(comment.id()), next.depth() + 1, open);
            }
        }
        return List.copyOf(turns);
    }

    private Turn turn(Next next) {
        Comment comment = next.comment();
        return new Turn(
                comment,
                Math.min(DEEPEST, next.depth()),
                next.depth() > DEEPEST ? Optional.ofNullable(comment.parent()) : Optional.empty(),
                helpful.getOrDefault(comment.id(), Helpful.NONE),
                answers.getOrDefault(Optional.of(comment.id()), List.of()).size());
    }

    private void push(Optional<CommentId> parent, int depth, List<Next> open) {
        answers.getOrDefault(parent, List.of()).stream()
                .map(comment ->
                        Map.entry(comment, helpful.getOrDefault(comment.id(), Helpful.NONE)))
                .sorted(ORDER.reversed())
                .forEach(one -> open.add(new Next(one.getKey(), depth)));
    }
}
