package org.broadsheet.server.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;
import org.broadsheet.server.web.page.Frame.Vectors;

/// How many papers can be found by meaning already, counted at most once a second: every page asks.
public final class Readiness {
    private static final Duration FRESH = Duration.ofSeconds(1);

    private record Counted(Vectors vectors, Instant at) {}

    private final LongSupplier ready;
    private final LongSupplier total;
    private final Clock clock;
    private final AtomicReference<Counted> last =
            new AtomicReference<>(new Counted(new Vectors(0, 0), Instant.MIN));

    /// @param ready counts the papers that have a vector
    /// @param total counts all papers
    public Readiness(LongSupplier ready, LongSupplier total, Clock clock) {
        this.ready = ready;
        this.total = total;
        this.clock = clock;
    }

    /// For a house without vectors: there is nothing to wait for.
    public static Readiness none() {
        return new Readiness(() -> 0, () -> 0, Clock.systemUTC());
    }

    Vectors now() {
        Instant now = clock.instant();
        Counted counted = last.get();
        if (now.isBefore(counted.at()) || !now.isBefore(later(counted.at()))) {
            counted = new Counted(new Vectors(ready.getAsLong(), total.getAsLong()), now);
            last.set(counted);
        }
        return counted.vectors();
    }

    /// Absent when there is nothing left to do.
    Optional<Vectors> unfinished() {
        return Optional.of(now()).filter(vectors -> !vectors.isComplete());
    }

    private static Instant later(Instant at) {
        return at.equals(Instant.MIN) ? at : at.plus(FRESH);
    }
}
