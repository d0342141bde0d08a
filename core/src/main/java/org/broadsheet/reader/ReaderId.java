package org.broadsheet.reader;

import java.util.random.RandomGenerator;

/// The stable name of a reader's account: 1 to 64 letters, digits, `-`, `_` or `.`. It never
/// changes and is never given to another.
public record ReaderId(String value) {
    /// The reader of a house in single-reader mode.
    public static final ReaderId LOCAL = new ReaderId("local");

    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789";
    private static final int RANDOM_LETTERS = 16;

    public ReaderId {
        if (!value.matches("[\\p{L}\\p{N}._-]{1,64}")) {
            throw new IllegalArgumentException(
                    "a reader's id must be 1 to 64 letters, digits, '-', '_' or '.', got \""
                            + value
                            + "\"");
        }
    }

    /// A new one, which says nothing about its reader: `r` and 16 letters and digits.
    public static ReaderId random(RandomGenerator random) {
        StringBuilder value = new StringBuilder("r");
        for (int i = 0; i < RANDOM_LETTERS; i++) {
            value.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return new ReaderId(value.toString());
    }

    @Override
    public String toString() {
        return value;
    }
}
