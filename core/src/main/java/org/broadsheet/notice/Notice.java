package org.broadsheet.notice;

import java.time.Instant;
import org.broadsheet.paper.PaperId;
import org.broadsheet.reader.ReaderId;
import org.jspecify.annotations.Nullable;

/// What one reader is told about.
///
/// @param id unique in the house, and larger for later ones; whoever makes the notice makes it
/// @param isOwedByMail whether a mail is still to tell of it
public record Notice(
        String id,
        ReaderId to,
        Kind kind,
        Subject subject,
        Instant at,
        State state,
        boolean isOwedByMail) {
    public enum Kind {
        /// Somebody answered the reader's comment.
        REPLY,
        /// A comment names the reader.
        MENTION,
        /// A comment on a paper that the reader submitted.
        COMMENT_ON_MY_SUBMISSION,
        /// A curator decided about something of the reader's.
        MODERATION
    }

    /// How far the reader came with it.
    public enum State {
        UNREAD,
        READ,
        /// Put away; also read.
        DONE
    }

    /// @param from who caused it; absent where it does not matter who
    /// @param paper absent where it is about no paper
    /// @param comment its id, or empty
    /// @param note a sentence of whoever caused it, as the reason of a curator; may be empty
    public record Subject(
            @Nullable ReaderId from, @Nullable PaperId paper, String comment, String note) {}

    public Notice {
        if (id.isEmpty()) {
            throw new IllegalArgumentException("a notice needs an id, got none");
        }
    }

    /// The notice in the state that its reader put it into: no mail need tell of it any more.
    public Notice in(State other) {
        return new Notice(id, to, kind, subject, at, other, false);
    }

    public Notice owedByMail(boolean isOwed) {
        return new Notice(id, to, kind, subject, at, state, isOwed);
    }
}
