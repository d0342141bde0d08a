package org.broadsheet.delivery;

import java.util.function.BooleanSupplier;
import org.broadsheet.account.MailAddress;

/// Carries finished messages out of the house. For one thread at a time; whoever made it closes it.
public interface Transport extends AutoCloseable {
    /// One message in its envelope.
    ///
    /// @param name the delivery's
    /// @param from where it goes back to
    /// @param message as it stands on the wire, its lines ended by CR LF
    record Parcel(String name, String from, MailAddress to, byte[] message) {}

    /// Sends the message to its one address. `lastMoment` is asked once, when all has been said but
    /// what makes the message count; where it says no, that is never said.
    Answer send(Parcel parcel, BooleanSupplier lastMoment);

    @Override
    void close();

    /// What was heard.
    sealed interface Answer {
        record Accepted(String reply) implements Answer {}

        /// Not now: the address, its server or the amount.
        record Later(String reason) implements Answer {}

        /// Never.
        ///
        /// @param code as servers give it, as in 550
        record Refused(int code, String reason) implements Answer {}

        /// Nobody took mail at all; this one was not handed over.
        record Unreachable(String reason) implements Answer {}

        /// After the last moment nothing was heard.
        record Lost(String reason) implements Answer {}

        /// The last moment said no.
        record Held() implements Answer {}
    }
}
