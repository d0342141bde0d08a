package org.broadsheet.server.api;

import jakarta.servlet.http.HttpServletRequest;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/// The parameters of a request. Unknown ones are ignored, empty ones count as absent, of repeated
/// ones the first holds; what cannot be read throws [Refused], naming what is accepted.
record Parameters(HttpServletRequest request) {
    private static final int LONGEST_SHOWN = 40;

    Optional<String> text(String name) {
        return Optional.ofNullable(request.getParameter(name)).filter(text -> !text.isBlank());
    }

    String text(String name, int longest) {
        return text(name)
                .filter(text -> text.length() <= longest)
                .orElseThrow(() ->
                        Refused.parameter(
                                "%s must be 1 to %d characters, got %s"
                                        .formatted(
                                                name,
                                                longest,
                                                text(name)
                                                        .map(t -> "" + t.length())
                                                        .orElse("none"))));
    }

    int number(String name, int standard, int least, int most) {
        Optional<String> text = text(name);
        if (text.isEmpty()) {
            return standard;
        }
        try {
            int number = Integer.parseInt(text.get().strip());
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException _) {
            // refused below, like a number out of range
        }
        throw Refused.parameter(
                "%s must be a whole number from %d to %d, got \"%s\""
                        .formatted(name, least, most, shown(text.get())));
    }

    <E extends Enum<E>> E choice(String name, E standard, Class<E> choices) {
        Optional<String> text = text(name);
        if (text.isEmpty()) {
            return standard;
        }
        return Arrays.stream(choices.getEnumConstants())
                .filter(choice -> choice.toString().equals(text.get()))
                .findFirst()
                .orElseThrow(() ->
                        Refused.parameter(
                                "%s must be one of %s, got \"%s\""
                                        .formatted(
                                                name,
                                                Arrays.stream(choices.getEnumConstants())
                                                        .map(Object::toString)
                                                        .collect(Collectors.joining(", ")),
                                                shown(text.get()))));
    }

    /// A moment up to now, or now.
    Instant moment(String name, Instant now) {
        Instant asked = text(name).map(text -> moment(name, text)).orElse(now);
        return asked.isBefore(now) ? asked : now;
    }

    private static Instant moment(String name, String text) {
        try {
            // A "+" in a query arrives as a blank.
            return OffsetDateTime.parse(text.replace(' ', '+')).toInstant();
        } catch (DateTimeException _) {
            throw Refused.parameter(
                    "%s must be a moment such as 2025-11-07T12:00Z, got \"%s\""
                            .formatted(name, shown(text)));
        }
    }

    static String shown(String text) {
        return text.length() <= LONGEST_SHOWN ? text : text.substring(0, LONGEST_SHOWN - 3) + "...";
    }
}
