package org.broadsheet.storage;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.broadsheet.change.Change;
import org.broadsheet.change.ChangeLog;

/// The sequence of changes in memory. It is also the lock that its neighbours hold while they
/// change something and number it.
final class InMemoryChanges implements ChangeLog {
    private record Subject(Change.Kind kind, String name) {}

    private final TreeMap<Long, Change> bySequence = new TreeMap<>();
    private final Map<Subject, Long> latestOf = new HashMap<>();
    private long last;

    synchronized void add(Change.Kind kind, String subject) {
        Long older = latestOf.put(new Subject(kind, subject), ++last);
        if (older != null) {
            bySequence.remove(older);
        }
        bySequence.put(last, new Change(last, kind, subject));
    }

    @Override
    public long latest() {
        return latest(EnumSet.allOf(Change.Kind.class));
    }

    @Override
    public synchronized long latest(Set<Change.Kind> kinds) {
        for (Change change : bySequence.descendingMap().values()) {
            if (kinds.contains(change.kind())) {
                return change.sequence();
            }
        }
        return 0;
    }

    @Override
    public synchronized List<Change> after(long sequence, Set<Change.Kind> kinds, int limit) {
        List<Change> found = new ArrayList<>();
        for (Change change : bySequence.tailMap(sequence, false).values()) {
            if (found.size() >= limit) {
                break;
            }
            if (kinds.contains(change.kind())) {
                found.add(change);
            }
        }
        return found;
    }
}
