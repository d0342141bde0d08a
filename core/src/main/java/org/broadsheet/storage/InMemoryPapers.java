package org.broadsheet.storage;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.broadsheet.change.Change;
import org.broadsheet.paper.AuthorKey;
import org.broadsheet.paper.Paper;
import org.broadsheet.paper.PaperId;
import org.broadsheet.paper.PaperStore;
import org.broadsheet.paper.Text;
import org.broadsheet.paper.TitleMark;
import org.broadsheet.storage.InMemoryNames.Name;
import org.jspecify.annotations.Nullable;

/// Papers in a map, looked through from end to end for every question.
final class InMemoryPapers implements PaperStore {
    private static final Comparator<Paper> NEWEST_FIRST =
            Comparator.comparing(
                    Paper::published, Comparator.nullsLast(Comparator.<LocalDate>reverseOrder()));
    static final Comparator<Paper> IN_THE_WIRE =
            NEWEST_FIRST.thenComparing(Paper::id, Comparator.reverseOrder());

    private final Map<PaperId, Paper> papers = new TreeMap<>();
    private final InMemoryNames names = new InMemoryNames();
    private final InMemoryChanges changes;

    InMemoryPapers(InMemoryChanges changes) {
        this.changes = changes;
    }

    @Override
    public Kept keep(Collection<Paper> told, Map<String, PaperId> more) {
        synchronized (changes) {
            note(more);
            int added = 0;
            Set<PaperId> different = new LinkedHashSet<>();
            int changed = 0;
            for (Paper one : told) {
                Paper paper = one.withId(names.lead(one.id()));
                Paper known = papers.get(paper.id());
                names.tell(one, known);
                Paper merged = known == null ? paper : known.merge(paper);
                if (!merged.equals(known)) {
                    papers.put(paper.id(), merged);
                    different.add(paper.id());
                    added += known == null ? 1 : 0;
                    changed += known == null ? 0 : 1;
                }
            }
            different.forEach(id -> changes.add(Change.Kind.PAPER, id.value()));
            return new Kept(added, changed, told.size() - added - changed);
        }
    }

    @Override
    public Map<PaperId, Paper> get(Collection<PaperId> ids) {
        synchronized (changes) {
            Map<PaperId, Paper> found = new HashMap<>();
            for (PaperId id : ids) {
                Paper paper = papers.get(id);
                if (paper != null) {
                    found.put(id, paper);
                }
            }
            return found;
        }
    }

    @Override
    public Map<String, PaperId> byTitle(Collection<String> titleKeys) {
        Set<String> wanted = new HashSet<>(titleKeys);
        Map<String, PaperId> found = new HashMap<>();
        for (Paper paper : all()) {
            String key = Text.titleKey(paper.title());
            if (wanted.contains(key)) {
                found.putIfAbsent(key, paper.id());
            }
        }
        return found;
    }

    @Override
    public List<Paper> by(AuthorKey author) {
        return all().stream()
                .filter(paper -> paper.authors().stream().anyMatch(it -> it.key().equals(author)))
                .sorted(NEWEST_FIRST.thenComparing(Paper::id))
                .limit(1_000)
                .toList();
    }

    @Override
    public List<Paper> wire(WirePlace after, int limit) {
        return all().stream()
                .filter(paper -> isIn(after.category(), paper) && isAfter(after, paper))
                .sorted(IN_THE_WIRE)
                .limit(Math.max(0, limit))
                .toList();
    }

    private static boolean isIn(@Nullable String category, Paper paper) {
        return category == null || paper.categories().contains(category);
    }

    private static boolean isAfter(WirePlace place, Paper paper) {
        PaperId id = place.id();
        if (id == null && place.day() == null) {
            return true;
        }
        int days =
                Comparator.nullsLast(Comparator.<LocalDate>reverseOrder())
                        .compare(paper.published(), place.day());
        if (id == null) {
            return days >= 0;
        }
        return days > 0 || days == 0 && paper.id().compareTo(id) < 0;
    }

    @Override
    public long count() {
        synchronized (changes) {
            return papers.size();
        }
    }

    /// Notes names that are unknown, and says how many were.
    int note(Map<String, PaperId> told) {
        int noted = 0;
        for (Map.Entry<String, PaperId> one : told.entrySet()) {
            if (names.get(one.getKey()) == null && !isPaper(one.getKey())) {
                names.put(one.getKey(), new Name(one.getValue(), null, null, false));
                noted++;
                if (!one.getKey().startsWith(TitleMark.PREFIX)) {
                    changes.add(Change.Kind.PAPER, one.getValue().value());
                }
            }
        }
        return noted;
    }

    /// Whether the name is a paper's own id.
    boolean isPaper(String name) {
        return !name.startsWith(TitleMark.PREFIX) && has(PaperId.of(name));
    }

    InMemoryNames names() {
        return names;
    }

    /// Puts a paper in place of what is known of it.
    void put(Paper paper) {
        papers.put(paper.id(), paper);
        changes.add(Change.Kind.PAPER, paper.id().value());
    }

    void remove(PaperId id) {
        papers.remove(id);
        changes.add(Change.Kind.PAPER, id.value());
    }

    boolean has(PaperId id) {
        synchronized (changes) {
            return papers.containsKey(id);
        }
    }

    /// @param what what somebody tried to do with the paper, for the message
    void require(PaperId id, String what) {
        if (!has(id)) {
            throw new IllegalArgumentException(
                    "no paper %s is known; only a known paper can be %s".formatted(id, what));
        }
    }

    /// All papers by id.
    List<Paper> all() {
        synchronized (changes) {
            return List.copyOf(papers.values());
        }
    }
}
