package org.broadsheet.paper;

import java.time.LocalDate;

/// One version of a paper and the day on which it was submitted.
public record Version(int number, LocalDate submitted) {
    public Version {
        if (number < 1) {
            throw new IllegalArgumentException("a version's number must be >= 1, got " + number);
        }
    }
}
