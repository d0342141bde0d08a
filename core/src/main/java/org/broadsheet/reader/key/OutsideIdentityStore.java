package org.broadsheet.reader.key;

import java.util.List;
import java.util.Optional;
import org.broadsheet.reader.ReaderId;

/// Keeps who readers are elsewhere. Every backend passes `StorageContract`.
public interface OutsideIdentityStore {
    /// @return false if that issuer's subject is linked already, to whomever; then it stays so
    boolean link(OutsideIdentity identity);

    Optional<OutsideIdentity> get(String issuer, String subject);

    /// A reader's, in the order of linking.
    List<OutsideIdentity> of(ReaderId reader);

    /// @return false if that reader has no such identity
    boolean unlink(ReaderId reader, String issuer, String subject);

    void unlinkAll(ReaderId reader);
}
