package org.broadsheet.storage;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.broadsheet.account.Session;
import org.broadsheet.account.SessionStore;
import org.broadsheet.reader.ReaderId;

/// Sessions in a map by their hashes.
final class InMemorySessions implements SessionStore {
    private static final Comparator<Session> LAST_USED_FIRST =
            Comparator.comparing(Session::seen).reversed().thenComparing(Session::hash);

    private final Map<String, Session> sessions = new HashMap<>();
    private final InMemoryReaders readers;
    private final InMemoryChanges changes;

    InMemorySessions(InMemoryReaders readers, InMemoryChanges changes) {
        this.readers = readers;
        this.changes = changes;
        readers.onRemoval(gone -> sessions.values().removeIf(it -> it.reader().equals(gone)));
    }

    @Override
    public void open(Session session) {
        synchronized (changes) {
            readers.require(session.reader(), "signed in");
            if (sessions.putIfAbsent(session.hash(), session) != null) {
                throw new IllegalArgumentException("there is a session with that hash already");
            }
        }
    }

    @Override
    public Optional<Session> find(String hash, Instant now) {
        synchronized (changes) {
            return Optional.ofNullable(sessions.get(hash)).filter(it -> !it.isOver(now));
        }
    }

    @Override
    public void see(String hash, Instant now, String address) {
        synchronized (changes) {
            sessions.computeIfPresent(
                    hash, (_, was) -> was.isNews(now) ? was.usedAt(now, address) : was);
        }
    }

    @Override
    public List<Session> of(ReaderId reader, Instant now) {
        synchronized (changes) {
            return sessions.values().stream()
                    .filter(it -> it.reader().equals(reader) && !it.isOver(now))
                    .sorted(LAST_USED_FIRST)
                    .toList();
        }
    }

    @Override
    public boolean end(ReaderId reader, String hash) {
        synchronized (changes) {
            Session session = sessions.get(hash);
            boolean isTheirs = session != null && session.reader().equals(reader);
            return isTheirs && sessions.remove(hash, session);
        }
    }

    @Override
    public int endAllBut(ReaderId reader, String hash) {
        synchronized (changes) {
            int before = sessions.size();
            sessions.values().removeIf(it -> it.reader().equals(reader) && !it.hash().equals(hash));
            return before - sessions.size();
        }
    }

    @Override
    public int forget(Instant now) {
        synchronized (changes) {
            int before = sessions.size();
            sessions.values().removeIf(it -> it.isOver(now));
            return before - sessions.size();
        }
    }
}
