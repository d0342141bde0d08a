package org.broadsheet.account;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.broadsheet.reader.ReaderId;

/// Keeps what secrets allow. A ticket that is over is as good as none. Every backend passes
/// `StorageContract`.
public interface TicketStore {
    /// Keeps a new ticket. One with that hash throws `IllegalArgumentException`.
    void issue(Ticket ticket);

    /// The ticket, without using it up.
    Optional<Ticket> look(String hash, Ticket.Purpose purpose, Instant now);

    /// Uses the ticket up, in one step: of many who show it at once one gets it.
    Optional<Ticket> redeem(String hash, Ticket.Purpose purpose, Instant now);

    /// Those of that purpose that were not used yet, the latest made first, at most `limit`.
    List<Ticket> open(Ticket.Purpose purpose, Instant now, int limit);

    /// Takes back all of the reader's tickets of that purpose.
    void cancel(ReaderId reader, Ticket.Purpose purpose);

    /// Takes back all tickets of that purpose.
    void cancelAll(Ticket.Purpose purpose);

    /// Forgets those that are over.
    ///
    /// @return how many
    int forget(Instant now);
}
