package org.broadsheet.server.web.page;

import java.util.List;
import java.util.Optional;

/// One comment with what was answered, and a form about it.
///
/// @param wordings how it read over time; empty where that is not asked for
public record RemarkPage(
        Frame frame,
        Link paper,
        Remark remark,
        List<Remark> answers,
        Optional<RemarkForm> form,
        List<Wording> wordings) {
    public RemarkPage {
        answers = List.copyOf(answers);
        wordings = List.copyOf(wordings);
    }

    /// @param text as it was typed
    public record Wording(Remark.Moment since, String text) {}
}
