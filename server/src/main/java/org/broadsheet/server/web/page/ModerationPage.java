package org.broadsheet.server.web.page;

import java.util.List;

/// What readers reported and nobody decided on yet.
///
/// @param told what became of the last decision, or why it was not taken; may be empty
public record ModerationPage(Frame frame, String told, List<Row> rows) {
    public ModerationPage {
        rows = List.copyOf(rows);
    }

    /// @param subject as forms name it
    /// @param text what the subject says, where this house can tell
    /// @param path where it stands; empty where it has no place
    /// @param count by how many it was reported, and since when
    /// @param reasons of those who reported it, each once
    public record Row(
            String subject,
            String text,
            String path,
            String count,
            List<String> reasons,
            boolean canBeHidden) {
        public Row {
            reasons = List.copyOf(reasons);
        }
    }
}
