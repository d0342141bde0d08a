package org.broadsheet.delivery;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a mail system says of a delivery, as RFC 3463 numbers it: `5.1.1` is a mailbox that does
/// not exist.
///
/// @param kind 2 for good, 4 for not now, 5 for never
public record StatusCode(int kind, int subject, int detail) {
    private static final Pattern FORM =
            Pattern.compile("(?<![\\d.])([245])\\.(\\d{1,3})\\.(\\d{1,3})(?![\\d.])");

    /// The first in the text.
    public static Optional<StatusCode> in(String text) {
        Matcher found = FORM.matcher(text);
        return found.find()
                ? Optional.of(
                        new StatusCode(
                                Integer.parseInt(found.group(1)),
                                Integer.parseInt(found.group(2)),
                                Integer.parseInt(found.group(3))))
                : Optional.empty();
    }

    /// Whether it says that the address will never work: it does not exist (5.1.x, but for those
    /// about the sender's, 5.1.7 and 5.1.8) or is switched off (5.2.1).
    public boolean isHard() {
        return kind == 5
                && (subject == 1 && detail != 7 && detail != 8 || subject == 2 && detail == 1);
    }

    @Override
    public String toString() {
        return kind + "." + subject + "." + detail;
    }
}
