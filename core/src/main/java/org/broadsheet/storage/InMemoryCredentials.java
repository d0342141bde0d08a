package org.broadsheet.storage;

import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.broadsheet.account.CredentialStore;
import org.broadsheet.account.Credentials;
import org.broadsheet.account.MailAddress;
import org.broadsheet.reader.ReaderId;

/// Credentials in a map by reader, and the hashes that must not be written to in another.
final class InMemoryCredentials implements CredentialStore {
    private final Map<ReaderId, Credentials> credentials = new HashMap<>();
    private final Map<String, Instant> suppressed = new HashMap<>();
    private final InMemoryReaders readers;
    private final InMemoryChanges changes;

    InMemoryCredentials(InMemoryReaders readers, InMemoryChanges changes) {
        this.readers = readers;
        this.changes = changes;
        readers.onRemoval(credentials::remove);
    }

    @Override
    public Credentials of(ReaderId reader) {
        synchronized (changes) {
            return credentials.getOrDefault(reader, Credentials.none(reader));
        }
    }

    @Override
    public void keepPassword(ReaderId reader, String hash) {
        synchronized (changes) {
            readers.require(reader, "given a password");
            Credentials was = of(reader);
            put(new Credentials(reader, hash, was.address(), was.pending()));
        }
    }

    @Override
    public void await(ReaderId reader, String address) {
        synchronized (changes) {
            readers.require(reader, "given an address");
            Credentials was = of(reader);
            put(new Credentials(reader, was.password(), was.address(), address));
        }
    }

    @Override
    public boolean confirm(ReaderId reader, String address) {
        synchronized (changes) {
            Credentials was = of(reader);
            boolean isAnothers = at(address).filter(it -> !it.equals(reader)).isPresent();
            if (address.isEmpty() || !was.pending().equals(address) || isAnothers) {
                return false;
            }
            put(new Credentials(reader, was.password(), address, ""));
            suppressed.remove(new MailAddress(address).hash());
            return true;
        }
    }

    private void put(Credentials kept) {
        credentials.put(kept.reader(), kept);
    }

    @Override
    public Optional<ReaderId> at(String address) {
        String wanted = address.toLowerCase(Locale.ROOT);
        synchronized (changes) {
            return credentials.values().stream()
                    .filter(it -> !wanted.isEmpty() && it.address().equals(wanted))
                    .map(Credentials::reader)
                    .findFirst();
        }
    }

    @Override
    public void suppress(MailAddress address, Instant now) {
        synchronized (changes) {
            suppressed.putIfAbsent(address.hash(), now);
        }
    }

    @Override
    public boolean isSuppressed(MailAddress address) {
        synchronized (changes) {
            return suppressed.containsKey(address.hash());
        }
    }
}
