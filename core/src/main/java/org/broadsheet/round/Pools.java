package org.broadsheet.round;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.broadsheet.delivery.Mailing;
import org.broadsheet.edition.Editions;
import org.broadsheet.paper.PaperStore;

/// The pools of the mailings that are under way, as each stood when its mailing was made. Safe for
/// many threads.
public final class Pools {
    private static final int MOST_KEPT = 16;

    private final Editions editions;
    private final PaperStore papers;
    private final Map<Made, Pool> kept =
            new LinkedHashMap<>(MOST_KEPT, 0.75f, true) {
                private static final long serialVersionUID = 1;

                @Override
                protected boolean removeEldestEntry(Map.Entry<Made, Pool> eldest) {
                    return size() > MOST_KEPT;
                }
            };

    public Pools(Editions editions, PaperStore papers) {
        this.editions = editions;
        this.papers = papers;
    }

    private record Made(String edition, Instant at) {}

    /// @throws IllegalArgumentException if the mailing is no digest
    public synchronized Pool of(Mailing mailing) {
        return kept.computeIfAbsent(
                new Made(mailing.edition(), mailing.made()),
                made -> Pool.of(Span.of(made.edition()), made.at(), editions, papers));
    }
}
