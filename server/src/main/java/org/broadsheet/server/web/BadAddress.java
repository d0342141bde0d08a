package org.broadsheet.server.web;

import java.util.function.Supplier;

/// An address that nobody can read: the message names the part, what it was and what is accepted.
/// Thrown across Spring's handlers and answered in one place, [ProblemPages].
final class BadAddress extends RuntimeException {
    private static final long serialVersionUID = 1;

    BadAddress(String message) {
        super(message);
    }

    /// What the reading gives; core's refusal of a text is the refusal of the address.
    static <T> T unless(Supplier<T> reading) {
        try {
            return reading.get();
        } catch (IllegalArgumentException e) {
            throw new BadAddress(String.valueOf(e.getMessage()));
        }
    }

    /// A page number, from 1.
    static int page(String text) {
        if (text.matches("[1-9]\\d{0,5}")) {
            return Integer.parseInt(text);
        }
        String shown = text.length() <= 40 ? text : text.substring(0, 37) + "...";
        throw new BadAddress(
                "not a page: \"" + shown + "\"; accepted is a number from 1, as in page=2");
    }
}
