package org.broadsheet.reader;

/// The stable name of a reader's account: 1 to 64 letters, digits, `-`, `_` or `.`.
public record ReaderId(String value) {
    /// The reader of a house in single-reader mode.
    public static final ReaderId LOCAL = new ReaderId("local");

    public ReaderId {
        if (!value.matches("[\\p{L}\\p{N}._-]{1,64}")) {
            throw new IllegalArgumentException(
                    "a reader's id must be 1 to 64 letters, digits, '-', '_' or '.', got \""
                            + value
                            + "\"");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
