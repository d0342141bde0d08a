package org.broadsheet.server.web.page;

import java.util.List;
import java.util.Optional;

/// The form in which the people of a house choose its name and what interests it.
///
/// @param name as it was typed, like the other three
/// @param further categories that stand in no group, between blanks
/// @param keywords one a line
/// @param registration `closed`, `invitation` or `open`
/// @param problem why what was typed is not accepted
/// @param isKept whether this answers a choice that was just kept
public record HousePage(
        Frame frame,
        String name,
        String line,
        List<Group> groups,
        String further,
        String keywords,
        String registration,
        Optional<String> problem,
        boolean isKept) {
    public HousePage {
        groups = List.copyOf(groups);
    }

    /// Categories that are offered together.
    public record Group(String title, List<Category> categories) {
        public Group {
            categories = List.copyOf(categories);
        }
    }

    public record Category(String id, String name, boolean isChosen) {}
}
