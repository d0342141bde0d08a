package org.broadsheet.search;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.broadsheet.search.Clause.Published;

/// Reads and writes what stands after `date:`.
final class DateRange {
    static final String ACCEPTED =
            "date:2024, date:2024-03, date:2024-03-10, or two of them as in date:2024..2025-06,"
                    + " date:..2020, date:2024..";
    private static final Pattern MOMENT = Pattern.compile("(\\d{4})(?:-(\\d{2})(?:-(\\d{2}))?)?");

    private DateRange() {}

    /// @throws IllegalArgumentException naming the text and what is accepted
    static Published parse(String text) {
        try {
            int dots = text.indexOf("..");
            Published range = dots < 0 ? moment(text) : between(text, dots);
            if (range.from() != null && range.to() != null && range.from().isAfter(range.to())) {
                throw new IllegalArgumentException(
                        "date:" + text + " ends before it begins; accepted is " + ACCEPTED);
            }
            return range;
        } catch (DateTimeException _) {
            throw refused(text);
        }
    }

    private static Published between(String text, int dots) {
        String from = text.substring(0, dots);
        String to = text.substring(dots + 2);
        if (from.isEmpty() && to.isEmpty()) {
            throw refused(text);
        }
        return new Published(
                from.isEmpty() ? null : moment(from).from(), to.isEmpty() ? null : moment(to).to());
    }

    private static Published moment(String text) {
        Matcher parts = MOMENT.matcher(text);
        if (!parts.matches() || parts.group(1).equals("0000")) {
            throw refused(text);
        }
        int year = Integer.parseInt(parts.group(1));
        if (parts.group(2) == null) {
            return new Published(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31));
        }
        YearMonth month = YearMonth.of(year, Integer.parseInt(parts.group(2)));
        if (parts.group(3) == null) {
            return new Published(month.atDay(1), month.atEndOfMonth());
        }
        LocalDate day = month.atDay(Integer.parseInt(parts.group(3)));
        return new Published(day, day);
    }

    private static IllegalArgumentException refused(String text) {
        return new IllegalArgumentException(
                "date:" + QueryParser.shown(text) + " is no date; accepted is " + ACCEPTED);
    }

    static String text(Published range) {
        LocalDate from = range.from();
        LocalDate to = range.to();
        if (from != null && to != null) {
            return single(from, to);
        }
        return (from == null ? "" : from.toString()) + ".." + (to == null ? "" : to.toString());
    }

    private static String single(LocalDate from, LocalDate to) {
        if (from.equals(to)) {
            return from.toString();
        }
        if (to.equals(from.plusYears(1).minusDays(1)) && from.getDayOfYear() == 1) {
            return "%04d".formatted(from.getYear());
        }
        if (to.equals(from.plusMonths(1).minusDays(1)) && from.getDayOfMonth() == 1) {
            return YearMonth.from(from).toString();
        }
        return from + ".." + to;
    }
}
