package org.broadsheet.lab;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/// How much a run does; each parameter starts at another value for each.
public enum Size {
    /// Within a minute on two cores.
    QUICK,
    /// All claims, with enough repetitions for intervals: within ten minutes on two cores.
    FULL,
    /// The paper's own sizes, however long that takes.
    PAPER;

    /// The word for it, as in `quick`.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// @throws IllegalArgumentException for any other word, saying which there are
    public static Size of(String word) {
        for (Size size : values()) {
            if (size.word().equals(word)) {
                return size;
            }
        }
        throw new IllegalArgumentException(
                "no size \"%s\"; accepted are %s"
                        .formatted(
                                word,
                                Arrays.stream(values())
                                        .map(Size::word)
                                        .collect(Collectors.joining(", "))));
    }
}
