package org.broadsheet.edition;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/// Editions as pages, API and command line see them.
public interface Editions {
    /// The edition of the period as it stood at the moment.
    Edition of(Period period, Instant asOf);

    /// The newest day that has papers and has begun at the moment; today where there is none yet.
    LocalDate latestDay(Instant now);

    /// Papers by the votes they get now, whenever they were submitted.
    ///
    /// @param limit 1 to 1,000
    List<Place> trending(Instant asOf, int limit);
}
