package org.broadsheet.moderation;

import java.time.Instant;
import org.broadsheet.paper.Text;
import org.broadsheet.reader.ReaderId;

/// A reader says that something breaks the house's rules.
///
/// @param reason in the reader's words, one line of 1 to [#LONGEST_REASON] characters
public record Report(ReaderId reader, Subject subject, String reason, Instant at) {
    public static final int LONGEST_REASON = 500;

    public Report {
        reason = Text.oneLine(reason);
        if (reason.isEmpty() || reason.length() > LONGEST_REASON) {
            throw new IllegalArgumentException(
                    "a report needs a reason of 1 to %d characters, got %d"
                            .formatted(LONGEST_REASON, reason.length()));
        }
    }
}
