package org.broadsheet.discussion;

import java.time.Instant;
import org.broadsheet.reader.ReaderId;
import org.jspecify.annotations.Nullable;

/// What one reader thinks of one comment.
///
/// @param withdrawnAt when the reader took it back or thought otherwise; absent while it counts
public record CommentVote(
        ReaderId reader,
        CommentId comment,
        Judgement judgement,
        Instant castAt,
        @Nullable Instant withdrawnAt) {
    public enum Judgement {
        HELPFUL,
        NOT_HELPFUL
    }

    /// Whether the vote counted at that moment.
    public boolean countedAt(Instant moment) {
        return !castAt.isAfter(moment) && (withdrawnAt == null || withdrawnAt.isAfter(moment));
    }
}
