package org.broadsheet.server.web.page;

import java.util.List;
import java.util.Optional;

/// An exhibit of a run on a page.
///
/// @param id alone on the page
/// @param markup the drawing, safe to stand in a page; empty unless drawn
/// @param sound the address of what is heard; empty unless heard
/// @param data the same in figures, where there are any
/// @param links to the files
public record Shown(
        String id,
        Kind kind,
        String title,
        String finding,
        String markup,
        String sound,
        Optional<Rows> data,
        List<Link> links) {
    public enum Kind {
        DRAWN,
        HEARD,
        TABLED
    }

    public Shown {
        links = List.copyOf(links);
    }
}
