package org.broadsheet.storage;

import java.util.Optional;
import org.broadsheet.change.Change;
import org.broadsheet.house.HouseSettings;
import org.broadsheet.house.HouseStore;
import org.jspecify.annotations.Nullable;

/// The last choice, in a field.
final class InMemoryHouse implements HouseStore {
    private final InMemoryChanges changes;
    private @Nullable HouseSettings settings;

    InMemoryHouse(InMemoryChanges changes) {
        this.changes = changes;
    }

    @Override
    public Optional<HouseSettings> chosen() {
        synchronized (changes) {
            return Optional.ofNullable(settings);
        }
    }

    @Override
    public void choose(HouseSettings chosen) {
        synchronized (changes) {
            if (!chosen.equals(settings)) {
                settings = chosen;
                changes.add(Change.Kind.HOUSE, "house");
            }
        }
    }
}
