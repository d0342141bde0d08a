package org.broadsheet.edition;

import java.time.Instant;
import java.time.LocalDate;
import org.broadsheet.paper.PaperId;

/// What a curator decided about a paper and a day's edition, whatever the editor thinks.
///
/// @param by the curator's name as it is shown
public record Overrule(LocalDate day, PaperId paper, Kind kind, String by, Instant at) {
    public enum Kind {
        /// The paper is in that edition.
        IN,
        /// The paper is not picked for that edition, nor for a later one.
        OUT
    }
}
