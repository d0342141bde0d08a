package org.broadsheet.edition;

import java.time.Instant;
import org.broadsheet.paper.PaperId;

/// A count that another place reported for a paper: a fact of its own, shown apart from our votes.
///
/// @param origin the place that counted, as in `hosted daily papers`
/// @param at when it was imported; rankings as of an earlier moment leave it out
public record Tally(PaperId paper, Kind kind, String origin, long count, Instant at) {
    public enum Kind {
        VOTES,
        COMMENTS,
        STARS
    }

    public Tally {
        if (count < 0) {
            throw new IllegalArgumentException(
                    "a count must be >= 0, got " + count + " for " + paper);
        }
    }
}
