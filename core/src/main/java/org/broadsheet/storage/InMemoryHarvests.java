package org.broadsheet.storage;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.broadsheet.harvest.Harvest;
import org.broadsheet.harvest.HarvestStore;

/// Harvests in maps by their names.
final class InMemoryHarvests implements HarvestStore {
    private final TreeMap<String, Harvest> harvests = new TreeMap<>();
    private final Map<String, TreeMap<Instant, Harvest.Ended>> ended = new HashMap<>();

    @Override
    public synchronized Optional<Harvest> find(Harvest.Key key) {
        return Optional.ofNullable(harvests.get(key.text()));
    }

    @Override
    public synchronized void keep(Harvest harvest) {
        harvests.put(harvest.key().text(), harvest);
    }

    @Override
    public synchronized List<Harvest> all() {
        return List.copyOf(harvests.values());
    }

    @Override
    public synchronized void note(Harvest.Ended run) {
        TreeMap<Instant, Harvest.Ended> runs =
                ended.computeIfAbsent(run.key().text(), _ -> new TreeMap<>());
        runs.putIfAbsent(run.started(), run);
        while (runs.size() > MOST_ENDED) {
            runs.pollFirstEntry();
        }
    }

    @Override
    public synchronized List<Harvest.Ended> ended(Harvest.Key key, int limit) {
        TreeMap<Instant, Harvest.Ended> runs = ended.getOrDefault(key.text(), new TreeMap<>());
        return runs.descendingMap().values().stream().limit(Math.max(0, limit)).toList();
    }
}
