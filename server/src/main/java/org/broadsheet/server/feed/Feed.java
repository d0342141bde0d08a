package org.broadsheet.server.feed;

import java.time.Instant;
import java.util.List;

/// A feed: what is new somewhere, latest first.
///
/// @param id that never changes, an IRI
/// @param self its own address, absolute
/// @param page the address of the same as a page, absolute
/// @param begun told as the time of the last change while there are no entries
public record Feed(
        String id, String title, String self, String page, Instant begun, List<Entry> entries) {
    public Feed {
        entries = List.copyOf(entries);
    }

    /// @param id that never changes, an IRI
    /// @param url of what it tells, absolute
    /// @param html what it tells
    public record Entry(
            String id,
            String title,
            String url,
            String author,
            Instant published,
            Instant updated,
            String html) {}

    /// When anything in it last became different.
    public Instant updated() {
        return entries.stream().map(Entry::updated).max(Instant::compareTo).orElse(begun);
    }
}
