package org.broadsheet.storage;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.broadsheet.change.Change;
import org.broadsheet.notice.Notice;
import org.broadsheet.notice.Notice.State;
import org.broadsheet.notice.NoticeStore;
import org.broadsheet.notice.Wishes;
import org.broadsheet.reader.ReaderId;

/// Notices by id, and what readers want.
final class InMemoryNotices implements NoticeStore {
    private final TreeMap<String, Notice> notices = new TreeMap<>();
    private final Map<ReaderId, Wishes> wishes = new HashMap<>();
    private final InMemoryChanges changes;

    InMemoryNotices(InMemoryChanges changes) {
        this.changes = changes;
    }

    @Override
    public void add(Collection<Notice> added) {
        synchronized (changes) {
            for (Notice notice : added) {
                if (notices.putIfAbsent(notice.id(), notice) == null) {
                    changes.add(Change.Kind.NOTICE, notice.to().value());
                }
            }
        }
    }

    @Override
    public List<Notice> of(ReaderId reader, Set<State> states, String before, int limit) {
        synchronized (changes) {
            var earlier = before.isEmpty() ? notices : notices.headMap(before, false);
            return earlier.descendingMap().values().stream()
                    .filter(notice -> notice.to().equals(reader))
                    .filter(notice -> states.contains(notice.state()))
                    .limit(limit)
                    .toList();
        }
    }

    @Override
    public long unread(ReaderId reader) {
        synchronized (changes) {
            return notices.values().stream()
                    .filter(notice -> notice.to().equals(reader))
                    .filter(notice -> notice.state() == State.UNREAD)
                    .count();
        }
    }

    @Override
    public int mark(ReaderId reader, Collection<String> ids, State state) {
        synchronized (changes) {
            List<Notice> marked =
                    notices.values().stream()
                            .filter(notice -> notice.to().equals(reader))
                            .filter(notice -> ids.contains(notice.id()))
                            .toList();
            return put(reader, marked, state);
        }
    }

    @Override
    public int markAll(ReaderId reader, Set<State> from, State state) {
        synchronized (changes) {
            List<Notice> marked =
                    notices.values().stream()
                            .filter(notice -> notice.to().equals(reader))
                            .filter(notice -> from.contains(notice.state()))
                            .toList();
            return put(reader, marked, state);
        }
    }

    private int put(ReaderId reader, List<Notice> marked, State state) {
        int different = 0;
        for (Notice notice : marked) {
            if (notice.state() != state) {
                notices.put(notice.id(), notice.in(state));
                different++;
            }
        }
        if (different > 0) {
            changes.add(Change.Kind.NOTICE, reader.value());
        }
        return different;
    }

    @Override
    public List<Notice> takeOwed(Instant until, int limit) {
        synchronized (changes) {
            List<Notice> taken =
                    notices.values().stream()
                            .filter(notice -> notice.isOwedByMail() && !notice.at().isAfter(until))
                            .limit(limit)
                            .map(notice -> notice.owedByMail(false))
                            .toList();
            taken.forEach(notice -> notices.put(notice.id(), notice));
            return taken;
        }
    }

    @Override
    public void oweAgain(Collection<String> ids) {
        synchronized (changes) {
            ids.forEach(id -> notices.computeIfPresent(id, (_, notice) -> notice.owedByMail(true)));
        }
    }

    @Override
    public Map<ReaderId, Wishes> wishes(Collection<ReaderId> readers) {
        synchronized (changes) {
            Map<ReaderId, Wishes> found = new HashMap<>();
            readers.forEach(
                    reader -> found.put(reader, wishes.getOrDefault(reader, Wishes.DEFAULT)));
            return found;
        }
    }

    @Override
    public void wish(ReaderId reader, Wishes wanted) {
        synchronized (changes) {
            wishes.put(reader, wanted);
        }
    }

    @Override
    public void forget(ReaderId reader) {
        synchronized (changes) {
            boolean had = notices.values().removeIf(notice -> notice.to().equals(reader));
            wishes.remove(reader);
            if (had) {
                changes.add(Change.Kind.NOTICE, reader.value());
            }
        }
    }
}
