package org.broadsheet.delivery;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.broadsheet.paper.PaperId;

/// Keeps mailings and whom they go to, for whoever makes them. A reader is in a mailing once, and a
/// paper goes to a reader once, whatever the caller does. Every backend passes `StorageContract`.
public interface MailingStore {
    /// Keeps the mailing.
    ///
    /// @return false, with nothing changed, if there is one of that id
    boolean open(Mailing mailing);

    Optional<Mailing> find(MailingId id);

    /// Queues the parts, each in one step. Passed over is a reader who is in the mailing already,
    /// and one for whom none of the papers is new; of the others, papers that went to them before
    /// are left out. Unless the mailing is an account's, whoever must not be written to is kept as
    /// withdrawn. A mailing that was not opened throws `IllegalArgumentException`.
    ///
    /// @return who was queued
    Set<SubscriberId> queue(MailingId mailing, Collection<Addressed> parts, Instant now);

    /// Those of the papers that went to the reader, or are on their way.
    Set<PaperId> delivered(SubscriberId subscriber, Collection<PaperId> papers);

    /// What the delivery brings, in its order.
    List<PaperId> papers(DeliveryId delivery);

    /// Withdraws whatever is still to go to the reader, also what a node holds but has not handed
    /// over. Its papers count as not delivered.
    ///
    /// @return how many
    int withdraw(SubscriberId subscriber, Instant now);

    /// Forgets the reader: all that went or was to go to them.
    void forget(SubscriberId subscriber);

    /// How many of the mailing's deliveries stand how; those that none stands in are left out.
    Map<Delivery.State, Long> count(MailingId mailing);

    /// The latest made first, at most `limit`.
    List<Mailing> latest(Mailing.Kind kind, int limit);
}
