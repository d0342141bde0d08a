package org.broadsheet.round;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.broadsheet.account.MailAddress;
import org.broadsheet.delivery.SubscriberId;

/// Keeps who wants digests. There is one subscription for an address at most. Every backend passes
/// `StorageContract`.
public interface SubscriptionStore {
    /// Keeps a wish that waits for its confirmation. Another that waits for this address, or ended,
    /// gives way to it and passes on its id; an active one stays as it is.
    ///
    /// @return what is kept for the address now
    Subscription ask(Subscription wish);

    Optional<Subscription> get(SubscriberId id);

    Optional<Subscription> at(MailAddress address);

    /// Makes a waiting one active.
    ///
    /// @return false, with nothing changed, if it does not wait
    boolean confirm(SubscriberId id, Subscription.Consent consent, Instant due, LocalDate upTo);

    /// Gives an active one other preferences.
    ///
    /// @return false, with nothing changed, if it is not active
    boolean change(SubscriberId id, Preferences preferences, Instant due);

    /// Ends one that waits or is active.
    ///
    /// @return false, with nothing changed, if it does neither
    boolean end(SubscriberId id, Instant now);

    /// The active ones whose digest is due, those due longest first, at most `limit`.
    List<Subscription> due(Instant now, int limit);

    /// Moves one on from the digest that it was due for: of many nodes that try, one does.
    ///
    /// @param seen the subscription as it was read
    /// @return false, with nothing changed, if it is otherwise by now
    boolean advance(Subscription seen, Instant due, LocalDate upTo);

    /// How its holder said yes; nothing before.
    Optional<Subscription.Consent> consent(SubscriberId id);

    /// Forgets all about the address.
    void forget(MailAddress address);

    /// Forgets those that have waited, or have been over, since before that moment.
    ///
    /// @return how many
    int forgetOld(Instant before);

    /// How many stand how; states in which none stands are left out.
    Map<Subscription.State, Long> count();
}
