package org.broadsheet.reader.key;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.broadsheet.reader.ReaderId;

/// Keeps passkeys. Every backend passes `StorageContract`.
public interface PasskeyStore {
    /// @return false if one of that id is there, whoever's it is; then it stays as it is
    boolean add(Passkey passkey);

    Optional<Passkey> get(String id);

    /// A reader's, the oldest first.
    List<Passkey> of(ReaderId reader);

    /// Notes a use, in one step.
    ///
    /// @param uses the device's counter
    /// @return false if the passkey is not there, or its counter already stands there or beyond: it
    ///   may have been copied. Devices that do not count always say 0, and that is believed as long
    ///   as they never said more.
    boolean use(String id, long uses, Instant at);

    /// @return false if that reader has no such passkey
    boolean remove(ReaderId reader, String id);

    void removeAll(ReaderId reader);
}
