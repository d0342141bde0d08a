package org.broadsheet.storage;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.broadsheet.reader.ReaderId;
import org.broadsheet.reader.key.Passkey;
import org.broadsheet.reader.key.PasskeyStore;

/// Passkeys by their ids.
final class InMemoryPasskeys implements PasskeyStore {
    private final Map<String, Passkey> passkeys = new ConcurrentHashMap<>();

    @Override
    public boolean add(Passkey passkey) {
        return passkeys.putIfAbsent(passkey.id(), passkey) == null;
    }

    @Override
    public Optional<Passkey> get(String id) {
        return Optional.ofNullable(passkeys.get(id));
    }

    @Override
    public List<Passkey> of(ReaderId reader) {
        return passkeys.values().stream()
                .filter(passkey -> passkey.reader().equals(reader))
                .sorted(Comparator.comparing(Passkey::added).thenComparing(Passkey::id))
                .toList();
    }

    @Override
    public boolean use(String id, long uses, Instant at) {
        Passkey before = passkeys.get(id);
        return before != null
                && (uses > before.uses() || uses == 0 && before.uses() == 0)
                && passkeys.replace(
                        id,
                        before,
                        new Passkey(
                                id,
                                before.reader(),
                                before.label(),
                                before.credential(),
                                uses,
                                before.added(),
                                at));
    }

    @Override
    public boolean remove(ReaderId reader, String id) {
        Passkey passkey = passkeys.get(id);
        return passkey != null && passkey.reader().equals(reader) && passkeys.remove(id, passkey);
    }

    @Override
    public void removeAll(ReaderId reader) {
        passkeys.values().removeIf(passkey -> passkey.reader().equals(reader));
    }
}
