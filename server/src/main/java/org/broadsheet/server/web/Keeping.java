package org.broadsheet.server.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.broadsheet.change.Change.Kind;
import org.broadsheet.edition.EditionClock;
import org.broadsheet.server.cache.Reuse;

/// Says how long a page may be sent again. Every page names the latest edition in its sections, so
/// none outlives the turn-over of the day.
public final class Keeping {
    /// Scores of what is trending fall by 2 % an hour; similar papers come from an index that
    /// follows the store a moment later.
    private static final Duration SHORT = Duration.ofMinutes(1);

    /// While vectors are made, every page shows how many there are, and asks again by itself each 4
    /// seconds. Without a script it may be so much behind.
    private static final Duration PROGRESS = Duration.ofSeconds(5);

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
        keep(earlier(in(SHORT), turnOver()), request);
    }

    /// A page that is not likely to be asked for again.
    void once(HttpServletRequest request) {
        Reuse.ONCE.mark(request);
    }

    private void keep(Instant until, HttpServletRequest request) {
        Instant end = vectors.unfinished().isPresent() ? earlier(until, in(PROGRESS)) : until;
        Reuse.whileUnchanged(
                        end,
                        Kind.PAPER,
                        Kind.VOTE,
                        Kind.EDITION,
                        Kind.RUN,
                        Kind.HOUSE,
                        Kind.COMMENT,
                        Kind.NOTICE,
                        Kind.READER)
                .mark(request);
    }

    private Instant in(Duration time) {
        return clock.instant().plus(time);
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private Instant turnOver() {
        return editionClock.close(editionClock.day(clock.instant()));
    }
}
