package org.broadsheet.source;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Where in a source's listing to read: which part of it, and which page of that part.
///
/// @param from the first day whose changes are wanted
/// @param until the last such day, the newest when absent
/// @param parts what is wanted of it, in its own words: sets, categories, venues or a query; all
///   when empty
/// @param token what the page before gave as [Page#next], empty for the first page
public record Place(LocalDate from, @Nullable LocalDate until, List<String> parts, String token) {
    public Place {
        parts = List.copyOf(parts);
        if (until != null && until.isBefore(from)) {
            throw new IllegalArgumentException(
                    "a listing cannot end on %s, before it begins on %s".formatted(until, from));
        }
    }

    /// The first page of that part.
    public static Place from(LocalDate from, @Nullable LocalDate until, List<String> parts) {
        return new Place(from, until, parts, "");
    }

    /// Another page of the same part.
    public Place at(String next) {
        return new Place(from, until, parts, next);
    }
}
