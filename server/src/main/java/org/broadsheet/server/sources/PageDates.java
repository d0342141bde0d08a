package org.broadsheet.server.sources;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Month;
import java.time.Year;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads the dates of a saved page: `Dec 13, 2023`, and `Aug 5` where the year was the current one.
/// A missing year is the latest in which that day was past on the day of reference.
final class PageDates {
    private static final Pattern MONTH_FIRST =
            Pattern.compile("([A-Za-z]{3,9})\\.? (\\d{1,2})(?:,? (\\d{4}))?");
    private static final Pattern DAY_FIRST =
            Pattern.compile("(\\d{1,2}) ([A-Za-z]{3,9})\\.?(?:,? (\\d{4}))?");
    private static final Pattern ISO = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final int LEAP_CYCLE = 8;

    private final LocalDate reference;
    private boolean hasGuessed;

    PageDates(LocalDate reference) {
        this.reference = reference;
    }

    LocalDate reference() {
        return reference;
    }

    /// Whether a year was missing so far.
    boolean hasGuessed() {
        return hasGuessed;
    }

    /// The date, if the text is exactly one.
    Optional<LocalDate> of(String text) {
        try {
            if (ISO.matcher(text).matches()) {
                return Optional.of(LocalDate.parse(text));
            }
            Matcher monthFirst = MONTH_FIRST.matcher(text);
            if (monthFirst.matches()) {
                return of(monthFirst.group(1), monthFirst.group(2), monthFirst.group(3));
            }
            Matcher dayFirst = DAY_FIRST.matcher(text);
            return dayFirst.matches()
                    ? of(dayFirst.group(2), dayFirst.group(1), dayFirst.group(3))
                    : Optional.empty();
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    private Optional<LocalDate> of(String monthName, String day, @Nullable String year) {
        Optional<Month> month = month(monthName);
        if (month.isEmpty()) {
            return Optional.empty();
        }
        int dayOfMonth = Integer.parseInt(day);
        return year == null
                ? latest(month.get(), dayOfMonth)
                : Optional.of(LocalDate.of(Integer.parseInt(year), month.get(), dayOfMonth));
    }

    private Optional<LocalDate> latest(Month month, int day) {
        for (int year = reference.getYear(); year >= reference.getYear() - LEAP_CYCLE; year--) {
            if (day >= 1 && day <= month.length(Year.isLeap(year))) {
                LocalDate date = LocalDate.of(year, month, day);
                if (!date.isAfter(reference)) {
                    hasGuessed = true;
                    return Optional.of(date);
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<Month> month(String name) {
        String start = name.toUpperCase(Locale.ROOT);
        for (Month month : Month.values()) {
            if (month.name().startsWith(start)
                    || start.equals("SEPT") && month == Month.SEPTEMBER) {
                return Optional.of(month);
            }
        }
        return Optional.empty();
    }
}
