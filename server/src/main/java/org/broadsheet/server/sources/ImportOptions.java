package org.broadsheet.server.sources;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// What the caller says about files that do not say it themselves.
///
/// @param day the edition's day of daily papers (`--date`); absent: the date in the file's name,
///   else each entry's own
/// @param asOf the day on which a search page was saved (`--as-of`), from which missing years
///   follow; absent: the day on which the file was last written
public record ImportOptions(@Nullable LocalDate day, @Nullable LocalDate asOf) {
    public static final ImportOptions NONE = new ImportOptions(null, null);
}
