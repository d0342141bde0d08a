package org.broadsheet.storage;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.broadsheet.reader.ReaderId;
import org.broadsheet.reader.key.OutsideIdentity;
import org.broadsheet.reader.key.OutsideIdentityStore;

/// Identities by their issuers' names for them.
final class InMemoryIdentities implements OutsideIdentityStore {
    private final Map<Named, OutsideIdentity> identities = new ConcurrentHashMap<>();

    private record Named(String issuer, String subject) {}

    @Override
    public boolean link(OutsideIdentity identity) {
        Named named = new Named(identity.issuer(), identity.subject());
        return identities.putIfAbsent(named, identity) == null;
    }

    @Override
    public Optional<OutsideIdentity> get(String issuer, String subject) {
        return Optional.ofNullable(identities.get(new Named(issuer, subject)));
    }

    @Override
    public List<OutsideIdentity> of(ReaderId reader) {
        return identities.values().stream()
                .filter(identity -> identity.reader().equals(reader))
                .sorted(
                        Comparator.comparing(OutsideIdentity::linked)
                                .thenComparing(OutsideIdentity::issuer)
                                .thenComparing(OutsideIdentity::subject))
                .toList();
    }

    @Override
    public boolean unlink(ReaderId reader, String issuer, String subject) {
        Named named = new Named(issuer, subject);
        OutsideIdentity identity = identities.get(named);
        return identity != null
                && identity.reader().equals(reader)
                && identities.remove(named, identity);
    }

    @Override
    public void unlinkAll(ReaderId reader) {
        identities.values().removeIf(identity -> identity.reader().equals(reader));
    }
}
