package org.broadsheet.server.api;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.broadsheet.edition.Edition;
import org.broadsheet.edition.EditionStore;
import org.broadsheet.edition.Editions;
import org.broadsheet.edition.Period;
import org.broadsheet.edition.Place;
import org.broadsheet.edition.Submission;

/// Cuts pages out of editions, of one period or of all days from the newest on.
final class DailyPapers {
    /// So many days are counted at once on the way to a page.
    private static final int STRIDE_DAYS = 31;

    /// Papers that trending looks at.
    private static final int MOST_TRENDING = 1_000;

    private final Editions editions;
    private final EditionStore store;

    DailyPapers(Editions editions, EditionStore store) {
        this.editions = editions;
        this.store = store;
    }

    /// Which places are wanted.
    ///
    /// @param submitter only their submissions
    record Cut(Instant asOf, Optional<String> submitter, long from, int limit) {
        boolean takes(Submission submission) {
            return submitter.map(submission.submitter()::equalsIgnoreCase).orElse(true);
        }
    }

    record Page(List<Place> places, More more) {}

    enum More {
        AFTER_THIS,
        NO
    }

    Page of(Period period, Cut cut) {
        return page(editions.of(period, cut.asOf).places(), cut);
    }

    Page trending(Cut cut) {
        return page(editions.trending(cut.asOf, MOST_TRENDING), cut);
    }

    /// Newest day first; within a day in the edition's order. Days before the page are only
    /// counted.
    Page latest(Cut cut) {
        List<Place> found = new ArrayList<>();
        long skip = cut.from;
        Optional<LocalDate> last = Optional.of(editions.latestDay(cut.asOf));
        while (last.isPresent() && found.size() <= cut.limit) {
            LocalDate first = last.get().minusDays(STRIDE_DAYS - 1L);
            long inStride = count(first, last.get(), cut);
            if (inStride <= skip) {
                skip -= inStride;
            } else {
                skip = take(first, last.get(), skip, cut, found);
            }
            last = store.before(first);
        }
        return cut(found, 0, cut.limit);
    }

    private long take(LocalDate first, LocalDate last, long skip, Cut cut, List<Place> found) {
        long left = skip;
        for (LocalDate day = last; !day.isBefore(first) && found.size() <= cut.limit; ) {
            long onDay = count(day, day, cut);
            if (onDay > left) {
                Edition edition = editions.of(new Period.Day(day), cut.asOf);
                edition.places().stream()
                        .filter(place -> cut.takes(place.submission()))
                        .skip(left)
                        .forEach(found::add);
            }
            left = Math.max(0, left - onDay);
            day = day.minusDays(1);
        }
        return left;
    }

    private long count(LocalDate first, LocalDate last, Cut cut) {
        Predicate<Submission> isIn =
                submission -> !submission.at().isAfter(cut.asOf) && cut.takes(submission);
        return store.between(first, last).stream().filter(isIn).count();
    }

    private static Page page(List<Place> places, Cut cut) {
        List<Place> taken = places.stream().filter(place -> cut.takes(place.submission())).toList();
        return cut(taken, cut.from, cut.limit);
    }

    private static Page cut(List<Place> places, long from, int limit) {
        List<Place> page = places.stream().skip(from).limit(limit).toList();
        return new Page(page, places.size() > from + limit ? More.AFTER_THIS : More.NO);
    }
}
