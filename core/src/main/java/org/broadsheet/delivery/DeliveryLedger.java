package org.broadsheet.delivery;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What became of deliveries, for those who look after them. Every backend passes
/// `StorageContract`.
public interface DeliveryLedger {
    /// By [DeliveryId#name].
    Optional<Delivery> find(String name);

    /// Those that stand so, the latest changed first, at most `limit`.
    List<Delivery> in(Delivery.State state, int limit);

    /// How many of all stand how; those that none stands in are left out.
    Map<Delivery.State, Long> count();

    /// Queues an unknown delivery anew, because a person decided so.
    ///
    /// @return false, with nothing changed, if it is not unknown
    boolean resend(DeliveryId delivery, Instant now);

    /// Notes that what was sent, or is unknown, came back. Its papers count as not delivered.
    ///
    /// @return false, with nothing changed, if it stands otherwise
    boolean bounced(DeliveryId delivery, String note, Instant now);

    /// Forgets deliveries that ended before that moment, and mailings with none left that were made
    /// before it. Which papers went to whom stays.
    ///
    /// @return how many deliveries
    int forget(Instant before);
}
