package org.broadsheet.account;

import java.time.Instant;
import java.util.Optional;
import org.broadsheet.reader.ReaderId;

/// Keeps passwords' hashes and mail addresses, and a list of hashes of addresses that must not be
/// written to. Readers without an account have no credentials; keeping some for them throws
/// `IllegalArgumentException`. Every backend passes `StorageContract`.
public interface CredentialStore {
    /// What is kept for that reader, or [Credentials#none].
    Credentials of(ReaderId reader);

    /// Replaces the password's hash.
    void keepPassword(ReaderId reader, String hash);

    /// Keeps an address that waits to be confirmed, in place of one that did; empty for none.
    void await(ReaderId reader, String address);

    /// Makes the address that waits the reader's own, in one step, and takes it off the list of
    /// those that must not be written to.
    ///
    /// @return false, with nothing changed, if another address waits or the address is another's
    boolean confirm(ReaderId reader, String address);

    /// The reader who confirmed that address, in capitals or not.
    Optional<ReaderId> at(String address);

    /// Puts an address on the list of those that must not be written to, by its hash alone.
    void suppress(MailAddress address, Instant now);

    boolean isSuppressed(MailAddress address);
}
