package org.broadsheet.delivery;

import java.time.Instant;
import java.util.Optional;
import org.broadsheet.account.MailAddress;

/// Keeps whom not to write to, by salted hashes of addresses alone. Every backend passes
/// `StorageContract`.
public interface SuppressionStore {
    /// 32 random bytes that are this house's own: made at the first call, the same ever after and
    /// for all nodes. It salts the hashes here, and whoever mails may sign with it.
    byte[] secret();

    /// Puts the address on the list and withdraws all that waits for it, but account's letters. A
    /// complaint replaces a bounce, never the other way.
    void suppress(MailAddress address, Suppression.Reason reason, Instant now);

    Optional<Suppression> of(MailAddress address);

    /// Takes the address off the list, with all that was counted: its holder asked for it.
    void lift(MailAddress address);

    /// Counts a mail that came back for now. Counting begins anew where the last is older than
    /// `since`.
    ///
    /// @return how many there are by now
    int countSoft(MailAddress address, Instant since, Instant now);
}
