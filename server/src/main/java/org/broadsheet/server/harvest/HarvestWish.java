package org.broadsheet.server.harvest;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// Which days somebody wishes to have harvested; without wishes a harvest goes on where the last
/// one ended.
///
/// @param since the first day, inclusive
/// @param until the last day, inclusive
public record HarvestWish(@Nullable LocalDate since, @Nullable LocalDate until) {
    public static final HarvestWish NONE = new HarvestWish(null, null);

    public HarvestWish {
        if (since != null && until != null && until.isBefore(since)) {
            throw new IllegalArgumentException(
                    "the days cannot end on %s, before they begin on %s".formatted(until, since));
        }
    }

    boolean isNone() {
        return since == null && until == null;
    }
}
