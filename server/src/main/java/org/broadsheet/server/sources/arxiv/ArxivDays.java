package org.broadsheet.server.sources.arxiv;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Pattern;

/// The days that arXiv writes, in the ways of its three voices.
final class ArxivDays {
    private static final Pattern WEEKDAY = Pattern.compile("^\\s*[A-Za-z]{3,9},\\s*");
    private static final Pattern ISO = Pattern.compile("\\d{4}-\\d{2}-\\d{2}.*");
    private static final DateTimeFormatter MAIL_TIME =
            DateTimeFormatter.RFC_1123_DATE_TIME.withLocale(Locale.ENGLISH);

    private ArxivDays() {}

    /// The day that stands there; of a time the one in its own zone.
    ///
    /// @throws IllegalArgumentException when it is none, saying what is accepted
    static LocalDate day(String what, String text) {
        String bare = text.strip();
        try {
            return ISO.matcher(bare).matches()
                    ? LocalDate.parse(bare.substring(0, 10))
                    : LocalDate.parse(WEEKDAY.matcher(bare).replaceFirst(""), MAIL_TIME);
        } catch (DateTimeException _) {
            throw new IllegalArgumentException(
                    "its %s is \"%s\"; accepted are 2025-11-07 and Fri, 7 Nov 2025 12:00:00 GMT"
                            .formatted(what, SafeXml.line(text)));
        }
    }

    /// A day that is not in the future. A day's grace: arXiv's clock may be ahead of ours, and its
    /// day begins elsewhere.
    static LocalDate past(String what, String text, Instant now) {
        LocalDate day = day(what, text);
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        if (day.isAfter(today.plusDays(1))) {
            throw new IllegalArgumentException(
                    "its %s is %s, which is after today, %s".formatted(what, day, today));
        }
        return day;
    }
}
