package org.broadsheet.server.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.broadsheet.edition.EditionClock;
import org.broadsheet.server.cache.Reuse;
import org.broadsheet.storage.Change.Kind;

/// Says how long a page may be sent again. Every page names the latest edition in its sections, so
/// none outlives the turn-over of the day.
public final class Keeping {
    /// Scores of what is trending fall by 2 % an hour; similar papers come from an index that
    /// follows the store a moment later.
    private static final Duration SHORT = Duration.ofMinutes(1);

    private final EditionClock editionClock;
    private final Readiness vectors;
    private final Clock clock;

    public Keeping(EditionClock editionClock, Readiness vectors, Clock clock) {
        this.editionClock = editionClock;
        this.vectors = vectors;
        this.clock = clock;
    }

    /// A page that follows from the store alone.
    void untilChanged(HttpServletRequest request) {
        keep(turnOver(), request);
    }

    /// A page that also follows from the moment or from the index.
    void shortly(HttpServletRequest request) {
        Instant soon = clock.instant().plus(SHORT);
        keep(soon.isBefore(turnOver()) ? soon : turnOver(), request);
    }

    /// A page that is not likely to be asked for again.
    void once(HttpServletRequest request) {
        Reuse.ONCE.mark(request);
    }

    private void keep(Instant until, HttpServletRequest request) {
        Set<Kind> kinds = EnumSet.of(Kind.PAPER, Kind.VOTE, Kind.EDITION, Kind.RUN);
        if (vectors.unfinished().isPresent()) {
            kinds.add(Kind.VECTOR);
        }
        new Reuse(kinds, until).mark(request);
    }

    private Instant turnOver() {
        return editionClock.close(editionClock.day(clock.instant()));
    }
}
