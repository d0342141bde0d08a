package org.broadsheet.paper;

import java.time.LocalDate;
import java.util.Comparator;

/// Where a fact came from, and the day for which the source stated it.
///
/// Of two statements about one fact the more trusted source wins, of two that are trusted alike the
/// later day, and of two from one day the source that is named later in [SourceName].
public record Origin(SourceName source, LocalDate asOf) {
    private static final Comparator<Origin> ORDER =
            Comparator.comparingInt((Origin origin) -> origin.source.trust())
                    .thenComparing(Origin::asOf)
                    .thenComparing(Origin::source);

    /// Whether a statement of this origin replaces one of the other.
    public boolean overrides(Origin other) {
        return ORDER.compare(this, other) > 0;
    }
}
