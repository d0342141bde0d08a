package org.broadsheet.round;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.LongStream;

/// The days whose editions a digest brings, both ends included.
public record Span(LocalDate first, LocalDate last) {
    /// What nobody had within this many days comes no more: it is no news.
    public static final int LONGEST = 31;

    public Span {
        if (first.isAfter(last)) {
            throw new IllegalArgumentException(
                    "a span ends after it begins, got %s to %s".formatted(first, last));
        }
        LocalDate earliest = last.minusDays(LONGEST - 1L);
        first = first.isBefore(earliest) ? earliest : first;
    }

    /// `2025-11-07`, or `2025-11-03.2025-11-09`.
    public String label() {
        return first.equals(last) ? last.toString() : first + "." + last;
    }

    /// @throws IllegalArgumentException if the text is not a label
    public static Span of(String label) {
        List<String> ends = List.of(label.split("\\.", -1));
        try {
            return new Span(LocalDate.parse(ends.getFirst()), LocalDate.parse(ends.getLast()));
        } catch (java.time.DateTimeException e) {
            throw new IllegalArgumentException("not a span of days: \"%s\"".formatted(label), e);
        }
    }

    boolean holds(LocalDate day) {
        return !day.isBefore(first) && !day.isAfter(last);
    }

    /// The latest first.
    List<LocalDate> days() {
        return LongStream.rangeClosed(0, ChronoUnit.DAYS.between(first, last))
                .mapToObj(last::minusDays)
                .toList();
    }
}
