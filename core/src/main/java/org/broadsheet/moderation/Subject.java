package org.broadsheet.moderation;

import java.util.regex.Pattern;

/// What a report or an act is about, as in "comment c123" or "paper 2308.16898".
///
/// @param kind 1 to 20 small letters
/// @param id 1 to 500 characters without white space
public record Subject(String kind, String id) implements Comparable<Subject> {
    private static final Pattern KIND = Pattern.compile("[a-z]{1,20}");
    private static final Pattern ID = Pattern.compile("[^\\s\\p{Cntrl}]{1,500}");

    public Subject {
        if (!KIND.matcher(kind).matches() || !ID.matcher(id).matches()) {
            throw new IllegalArgumentException(
                    "a subject is a kind and an id, as in \"comment c123\", got \"%s %s\""
                            .formatted(kind, id));
        }
    }

    /// Reads what [#toString] writes.
    public static Subject of(String text) {
        int blank = text.indexOf(' ');
        if (blank < 0) {
            throw new IllegalArgumentException(
                    "a subject is a kind and an id, as in \"comment c123\", got \"%s\""
                            .formatted(text));
        }
        return new Subject(text.substring(0, blank), text.substring(blank + 1));
    }

    @Override
    public int compareTo(Subject other) {
        return toString().compareTo(other.toString());
    }

    @Override
    public String toString() {
        return kind + " " + id;
    }
}
