package org.broadsheet.source;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// A page of a source's listing.
///
/// @param readings its records in order
/// @param next the token of the page after it, none on the last page
/// @param total how many records the listing has, where the source says so
/// @param broken why the page could not be read to its end: its readings are those before, `next`
///   is none, and the same place is to be read again; empty for a whole page
public record Page(
        List<Reading> readings, Optional<String> next, OptionalLong total, String broken) {
    public Page {
        readings = List.copyOf(readings);
        if (!broken.isEmpty() && next.isPresent()) {
            throw new IllegalArgumentException("a broken page has no next one");
        }
    }

    /// A whole page.
    public static Page of(List<? extends Reading> readings, Optional<String> next) {
        return new Page(List.copyOf(readings), next, OptionalLong.empty(), "");
    }

    public boolean isWhole() {
        return broken.isEmpty();
    }
}
