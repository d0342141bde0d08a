package org.broadsheet.storage;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.broadsheet.change.Change;
import org.broadsheet.edition.Tally;
import org.broadsheet.edition.TallyStore;
import org.broadsheet.paper.PaperId;

/// Counts of other places, each with its history by time.
final class InMemoryTallies implements TallyStore, InMemoryAliases.Moving {
    private record Key(PaperId paper, Tally.Kind kind, String origin) {}

    private final Map<Key, TreeMap<Instant, Tally>> histories = new HashMap<>();
    private final Map<Tally, PaperId> under = new HashMap<>();
    private final InMemoryChanges changes;

    InMemoryTallies(InMemoryChanges changes) {
        this.changes = changes;
    }

    @Override
    public int keep(Collection<Tally> tallies) {
        synchronized (changes) {
            int kept = 0;
            Set<PaperId> different = new LinkedHashSet<>();
            for (Tally tally : tallies) {
                if (keep(tally)) {
                    kept++;
                    different.add(tally.paper());
                }
            }
            different.forEach(paper -> changes.add(Change.Kind.VOTE, paper.value()));
            return kept;
        }
    }

    private boolean keep(Tally tally) {
        Key key = new Key(tally.paper(), tally.kind(), tally.origin());
        TreeMap<Instant, Tally> history = histories.computeIfAbsent(key, _ -> new TreeMap<>());
        if (!history.isEmpty() && history.lastEntry().getValue().count() == tally.count()) {
            return false;
        }
        Tally older = history.put(tally.at(), tally);
        return older == null || older.count() != tally.count();
    }

    @Override
    public List<Tally> of(Collection<PaperId> papers, Instant asOf) {
        Set<PaperId> wanted = new HashSet<>(papers);
        List<Tally> found = new ArrayList<>();
        synchronized (changes) {
            histories.forEach((key, history) -> {
                var latest = history.floorEntry(asOf);
                if (latest != null && wanted.contains(key.paper())) {
                    found.add(latest.getValue());
                }
            });
        }
        return found;
    }

    @Override
    public void unite(PaperId kept, PaperId other) {
        for (Tally tally : all(other)) {
            PaperId came = under.remove(tally);
            if (move(tally, kept)) {
                under.put(moved(tally, kept), came == null ? other : came);
            }
        }
    }

    @Override
    public void part(PaperId paper, PaperId alias) {
        for (Tally tally : all(paper)) {
            if (alias.equals(under.get(tally))) {
                under.remove(tally);
                move(tally, alias);
            }
        }
    }

    /// Moves a count, unless one of the same moment is there.
    private boolean move(Tally tally, PaperId to) {
        TreeMap<Instant, Tally> from =
                histories.getOrDefault(key(tally, tally.paper()), new TreeMap<>());
        from.remove(tally.at());
        return histories
                        .computeIfAbsent(key(tally, to), _ -> new TreeMap<>())
                        .putIfAbsent(tally.at(), moved(tally, to))
                == null;
    }

    private List<Tally> all(PaperId paper) {
        return histories.entrySet().stream()
                .filter(history -> history.getKey().paper().equals(paper))
                .flatMap(history -> history.getValue().values().stream())
                .toList();
    }

    private static Key key(Tally tally, PaperId paper) {
        return new Key(paper, tally.kind(), tally.origin());
    }

    private static Tally moved(Tally tally, PaperId paper) {
        return new Tally(paper, tally.kind(), tally.origin(), tally.count(), tally.at());
    }
}
