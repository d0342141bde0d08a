package org.broadsheet.server.text;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.IsoFields;
import java.util.Locale;
import org.broadsheet.edition.Period;

/// Dates and periods in words. Always with the year: a page may be read long after it was made.
public final class Dates {
    private static final DateTimeFormatter SHORT = pattern("d MMM uuuu");
    private static final DateTimeFormatter LONG = pattern("EEEE, d MMMM uuuu");
    private static final DateTimeFormatter DAY_MONTH = pattern("d MMMM");
    private static final DateTimeFormatter DAY_OF_YEAR = pattern("EEEE, d MMMM");
    private static final DateTimeFormatter FULL = pattern("d MMMM uuuu");
    private static final DateTimeFormatter MONTH = pattern("MMMM uuuu");
    private static final DateTimeFormatter TURN = pattern("EEEE d MMM uuuu");

    private Dates() {}

    /// `7 Nov 2025`
    public static String brief(LocalDate day) {
        return SHORT.format(day);
    }

    /// `7 November 2025`
    public static String full(LocalDate day) {
        return FULL.format(day);
    }

    /// `Friday, 7 November 2025`
    public static String weekday(LocalDate day) {
        return LONG.format(day);
    }

    /// `Friday, 7 November`
    public static String weekdayOfYear(LocalDate day) {
        return DAY_OF_YEAR.format(day);
    }

    /// `Friday, 7 November 2025`, `Week 45 of 2025, 3 to 9 November`, `November 2025`
    public static String title(Period period) {
        return switch (period) {
            case Period.Day day -> LONG.format(day.day());
            case Period.Week week -> week(week) + ", " + span(week);
            case Period.Month month -> MONTH.format(month.month());
        };
    }

    /// The same, short enough for a link to the neighbouring edition.
    public static String turn(Period period) {
        return switch (period) {
            case Period.Day day -> TURN.format(day.day());
            case Period.Week week -> week(week);
            case Period.Month month -> MONTH.format(month.month());
        };
    }

    private static String week(Period.Week week) {
        return "Week %d of %d"
                .formatted(
                        week.monday().get(IsoFields.WEEK_OF_WEEK_BASED_YEAR),
                        week.monday().get(IsoFields.WEEK_BASED_YEAR));
    }

    private static String span(Period.Week week) {
        LocalDate first = week.first();
        LocalDate last = week.last();
        if (first.getYear() != last.getYear()) {
            return full(first) + " to " + full(last);
        }
        String start =
                first.getMonth() == last.getMonth()
                        ? Integer.toString(first.getDayOfMonth())
                        : DAY_MONTH.format(first);
        return start + " to " + DAY_MONTH.format(last);
    }

    private static DateTimeFormatter pattern(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH);
    }
}
