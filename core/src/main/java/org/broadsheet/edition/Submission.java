package org.broadsheet.edition;

import java.time.Instant;
import java.time.LocalDate;
import org.broadsheet.paper.PaperId;

/// A paper put into the edition of a day.
///
/// @param submitter the name of who did it as it is shown; empty when nobody is named
/// @param origin where the submission was made: `reader`, or the name of the source it was read
///   from
public record Submission(
        PaperId paper, LocalDate day, Instant at, String submitter, String origin) {}
