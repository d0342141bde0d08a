package org.broadsheet.vote;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.broadsheet.paper.PaperId;
import org.broadsheet.reader.ReaderId;

/// Keeps every vote with its times, so that the past can be ranked again. Every backend passes
/// `StorageContract`.
public interface VoteStore {
    /// Casts a vote, which counts from then on or from when the reader's account is no longer new
    /// (`Reader#countsFrom`); of a reader without an account, as in a house of one, at once. If the
    /// reader has one that stands for this paper, that one stays. A vote for an unknown paper
    /// throws `IllegalArgumentException`.
    void cast(ReaderId reader, PaperId paper, Instant at);

    /// Takes the vote back; it stays in the past. Does nothing if none stands.
    void withdraw(ReaderId reader, PaperId paper, Instant at);

    /// All votes ever cast for these papers, withdrawn ones too, by time.
    List<Vote> of(Collection<PaperId> papers);

    /// All votes that the reader ever cast, withdrawn ones too, by time.
    List<Vote> by(ReaderId reader);

    /// Removes all votes that the reader ever cast, in one step, as if they had never been: every
    /// order is rebuilt without them. Each of their papers changes.
    ///
    /// @return how many votes
    int remove(ReaderId reader);

    /// The papers with a vote at or after that moment, in no particular order.
    List<PaperId> votedSince(Instant moment);

    /// The first moment after that one at which a vote of a new account begins to count. Votes
    /// taken back are passed over.
    Optional<Instant> nextToCount(Instant after);
}
