package org.broadsheet.round;

import java.time.Instant;
import java.time.LocalDate;
import org.broadsheet.account.MailAddress;
import org.broadsheet.delivery.SubscriberId;

/// Somebody's wish for digests, at one address.
///
/// @param asked when it was asked for last
/// @param due when the next digest is; of no meaning unless it is active
/// @param upTo the last day whose edition the digests so far brought
public record Subscription(
        SubscriberId id,
        MailAddress address,
        Preferences preferences,
        State state,
        Instant asked,
        Instant due,
        LocalDate upTo) {
    public enum State {
        /// Nothing but the mail that asks for confirmation goes to the address.
        WAITING,
        ACTIVE,
        ENDED
    }

    /// How the holder of the address said yes.
    ///
    /// @param words beside the button that they pressed
    /// @param from a hash of the network address
    public record Consent(String words, String from, Instant at) {}
}
