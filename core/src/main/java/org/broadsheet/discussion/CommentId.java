package org.broadsheet.discussion;

import java.time.Instant;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/// The name of a comment: 20 digits and small letters that say nothing to a reader. Those of later
/// comments are larger, to the millisecond.
public record CommentId(String value) implements Comparable<CommentId> {
    public static final String ACCEPTED = "20 digits and small letters, as in 06ay2v3k0r9m4q1x7c5t";

    /// In the order of their characters, without those that are mistaken for others.
    private static final String DIGITS = "0123456789abcdefghjkmnpqrstvwxyz";

    private static final Pattern FORM = Pattern.compile("[0-9a-hjkmnp-tv-z]{20}");
    private static final int HALF = 10;
    private static final int BITS = 5;

    public CommentId {
        if (!isOne(value)) {
            throw new IllegalArgumentException(
                    "not a comment: \"%s\"; accepted are %s".formatted(shown(value), ACCEPTED));
        }
    }

    public static boolean isOne(String text) {
        return FORM.matcher(text).matches();
    }

    /// A new one: ten digits of the moment's milliseconds, and ten by chance.
    public static CommentId at(Instant moment, RandomGenerator random) {
        return new CommentId(digits(moment.toEpochMilli()) + digits(random.nextLong()));
    }

    /// The lowest fifty bits, five a digit.
    private static String digits(long bits) {
        StringBuilder text = new StringBuilder(HALF);
        for (int shift = BITS * (HALF - 1); shift >= 0; shift -= BITS) {
            text.append(DIGITS.charAt((int) (bits >>> shift) & (DIGITS.length() - 1)));
        }
        return text.toString();
    }

    @Override
    public int compareTo(CommentId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }

    private static String shown(String text) {
        return text.length() <= 40 ? text : text.substring(0, 37) + "...";
    }
}
