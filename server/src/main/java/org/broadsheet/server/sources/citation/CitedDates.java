package org.broadsheet.server.sources.citation;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads the dates of citations. Of a date whose day or month is not told it is the first.
public final class CitedDates {
    private static final List<String> MONTHS =
            List.of(
                    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov",
                    "dec");
    private static final Pattern NUMBERS =
            Pattern.compile("(\\d{4})(?:[-/.](\\d{1,2}))?(?:[-/.](\\d{1,2}))?(?:[T /].*)?");
    private static final Pattern DAY_FIRST =
            Pattern.compile("(\\d{1,2})(?:st|nd|rd|th)?[ .-]+([A-Za-z]{3,9})\\.?,?[ -]+(\\d{4})");
    private static final Pattern MONTH_FIRST =
            Pattern.compile("([A-Za-z]{3,9})\\.?(?:[ ]+(\\d{1,2})(?:st|nd|rd|th)?)?,?[ ]+(\\d{4})");
    private static final Pattern YEAR_FIRST =
            Pattern.compile("(\\d{4})[ /,-]+([A-Za-z]{3,9})\\.?(?:[ /-]+(\\d{1,2}))?.*");
    private static final Pattern ANY_YEAR =
            Pattern.compile("(?<!\\d)(1[6-9]\\d\\d|20\\d\\d)(?!\\d)");

    private CitedDates() {}

    /// The day that the text means, if it means any.
    public static Optional<LocalDate> of(String text) {
        String bare = text.strip().replaceAll("[/.,-]+$", "").replaceAll("/{2,}", "/");
        Matcher found = NUMBERS.matcher(bare);
        if (found.matches()) {
            return day(found.group(1), found.group(2), found.group(3));
        }
        found = YEAR_FIRST.matcher(bare);
        if (found.matches() && month(found.group(2)) > 0) {
            return day(found.group(1), found.group(2), found.group(3));
        }
        found = DAY_FIRST.matcher(bare);
        if (found.matches() && month(found.group(2)) > 0) {
            return day(found.group(3), found.group(2), found.group(1));
        }
        found = MONTH_FIRST.matcher(bare);
        if (found.matches() && month(found.group(1)) > 0) {
            return day(found.group(3), found.group(1), found.group(2));
        }
        found = ANY_YEAR.matcher(bare);
        return found.find() ? day(found.group(), "", "") : Optional.empty();
    }

    /// The day of a year, month and day, of which the later ones may be absent or nonsense.
    public static Optional<LocalDate> day(String year, String month, String day) {
        Matcher number = ANY_YEAR.matcher(year == null ? "" : year);
        if (!number.find()) {
            return Optional.empty();
        }
        int ofYear = Integer.parseInt(number.group());
        int ofMonth = Math.max(1, month(month));
        try {
            return Optional.of(LocalDate.of(ofYear, ofMonth, Math.max(1, count(day))));
        } catch (DateTimeException _) {
            return Optional.of(LocalDate.of(ofYear, ofMonth, 1));
        }
    }

    /// 1 to 12, or 0 for what is no month; of `Mar--Apr` the first.
    static int month(String text) {
        if (text == null || text.isBlank()) {
            return 0;
        }
        int count = count(text);
        if (count > 0) {
            return count <= 12 ? count : 0;
        }
        String bare = text.replaceAll("^[^A-Za-z]+", "").toLowerCase(Locale.ROOT);
        return bare.length() < 3 ? 0 : MONTHS.indexOf(bare.substring(0, 3)) + 1;
    }

    private static int count(String text) {
        String bare = text == null ? "" : text.strip();
        return bare.matches("\\d{1,2}") ? Integer.parseInt(bare) : 0;
    }
}
