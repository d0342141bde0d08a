package org.broadsheet.server.api;

import org.broadsheet.server.api.PaperObject.UserObject;
import org.jspecify.annotations.Nullable;

/// A comment as the hosted page's own pages hold it, and what is ours beside it.
///
/// @param type always `comment`
record CommentObject(
        String id,
        UserObject author,
        String createdAt,
        String type,
        DataObject data,
        OursObject broadsheet) {

    /// @param latest absent where the text is hidden or removed
    record DataObject(boolean edited, boolean hidden, @Nullable LatestObject latest) {}

    /// @param raw Markdown as it was typed
    record LatestObject(String raw, String html, String updatedAt) {}

    /// @param parent the comment that it answers
    /// @param depth in the thread, 0 for a comment on the paper
    /// @param hiddenBecause the curator's reason
    record OursObject(
            @Nullable String parent,
            int depth,
            long helpful,
            long notHelpful,
            boolean removed,
            @Nullable String hiddenBecause,
            String url) {}
}
