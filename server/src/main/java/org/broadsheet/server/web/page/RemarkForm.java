package org.broadsheet.server.web.page;

import java.util.Optional;
import org.broadsheet.server.text.SafeHtml;

/// A form in which a reader writes: a comment, an answer, another wording, or a reason.
///
/// @param id of its field in the page
/// @param action where it is sent
/// @param parent the comment that is answered, or empty
/// @param text what stands in the field
/// @param refused why it was not taken, or empty
/// @param preview how the text would read, once that was asked for
/// @param button its words
public record RemarkForm(
        String id,
        Kind kind,
        String action,
        String label,
        String parent,
        String text,
        String refused,
        Optional<SafeHtml> preview,
        String button) {
    public enum Kind {
        /// Markdown, over several lines.
        TEXT,
        /// A sentence.
        REASON
    }

    public boolean isRefused() {
        return !refused.isEmpty();
    }

    public RemarkForm refused(String typed, String why) {
        return new RemarkForm(
                id, kind, action, label, parent, typed, why, Optional.empty(), button);
    }

    public RemarkForm previewed(String typed, SafeHtml html) {
        return new RemarkForm(
                id, kind, action, label, parent, typed, "", Optional.of(html), button);
    }
}
