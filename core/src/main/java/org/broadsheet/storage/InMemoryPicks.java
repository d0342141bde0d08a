package org.broadsheet.storage;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.broadsheet.change.Change;
import org.broadsheet.edition.Overrule;
import org.broadsheet.edition.Pick;
import org.broadsheet.edition.PickStore;
import org.broadsheet.edition.Submission;
import org.broadsheet.paper.PaperId;

/// Picks and decisions in maps by day.
final class InMemoryPicks implements PickStore, InMemoryAliases.Moving {
    private record Key(LocalDate day, PaperId paper) {}

    private static final Comparator<Overrule> ORDER =
            Comparator.comparing(Overrule::day)
                    .thenComparing(Overrule::at)
                    .thenComparing(Overrule::paper);

    private final TreeMap<LocalDate, List<Pick>> picks = new TreeMap<>();
    private final TreeMap<Key, Overrule> overrules =
            new TreeMap<>(Comparator.comparing(Key::day).thenComparing(Key::paper));
    private final InMemoryPapers papers;
    private final InMemoryEditions editions;
    private final InMemoryChanges changes;

    InMemoryPicks(InMemoryPapers papers, InMemoryEditions editions, InMemoryChanges changes) {
        this.papers = papers;
        this.editions = editions;
        this.changes = changes;
    }

    @Override
    public boolean publish(LocalDate day, List<Pick> told, Instant at) {
        synchronized (changes) {
            told.forEach(pick -> papers.require(pick.paper(), "picked"));
            List<Pick> before = picks.getOrDefault(day, List.of());
            picks.put(day, List.copyOf(told));
            boolean isDifferent = !before.equals(told);
            Set<PaperId> stay = new HashSet<>();
            told.forEach(pick -> stay.add(pick.paper()));
            for (Pick pick : before) {
                if (!stay.contains(pick.paper())) {
                    editions.withdraw(day, pick.paper(), pick.by().origin());
                }
            }
            List<Submission> made = new ArrayList<>();
            for (Pick pick : told) {
                Instant moment = at.plusMillis(made.size());
                made.add(new Submission(pick.paper(), day, moment, "", pick.by().origin()));
            }
            boolean isSubmitted = editions.put(made) > 0;
            if (isDifferent || isSubmitted) {
                changes.add(Change.Kind.EDITION, day.toString());
            }
            return isDifferent || isSubmitted;
        }
    }

    @Override
    public List<Dated> between(LocalDate first, LocalDate last) {
        synchronized (changes) {
            List<Dated> found = new ArrayList<>();
            picks.forEach((day, all) -> {
                if (!day.isBefore(first) && !day.isAfter(last)) {
                    all.forEach(pick -> found.add(new Dated(day, pick)));
                }
            });
            return found;
        }
    }

    @Override
    public Optional<LocalDate> latestDay() {
        synchronized (changes) {
            return picks.isEmpty() ? Optional.empty() : Optional.of(picks.lastKey());
        }
    }

    @Override
    public void overrule(Overrule overrule) {
        synchronized (changes) {
            papers.require(overrule.paper(), "decided about");
            overrules.put(new Key(overrule.day(), overrule.paper()), overrule);
            changes.add(Change.Kind.EDITION, overrule.day().toString());
        }
    }

    @Override
    public void restore(LocalDate day, PaperId paper) {
        synchronized (changes) {
            if (overrules.remove(new Key(day, paper)) != null) {
                changes.add(Change.Kind.EDITION, day.toString());
            }
        }
    }

    /// What was decided stays with the paper that goes on, for good.
    @Override
    public void unite(PaperId kept, PaperId other) {
        picks.replaceAll((_, all) -> renamed(all, kept, other));
        for (Overrule one : List.copyOf(overrules.values())) {
            if (one.paper().equals(other)) {
                overrules.remove(new Key(one.day(), other));
                overrules.putIfAbsent(
                        new Key(one.day(), kept),
                        new Overrule(one.day(), kept, one.kind(), one.by(), one.at()));
            }
        }
    }

    private static List<Pick> renamed(List<Pick> all, PaperId kept, PaperId other) {
        boolean hasBoth = all.stream().anyMatch(pick -> pick.paper().equals(kept));
        List<Pick> renamed = new ArrayList<>();
        for (Pick pick : all) {
            if (!pick.paper().equals(other)) {
                renamed.add(pick);
            } else if (!hasBoth) {
                renamed.add(new Pick(kept, pick.by(), pick.reason()));
            }
        }
        return List.copyOf(renamed);
    }

    @Override
    public void part(PaperId paper, PaperId alias) {
        // Stays with the paper that went on.
    }

    @Override
    public List<Overrule> overrules(LocalDate first, LocalDate last) {
        synchronized (changes) {
            return overrules.values().stream()
                    .filter(it -> !it.day().isBefore(first) && !it.day().isAfter(last))
                    .sorted(ORDER)
                    .toList();
        }
    }
}
