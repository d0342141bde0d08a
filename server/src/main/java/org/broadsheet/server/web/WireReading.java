package org.broadsheet.server.web;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.broadsheet.edition.EditionStore;
import org.broadsheet.paper.Paper;
import org.broadsheet.paper.PaperId;
import org.broadsheet.paper.PaperStore;
import org.broadsheet.paper.PaperStore.WirePlace;
import org.broadsheet.run.RunStore;
import org.jspecify.annotations.Nullable;

/// Reads the wire through a filter: from the place where a page begins, until the page is full.
/// What no index tells apart is looked through paper by paper, at most so many for one page; a page
/// that came to that end says where to go on.
final class WireReading {
    static final int PAGE = 60;

    /// Looked through for one page at most: about a second.
    static final int MOST_LOOKED_THROUGH = 20_000;

    private static final int AT_ONCE = 500;

    private final PaperStore papers;
    private final EditionStore editions;
    private final RunStore runs;

    WireReading(PaperStore papers, EditionStore editions, RunStore runs) {
        this.papers = papers;
        this.editions = editions;
        this.runs = runs;
    }

    /// @param next the paper after which the next page begins
    /// @param isWhole whether the page is full or the wire at its end
    record Page(List<Paper> shown, Optional<PaperId> next, boolean isWhole) {}

    Page read(WireFilter filter, @Nullable Paper after) {
        WirePlace top =
                filter.category().isEmpty() ? WirePlace.TOP : WirePlace.top(filter.category());
        WirePlace place = filter.to() == null ? top : top.from(filter.to());
        if (after != null) {
            place = top.after(after);
        }
        List<Paper> shown = new ArrayList<>();
        int looked = 0;
        while (looked < MOST_LOOKED_THROUGH) {
            List<Paper> part = papers.wire(place, filter.isOpen() ? PAGE + 1 : AT_ONCE);
            Set<PaperId> taken = taken(filter, part);
            for (Paper paper : part) {
                if (filter.isBefore(paper.published())) {
                    return new Page(shown, Optional.empty(), true);
                }
                if (taken.contains(paper.id())) {
                    if (shown.size() == PAGE) {
                        return new Page(shown, Optional.of(shown.getLast().id()), true);
                    }
                    shown.add(paper);
                }
            }
            if (part.size() < (filter.isOpen() ? PAGE + 1 : AT_ONCE)) {
                return new Page(shown, Optional.empty(), true);
            }
            looked += part.size();
            place = top.after(part.getLast());
            if (looked >= MOST_LOOKED_THROUGH) {
                return new Page(shown, Optional.of(part.getLast().id()), false);
            }
        }
        return new Page(shown, Optional.empty(), true);
    }

    private Set<PaperId> taken(WireFilter filter, List<Paper> part) {
        Set<PaperId> taken = new HashSet<>();
        part.stream().filter(filter::takes).map(Paper::id).forEach(taken::add);
        if (filter.edition() == WireFilter.Editions.NONE) {
            taken.removeAll(editions.submitted(taken));
        }
        if (filter.has().contains(WireFilter.RUN)) {
            taken.retainAll(runs.done(taken));
        }
        return taken;
    }
}
