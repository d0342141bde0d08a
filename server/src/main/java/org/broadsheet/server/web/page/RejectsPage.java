package org.broadsheet.server.web.page;

import java.util.List;

/// Records that were set aside, each with its reason and its raw text.
///
/// @param count how many there are, in words
/// @param told what became of a record that somebody just had read again; empty otherwise
public record RejectsPage(Frame frame, String count, String told, List<Row> rows) {
    public RejectsPage {
        rows = List.copyOf(rows);
    }

    /// @param key names the record in forms
    public record Row(
            String key, String source, String place, String reason, String raw, String at) {}
}
