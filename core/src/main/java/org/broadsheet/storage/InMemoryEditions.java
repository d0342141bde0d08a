package org.broadsheet.storage;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.broadsheet.change.Change;
import org.broadsheet.edition.EditionStore;
import org.broadsheet.edition.Submission;
import org.broadsheet.paper.PaperId;

/// Submissions in a map by day and paper.
final class InMemoryEditions implements EditionStore, InMemoryAliases.Moving {
    private record Key(LocalDate day, PaperId paper) {}

    private static final Comparator<Submission> ORDER =
            Comparator.comparing(Submission::day)
                    .thenComparing(Submission::at)
                    .thenComparing(Submission::paper);

    private final TreeMap<Key, Submission> submissions =
            new TreeMap<>(Comparator.comparing(Key::day).thenComparing(Key::paper));
    private final Map<Key, PaperId> under = new HashMap<>();
    private final InMemoryPapers papers;
    private final InMemoryChanges changes;

    InMemoryEditions(InMemoryPapers papers, InMemoryChanges changes) {
        this.papers = papers;
        this.changes = changes;
    }

    @Override
    public int submit(Collection<Submission> told) {
        synchronized (changes) {
            told.forEach(submission -> papers.require(submission.paper(), "submitted"));
            int submitted = 0;
            Set<LocalDate> days = new LinkedHashSet<>();
            for (Submission submission : told) {
                Key key = new Key(submission.day(), submission.paper());
                if (submissions.putIfAbsent(key, submission) == null) {
                    submitted++;
                    days.add(submission.day());
                }
            }
            days.forEach(day -> changes.add(Change.Kind.EDITION, day.toString()));
            return submitted;
        }
    }

    /// Submits without a change number: whoever calls it takes one.
    int put(List<Submission> told) {
        synchronized (changes) {
            int submitted = 0;
            for (Submission one : told) {
                Key key = new Key(one.day(), one.paper());
                submitted += submissions.putIfAbsent(key, one) == null ? 1 : 0;
            }
            return submitted;
        }
    }

    /// Takes a submission back that has this origin, without a change number.
    ///
    /// @return whether there was one
    boolean withdraw(LocalDate day, PaperId paper, String origin) {
        synchronized (changes) {
            Key key = new Key(day, paper);
            Submission made = submissions.get(key);
            if (made == null || !made.origin().equals(origin)) {
                return false;
            }
            submissions.remove(key);
            return true;
        }
    }

    @Override
    public List<Submission> between(LocalDate first, LocalDate last) {
        synchronized (changes) {
            return submissions.values().stream()
                    .filter(it -> !it.day().isBefore(first) && !it.day().isAfter(last))
                    .sorted(ORDER)
                    .toList();
        }
    }

    @Override
    public List<Submission> of(PaperId paper) {
        synchronized (changes) {
            return submissions.values().stream().filter(it -> it.paper().equals(paper)).toList();
        }
    }

    @Override
    public Set<PaperId> submitted(Collection<PaperId> asked) {
        synchronized (changes) {
            Set<PaperId> found = new LinkedHashSet<>();
            submissions.keySet().forEach(key -> found.add(key.paper()));
            found.retainAll(Set.copyOf(asked));
            return found;
        }
    }

    @Override
    public Optional<LocalDate> before(LocalDate day) {
        return Optional.ofNullable(days().lower(day));
    }

    @Override
    public Optional<LocalDate> after(LocalDate day) {
        return Optional.ofNullable(days().higher(day));
    }

    private TreeSet<LocalDate> days() {
        synchronized (changes) {
            TreeSet<LocalDate> days = new TreeSet<>();
            submissions.keySet().forEach(key -> days.add(key.day()));
            return days;
        }
    }

    @Override
    public void unite(PaperId kept, PaperId other) {
        for (Submission one : of(other)) {
            Key from = new Key(one.day(), other);
            Key to = new Key(one.day(), kept);
            PaperId came = under.remove(from);
            submissions.remove(from);
            if (submissions.putIfAbsent(to, moved(one, kept)) == null) {
                under.put(to, came == null ? other : came);
            }
            changes.add(Change.Kind.EDITION, one.day().toString());
        }
    }

    @Override
    public void part(PaperId paper, PaperId alias) {
        for (Submission one : of(paper)) {
            Key from = new Key(one.day(), paper);
            if (alias.equals(under.get(from))) {
                under.remove(from);
                submissions.remove(from);
                submissions.put(new Key(one.day(), alias), moved(one, alias));
                changes.add(Change.Kind.EDITION, one.day().toString());
            }
        }
    }

    private static Submission moved(Submission one, PaperId paper) {
        return new Submission(paper, one.day(), one.at(), one.submitter(), one.origin());
    }
}
