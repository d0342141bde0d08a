package org.broadsheet.discussion;

import java.time.Instant;
import org.broadsheet.reader.ReaderId;
import org.jspecify.annotations.Nullable;

/// What one reader thinks of one comment.
///
/// @param countsFrom when it was cast, or later if the reader's account was new then
/// @param withdrawnAt when the reader took it back or thought otherwise; absent while it stands
public record CommentVote(
        ReaderId reader,
        CommentId comment,
        Judgement judgement,
        Instant castAt,
        Instant countsFrom,
        @Nullable Instant withdrawnAt) {
    public enum Judgement {
        HELPFUL,
        NOT_HELPFUL
    }

    /// A vote that counts from when it was cast.
    public CommentVote(
            ReaderId reader,
            CommentId comment,
            Judgement judgement,
            Instant castAt,
            @Nullable Instant withdrawnAt) {
        this(reader, comment, judgement, castAt, castAt, withdrawnAt);
    }

    /// Whether the vote counted at that moment.
    public boolean countedAt(Instant moment) {
        return !countsFrom.isAfter(moment) && (withdrawnAt == null || withdrawnAt.isAfter(moment));
    }
}
