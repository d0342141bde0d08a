package org.broadsheet.mail;

import org.broadsheet.paper.Text;

/// A message in plain text to one address.
///
/// @param to a mail address
/// @param subject one line of 1 to 200 characters
/// @param body lines of text
public record Message(String to, String subject, String body, Kind kind) {
    private static final int LONGEST_SUBJECT = 200;

    /// What a message is about, for whoever may switch kinds of it off.
    public enum Kind {
        /// About the reader's own account, as asked for a moment ago; never switched off.
        ACCOUNT,
        /// Something happened that concerns the reader.
        NOTICE
    }

    public Message {
        subject = Text.oneLine(subject);
        if (subject.isEmpty() || subject.length() > LONGEST_SUBJECT) {
            throw new IllegalArgumentException(
                    "a message's subject has 1 to %d characters, got \"%s\""
                            .formatted(LONGEST_SUBJECT, subject));
        }
        if (to.chars().anyMatch(c -> c <= ' ' || c == 0x7f)) {
            throw new IllegalArgumentException(
                    "a message goes to one mail address, got \"%s\"".formatted(Text.oneLine(to)));
        }
    }
}
