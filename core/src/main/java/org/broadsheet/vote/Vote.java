package org.broadsheet.vote;

import java.time.Instant;
import org.broadsheet.paper.PaperId;
import org.broadsheet.reader.ReaderId;
import org.jspecify.annotations.Nullable;

/// One reader's vote for one paper.
///
/// @param countsFrom when it was cast, or later if the reader's account was new then
/// @param withdrawnAt when the reader took it back; absent while it stands
public record Vote(
        ReaderId reader,
        PaperId paper,
        Instant castAt,
        Instant countsFrom,
        @Nullable Instant withdrawnAt) {
    /// A vote that counts from when it was cast.
    public Vote(ReaderId reader, PaperId paper, Instant castAt, @Nullable Instant withdrawnAt) {
        this(reader, paper, castAt, castAt, withdrawnAt);
    }

    /// Whether the vote was cast and not taken back at that moment, counted or not.
    public boolean stoodAt(Instant moment) {
        return !castAt.isAfter(moment) && (withdrawnAt == null || withdrawnAt.isAfter(moment));
    }

    /// Whether the vote counted at that moment.
    public boolean countedAt(Instant moment) {
        return !countsFrom.isAfter(moment) && stoodAt(moment);
    }
}
