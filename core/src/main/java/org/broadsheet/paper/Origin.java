package org.broadsheet.paper;

import java.time.LocalDate;

/// Where a fact came from, and the day for which the source stated it.
///
/// Of two statements about one fact the more trusted source wins, and of two from one source the
/// later day.
public record Origin(SourceName source, LocalDate asOf) {
    /// Whether a statement of this origin replaces one of the other.
    public boolean overrides(Origin other) {
        int trust = Integer.compare(source.trust(), other.source.trust());
        return trust != 0 ? trust > 0 : asOf.isAfter(other.asOf);
    }
}
