package org.broadsheet.vote;

import java.time.Instant;
import org.broadsheet.paper.PaperId;
import org.broadsheet.reader.ReaderId;
import org.jspecify.annotations.Nullable;

/// One reader's vote for one paper.
///
/// @param withdrawnAt when the reader took it back; absent while it counts
public record Vote(ReaderId reader, PaperId paper, Instant castAt, @Nullable Instant withdrawnAt) {
    /// Whether the vote counted at that moment.
    public boolean countedAt(Instant moment) {
        return !castAt.isAfter(moment) && (withdrawnAt == null || withdrawnAt.isAfter(moment));
    }
}
