package org.broadsheet.server.account;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.broadsheet.reader.ReaderId;
import org.broadsheet.reader.key.OutsideIdentityStore;
import org.broadsheet.reader.key.PasskeyStore;

/// Passkeys and identities elsewhere: gone with their reader.
public final class TheirKeys implements Theirs {
    private final PasskeyStore passkeys;
    private final OutsideIdentityStore identities;

    public TheirKeys(PasskeyStore passkeys, OutsideIdentityStore identities) {
        this.passkeys = passkeys;
        this.identities = identities;
    }

    /// @param kind `passkey`, or the issuer of an identity
    /// @param name the passkey's, or the issuer's for its reader
    record Line(String kind, String name, Instant since) {}

    @Override
    public String what() {
        return "keys";
    }

    @Override
    public List<Line> of(ReaderId reader) {
        return Stream.concat(
                        passkeys.of(reader).stream()
                                .map(key -> new Line("passkey", key.label(), key.added())),
                        identities.of(reader).stream()
                                .map(it -> new Line(it.issuer(), it.subject(), it.linked())))
                .toList();
    }

    @Override
    public void leaves(ReaderId reader) {
        passkeys.removeAll(reader);
        identities.unlinkAll(reader);
    }
}
