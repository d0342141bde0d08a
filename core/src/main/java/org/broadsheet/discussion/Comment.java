package org.broadsheet.discussion;

import java.time.Instant;
import java.util.Optional;
import org.broadsheet.paper.PaperId;
import org.broadsheet.reader.ReaderId;
import org.jspecify.annotations.Nullable;

/// What a reader said about a paper, or in answer to another comment on it.
///
/// @param parent the comment that it answers; absent where it answers the paper
/// @param text Markdown, 1 to [#LONGEST] characters; empty once it is removed
/// @param edited when its text last became another; absent while it is as it was written
/// @param hidden by whom and why, while it is
/// @param removed when its author took it back; its place in the thread stays
public record Comment(
        CommentId id,
        PaperId paper,
        @Nullable CommentId parent,
        ReaderId author,
        Instant written,
        String text,
        @Nullable Instant edited,
        @Nullable Hiding hidden,
        @Nullable Instant removed) {
    public static final int LONGEST = 10_000;

    /// A curator's word that readers are not to see it.
    ///
    /// @param reason as readers see it, 1 to [#LONGEST_REASON] characters
    public record Hiding(String reason, ReaderId by, Instant at) {
        public static final int LONGEST_REASON = 300;

        public Hiding {
            reason = reason.strip();
            require("the reason for hiding a comment", reason, LONGEST_REASON);
        }
    }

    public Comment {
        if (removed == null) {
            require("a comment", text, LONGEST);
        } else if (!text.isEmpty()) {
            throw new IllegalArgumentException(
                    "the text of a removed comment must be empty, got %d characters"
                            .formatted(text.length()));
        }
    }

    /// A new one. Blank lines around the text and the carriage returns of forms are taken off.
    public static Comment of(
            CommentId id,
            PaperId paper,
            Optional<CommentId> parent,
            ReaderId author,
            Instant written,
            String text) {
        return new Comment(
                id, paper, parent.orElse(null), author, written, tidy(text), null, null, null);
    }

    /// The text as it is kept.
    public static String tidy(String text) {
        return text.replace("\r\n", "\n").replace('\r', '\n').strip();
    }

    /// Whether its text is there to be read by everybody.
    public boolean isShown() {
        return hidden == null && removed == null;
    }

    public Comment edited(String other, Instant at) {
        return new Comment(id, paper, parent, author, written, tidy(other), at, hidden, removed);
    }

    public Comment hidden(@Nullable Hiding hiding) {
        return new Comment(id, paper, parent, author, written, text, edited, hiding, removed);
    }

    public Comment removed(Instant at) {
        return new Comment(id, paper, parent, author, written, "", edited, hidden, at);
    }

    public Comment on(PaperId other) {
        return new Comment(id, other, parent, author, written, text, edited, hidden, removed);
    }

    private static void require(String what, String text, int longest) {
        int length = text.codePointCount(0, text.length());
        if (text.isBlank() || length > longest) {
            throw new IllegalArgumentException(
                    "%s has 1 to %,d characters, got %,d"
                            .formatted(what, longest, text.isBlank() ? 0 : length));
        }
    }
}
