package org.broadsheet.edition;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The time that an edition covers: a day, an ISO week or a month.
public sealed interface Period {
    /// The first day that counts.
    LocalDate first();

    /// The last day that counts.
    LocalDate last();

    /// The last part of its address: `2025-11-07`, `2025-W45`, `2025-11`.
    String label();

    record Day(LocalDate day) implements Period {
        @Override
        public LocalDate first() {
            return day;
        }

        @Override
        public LocalDate last() {
            return day;
        }

        @Override
        public String label() {
            return day.toString();
        }
    }

    /// @param monday the week's first day
    record Week(LocalDate monday) implements Period {
        public Week {
            monday = monday.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        }

        @Override
        public LocalDate first() {
            return monday;
        }

        @Override
        public LocalDate last() {
            return monday.plusDays(6);
        }

        @Override
        public String label() {
            return "%d-W%02d"
                    .formatted(
                            monday.get(IsoFields.WEEK_BASED_YEAR),
                            monday.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
        }
    }

    record Month(YearMonth month) implements Period {
        @Override
        public LocalDate first() {
            return month.atDay(1);
        }

        @Override
        public LocalDate last() {
            return month.atEndOfMonth();
        }

        @Override
        public String label() {
            return month.toString();
        }
    }

    /// @throws IllegalArgumentException naming the text and what is accepted
    static Day day(String text) {
        try {
            if (text.length() == 10) {
                return new Day(LocalDate.parse(text));
            }
        } catch (DateTimeException _) {
            // refused below, like a text of another length
        }
        throw refused("date", text, "a day such as 2025-11-07");
    }

    /// @throws IllegalArgumentException naming the text and what is accepted
    static Week week(String text) {
        Matcher parts = Weeks.FORM.matcher(text);
        if (parts.matches()) {
            LocalDate monday =
                    LocalDate.of(Integer.parseInt(parts.group(1)), 1, 4)
                            .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))
                            .plusWeeks(Integer.parseInt(parts.group(2)) - 1L);
            Week week = new Week(monday);
            if (week.label().equals(text)) {
                return week;
            }
        }
        throw refused("week", text, "an ISO week such as 2025-W45, W01 to W52 or W53");
    }

    /// @throws IllegalArgumentException naming the text and what is accepted
    static Month month(String text) {
        try {
            if (text.length() == 7) {
                return new Month(YearMonth.parse(text));
            }
        } catch (DateTimeException _) {
            // refused below, like a text of another length
        }
        throw refused("month", text, "a month such as 2025-11");
    }

    private static IllegalArgumentException refused(String what, String text, String accepted) {
        String shown = text.length() <= 40 ? text : text.substring(0, 37) + "...";
        return new IllegalArgumentException(
                "not a " + what + ": \"" + shown + "\"; accepted is " + accepted);
    }
}

/// Keeps the pattern out of the interface, where every field is public.
final class Weeks {
    static final Pattern FORM = Pattern.compile("(\\d{4})-W(\\d{2})");

    private Weeks() {}
}
