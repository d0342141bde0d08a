package org.broadsheet.storage;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.broadsheet.change.Change;
import org.broadsheet.reader.Handle;
import org.broadsheet.reader.LastAdmin;
import org.broadsheet.reader.Reader;
import org.broadsheet.reader.ReaderId;
import org.broadsheet.reader.ReaderStore;

/// Accounts in two maps, by id and by name.
final class InMemoryReaders implements ReaderStore {
    private final Map<ReaderId, Reader> byId = new HashMap<>();
    private final TreeMap<String, Reader> byName = new TreeMap<>();
    private final List<Consumer<ReaderId>> removals = new ArrayList<>();
    private final List<BiConsumer<ReaderId, Instant>> blocks = new ArrayList<>();
    private final InMemoryChanges changes;

    InMemoryReaders(InMemoryChanges changes) {
        this.changes = changes;
    }

    /// What is told, under the lock, that an account goes.
    void onRemoval(Consumer<ReaderId> told) {
        removals.add(told);
    }

    /// What is told, under the lock, that an account is blocked from then on.
    void onBlock(BiConsumer<ReaderId, Instant> told) {
        blocks.add(told);
    }

    /// @throws IllegalArgumentException unless the reader has an account
    void require(ReaderId id, String what) {
        synchronized (changes) {
            if (!byId.containsKey(id)) {
                throw new IllegalArgumentException(
                        "no reader %s has an account; only readers can be %s".formatted(id, what));
            }
        }
    }

    /// The moment from which a vote counts that is cast at that one, also of nobody with an
    /// account.
    Instant countsFrom(ReaderId id, Instant castAt) {
        Reader reader = byId.get(id);
        return reader == null ? castAt : reader.countsFrom(castAt);
    }

    @Override
    public boolean add(Reader reader) {
        synchronized (changes) {
            if (byId.containsKey(reader.id()) || byName.containsKey(reader.name())) {
                return false;
            }
            put(reader);
            return true;
        }
    }

    @Override
    public boolean addFirst(Reader reader) {
        synchronized (changes) {
            return byId.isEmpty() && add(reader);
        }
    }

    private void put(Reader reader) {
        byId.put(reader.id(), reader);
        byName.put(reader.name(), reader);
        changes.add(Change.Kind.READER, reader.id().value());
    }

    @Override
    public Map<ReaderId, Reader> of(Collection<ReaderId> ids) {
        synchronized (changes) {
            Map<ReaderId, Reader> found = new HashMap<>();
            for (ReaderId id : ids) {
                Reader reader = byId.get(id);
                if (reader != null) {
                    found.put(id, reader);
                }
            }
            return found;
        }
    }

    @Override
    public Map<String, Reader> named(Collection<String> names) {
        synchronized (changes) {
            Map<String, Reader> found = new HashMap<>();
            for (String name : names) {
                Reader reader = byName.get(Handle.of(name));
                if (reader != null) {
                    found.put(reader.name(), reader);
                }
            }
            return found;
        }
    }

    @Override
    public List<Reader> after(String name, int limit) {
        synchronized (changes) {
            return byName.tailMap(Handle.of(name), false).values().stream()
                    .limit(Math.max(0, limit))
                    .toList();
        }
    }

    @Override
    public Optional<Reader> change(ReaderId id, UnaryOperator<Reader> change) {
        synchronized (changes) {
            Reader was = byId.get(id);
            if (was == null) {
                return Optional.empty();
            }
            Reader is = change.apply(was).keeping(was);
            if (was.isActiveAdmin() && !is.isActiveAdmin()) {
                requireAnotherAdmin(was);
            }
            if (!is.equals(was)) {
                put(is);
            }
            Instant blocked = is.blockedSince();
            if (blocked != null && !was.isBlocked()) {
                blocks.forEach(told -> told.accept(id, blocked));
            }
            return Optional.of(is);
        }
    }

    @Override
    public void remove(ReaderId id) {
        synchronized (changes) {
            Reader was = byId.get(id);
            if (was == null) {
                return;
            }
            if (was.isActiveAdmin() && byId.size() > 1) {
                requireAnotherAdmin(was);
            }
            byId.remove(id);
            byName.remove(was.name());
            removals.forEach(told -> told.accept(id));
            changes.add(Change.Kind.READER, id.value());
        }
    }

    private void requireAnotherAdmin(Reader admin) {
        boolean isLast =
                byId.values().stream()
                        .noneMatch(it -> it.isActiveAdmin() && !it.id().equals(admin.id()));
        if (isLast) {
            throw new LastAdmin(admin.name());
        }
    }

    @Override
    public long count() {
        synchronized (changes) {
            return byId.size();
        }
    }
}
