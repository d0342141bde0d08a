package org.broadsheet.server.web.page;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.broadsheet.server.text.SafeHtml;

/// A comment as pages show it.
///
/// @param id of the comment
/// @param paper what it is about, for lists of comments on many papers
/// @param url its permalink
/// @param badges what its author is to the paper, as in `Submitter`
/// @param at when it was written, for machines and for people
/// @param text how it reads; absent where it is not to be read
/// @param absent why it is not, or that only curators read it; may be empty
/// @param depth 0 to [org.broadsheet.discussion.Talk#DEEPEST]
/// @param answers the permalink of the comment that it answers, where that is not plain
/// @param mine what the reader who looks thinks of it: `up`, `down` or empty
/// @param note from when that counts, if it does not yet; else empty
/// @param acts what the reader who looks may do with it
public record Remark(
        String id,
        Link paper,
        String url,
        Person author,
        List<String> badges,
        Moment at,
        boolean isEdited,
        Optional<SafeHtml> text,
        String absent,
        int depth,
        Optional<String> answers,
        Count helpful,
        String mine,
        String note,
        Set<Act> acts) {
    public enum Act {
        VOTE,
        REPLY,
        EDIT,
        REMOVE,
        REPORT,
        HIDE,
        SHOW
    }

    /// @param iso for machines
    public record Moment(String iso, String text) {}

    public record Count(long up, long down) {}

    public boolean may(Act act) {
        return acts.contains(act);
    }

    /// What the button asks for, which is to take back what was said before.
    public String asks(String value) {
        return mine.equals(value) ? "none" : value;
    }

    public String pressed(String value) {
        return mine.equals(value) ? "true" : "false";
    }
}
