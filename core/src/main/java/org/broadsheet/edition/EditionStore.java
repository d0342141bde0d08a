package org.broadsheet.edition;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.broadsheet.paper.PaperId;

/// Keeps the submissions that make editions. Every backend passes `StorageContract`.
public interface EditionStore {
    /// Keeps the submissions, all in one step. A paper that already is in that day's edition stays
    /// as it was first submitted. A submission of an unknown paper throws
    /// `IllegalArgumentException`.
    ///
    /// @return how many were new
    int submit(Collection<Submission> submissions);

    /// The submissions of all days from the first to the last, both included, by day, time and id.
    List<Submission> between(LocalDate first, LocalDate last);

    /// The submissions of one paper, earliest day first.
    List<Submission> of(PaperId paper);

    /// Those of these papers that are in any edition.
    Set<PaperId> submitted(Collection<PaperId> papers);

    /// The latest day with an edition strictly before the given one.
    Optional<LocalDate> before(LocalDate day);

    /// The earliest day with an edition strictly after the given one.
    Optional<LocalDate> after(LocalDate day);
}
