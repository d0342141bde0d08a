package org.broadsheet.storage;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.broadsheet.source.Reject;
import org.broadsheet.source.RejectStore;

/// Rejects in a map by source, place and raw text.
final class InMemoryRejects implements RejectStore {
    private record Key(String source, String place, String raw) {}

    private static final Comparator<Reject> LATEST_FIRST =
            Comparator.comparing(Reject::at)
                    .reversed()
                    .thenComparing(Reject::source)
                    .thenComparing(Reject::place);

    private final Map<Key, Reject> rejects = new LinkedHashMap<>();

    @Override
    public synchronized void keep(Collection<Reject> told) {
        for (Reject reject : told) {
            rejects.put(new Key(reject.source(), reject.place(), reject.raw()), reject);
        }
    }

    @Override
    public synchronized void remove(Collection<Reject> seen) {
        for (Reject reject : seen) {
            rejects.remove(new Key(reject.source(), reject.place(), reject.raw()));
        }
    }

    @Override
    public synchronized List<Reject> latest(int limit) {
        return rejects.values().stream().sorted(LATEST_FIRST).limit(Math.max(0, limit)).toList();
    }

    @Override
    public synchronized long count() {
        return rejects.size();
    }
}
