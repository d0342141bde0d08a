package org.broadsheet.delivery;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.broadsheet.account.MailAddress;

/// How one reader's part of a mailing stands.
///
/// @param attempts how often it was claimed to be sent
/// @param due when it may be sent next
/// @param note the server's reply, or why it stands so; empty for a new one
/// @param hash of the letter as it was last sent; empty before
/// @param changed when it last changed its state
public record Delivery(
        DeliveryId id,
        MailAddress address,
        State state,
        int attempts,
        Instant due,
        String note,
        String hash,
        Instant changed) {
    public enum State {
        /// Waits for its first try.
        QUEUED,
        /// A node holds it and may talk to a server about it; it was not handed over.
        SENDING,
        /// All but the final dot may have been sent: from here on only the server's answer tells.
        IN_DOUBT,
        /// The server took it.
        SENT,
        /// Waits for another try.
        DEFERRED,
        /// Refused for good, or tried too often, or it came back.
        FAILED,
        /// The final dot may have been sent and nobody heard an answer: it is not sent again unless
        /// a person says so.
        UNKNOWN,
        /// Its reader wants it no more, or must not be written to.
        WITHDRAWN;

        static final Set<State> ENDED = EnumSet.of(SENT, FAILED, WITHDRAWN);

        /// Whether nothing will happen to it by itself and nobody needs to look at it.
        public boolean isEnded() {
            return ENDED.contains(this);
        }
    }

    /// What stands behind the address's `@`.
    public static String domain(MailAddress address) {
        return address.value().substring(address.value().lastIndexOf('@') + 1);
    }
}
