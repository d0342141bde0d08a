package org.broadsheet.discussion;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.broadsheet.discussion.CommentVote.Judgement;
import org.broadsheet.reader.ReaderId;

/// Keeps every vote on a comment with its times. One that becomes different is a change of
/// `Change.Kind.COMMENT` of the comment's paper. Every backend passes `StorageContract`.
public interface CommentVoteStore {
    /// Casts a vote, which counts from then on or from when the reader's account is no longer new
    /// (`Reader#countsFrom`). One of the reader's that stands and says the same stays; one that
    /// says otherwise is withdrawn at that moment.
    ///
    /// @throws IllegalArgumentException when the comment is unknown, or the reader's own
    void cast(ReaderId reader, CommentId comment, Judgement judgement, Instant at);

    /// Takes the vote back; it stays in the past. Does nothing if none stands.
    void withdraw(ReaderId reader, CommentId comment, Instant at);

    /// All votes ever cast on these comments, withdrawn ones too, by time.
    List<CommentVote> of(Collection<CommentId> comments);

    /// All votes on comments that the reader ever cast, by time.
    List<CommentVote> by(ReaderId reader);

    /// The first moment after that one at which a vote of a new account begins to count. Votes
    /// taken back are passed over.
    Optional<Instant> nextToCount(Instant after);

    /// Removes all votes of the reader, past ones too: the account is gone.
    void forget(ReaderId reader);
}
