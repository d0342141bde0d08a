package org.broadsheet.moderation;

import java.time.Instant;
import org.broadsheet.paper.Text;
import org.broadsheet.reader.ReaderId;

/// What a moderator decided about reports.
///
/// @param reason one line of 1 to [#LONGEST_REASON] characters; the public log shows it
public record Decision(Outcome outcome, ReaderId by, String reason, Instant at) {
    public static final int LONGEST_REASON = 300;

    public enum Outcome {
        /// It was hidden.
        HIDDEN,
        /// It stays.
        DISMISSED
    }

    public Decision {
        reason = Text.oneLine(reason);
        if (reason.isEmpty() || reason.length() > LONGEST_REASON) {
            throw new IllegalArgumentException(
                    "a decision needs a reason of 1 to %d characters, got %d"
                            .formatted(LONGEST_REASON, reason.length()));
        }
    }
}
