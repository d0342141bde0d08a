package org.broadsheet.account;

import java.util.Locale;
import java.util.regex.Pattern;

/// A mail address as people type it, kept in small letters: two spellings are one address.
public record MailAddress(String value) {
    public static final String ACCEPTED = "an address such as ada@example.org";

    private static final int LONGEST = 254;

    /// The addresses that reach people: no quotes, no comments, no address in digits. What could
    /// break a header (line ends, commas, angle brackets) is no part of any.
    private static final Pattern FORM =
            Pattern.compile(
                    "[a-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*"
                            + "@(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.)*"
                            + "[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?");

    public MailAddress {
        value = value.strip().toLowerCase(Locale.ROOT);
        if (value.length() > LONGEST || !FORM.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "not a mail address: \"%s\"; accepted is %s"
                            .formatted(
                                    value.length() <= 80 ? value : value.substring(0, 77) + "...",
                                    ACCEPTED));
        }
    }

    /// What remains of it when it must be forgotten but not written to.
    public String hash() {
        return new Secret(value).hash();
    }

    @Override
    public String toString() {
        return value;
    }
}
