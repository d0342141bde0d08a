package org.broadsheet.server.cache;

import java.time.Instant;
import java.util.Set;
import java.util.stream.Stream;
import org.broadsheet.change.Change;
import org.broadsheet.discussion.CommentVoteStore;
import org.broadsheet.vote.VoteStore;

/// This is what ends an answer without a change: a vote of a new account begins to count.
public record VotesToCome(VoteStore votes, CommentVoteStore judgements) {
    /// The given end, or the first moment after `began` at which a vote begins to count that
    /// answers of these kinds show, if that is earlier.
    ///
    /// @param began a moment before the answer was worked out
    Instant end(Instant end, Set<Change.Kind> kinds, Instant began) {
        return Stream.of(
                        kinds.contains(Change.Kind.VOTE)
                                ? votes.nextToCount(began).stream()
                                : Stream.<Instant>empty(),
                        kinds.contains(Change.Kind.COMMENT)
                                ? judgements.nextToCount(began).stream()
                                : Stream.<Instant>empty())
                .flatMap(next -> next)
                .filter(next -> next.isBefore(end))
                .min(Instant::compareTo)
                .orElse(end);
    }
}
