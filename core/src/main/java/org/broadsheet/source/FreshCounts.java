package org.broadsheet.source;

import static java.util.stream.Collectors.toMap;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.broadsheet.edition.EditionStore;
import org.broadsheet.edition.Submission;
import org.broadsheet.edition.Tally;
import org.broadsheet.edition.TallyStore;
import org.broadsheet.paper.PaperId;
import org.jspecify.annotations.Nullable;

/// Picks the counts of a batch that are not out of date.
///
/// A paper can come into two editions of one source, each with the count of its day. The count of
/// the later day holds, in whichever order the days are read and however often.
final class FreshCounts {
    private final TallyStore tallies;
    private final EditionStore editions;

    FreshCounts(TallyStore tallies, EditionStore editions) {
        this.tallies = tallies;
        this.editions = editions;
    }

    List<Tally> of(List<Statement> statements) {
        Map<Key, Counted> told = new LinkedHashMap<>();
        for (Statement statement : statements) {
            for (Tally tally : statement.tallies()) {
                told.merge(Key.of(tally), new Counted(tally, statement), Counted::later);
            }
        }
        if (told.isEmpty()) {
            return List.of();
        }
        Map<Key, Tally> known = known(told);
        List<Tally> fresh = new ArrayList<>();
        told.forEach((key, counted) -> {
            if (isFresh(counted, known.get(key))) {
                fresh.add(counted.tally());
            }
        });
        return fresh;
    }

    private Map<Key, Tally> known(Map<Key, Counted> told) {
        List<PaperId> papers = told.keySet().stream().map(Key::paper).distinct().toList();
        Instant now =
                told.values().stream()
                        .map(counted -> counted.tally().at())
                        .max(Comparator.naturalOrder())
                        .orElse(Instant.EPOCH);
        return tallies.of(papers, now).stream()
                .collect(toMap(Key::of, tally -> tally, (_, later) -> later));
    }

    private boolean isFresh(Counted counted, @Nullable Tally known) {
        return known == null
                || known.count() == counted.tally().count()
                || !isCountedLater(counted.tally(), counted.day());
    }

    private boolean isCountedLater(Tally tally, @Nullable LocalDate day) {
        return day != null
                && editions.of(tally.paper()).stream()
                        .filter(one -> one.origin().equals(tally.origin()))
                        .anyMatch(one -> one.day().isAfter(day));
    }

    /// A count and the last day that its record speaks of, if it speaks of one.
    private record Counted(Tally tally, @Nullable LocalDate day) {
        Counted(Tally tally, Statement statement) {
            this(
                    tally,
                    statement.submissions().stream()
                            .map(Submission::day)
                            .max(Comparator.naturalOrder())
                            .orElse(null));
        }

        Counted later(Counted other) {
            boolean isOlder = day != null && other.day != null && other.day.isBefore(day);
            return isOlder ? this : other;
        }
    }

    private record Key(PaperId paper, Tally.Kind kind, String origin) {
        static Key of(Tally tally) {
            return new Key(tally.paper(), tally.kind(), tally.origin());
        }
    }
}
