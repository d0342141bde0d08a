package org.broadsheet.delivery;

import java.util.HexFormat;
import java.util.List;
import org.broadsheet.paper.Text;

/// What a mail says, before it has a form on the wire. The same for all tries of one delivery.
///
/// @param subject one line of 1 to 200 characters
/// @param text the whole of it in plain text
/// @param html the same for those who show it; empty for none
/// @param fields further header fields, in this order
public record Letter(String subject, String text, String html, List<Field> fields) {
    private static final int LONGEST_SUBJECT = 200;

    /// A header field of printable ASCII: nothing in it can end a line.
    ///
    /// @param name as in `List-Unsubscribe`
    public record Field(String name, String value) {
        private static final int LONGEST = 2_000;

        public Field {
            if (!name.matches("[A-Za-z0-9-]{1,60}")) {
                throw new IllegalArgumentException(
                        "a header field's name is letters, digits and '-', got \"%s\""
                                .formatted(Text.oneLine(name)));
            }
            if (value.length() > LONGEST || !value.matches("[\\x20-\\x7e]*")) {
                throw new IllegalArgumentException(
                        "the field %s is a line of printable ASCII, got \"%s\""
                                .formatted(name, Text.oneLine(value)));
            }
        }
    }

    public Letter {
        subject = Text.oneLine(subject);
        if (subject.isEmpty() || subject.length() > LONGEST_SUBJECT) {
            throw new IllegalArgumentException(
                    "a letter's subject has 1 to %d characters, got \"%s\""
                            .formatted(LONGEST_SUBJECT, subject));
        }
        fields = List.copyOf(fields);
    }

    /// In plain text alone.
    public static Letter plain(String subject, String text) {
        return new Letter(subject, text, "", List.of());
    }

    /// What remains of it when it is gone: 64 hexadecimal digits.
    public String hash() {
        StringBuilder all = new StringBuilder();
        all.append(subject).append('\0').append(text).append('\0').append(html);
        fields.forEach(it -> all.append('\0').append(it.name()).append(':').append(it.value()));
        return HexFormat.of().formatHex(DeliveryId.sha256(all.toString()));
    }
}
