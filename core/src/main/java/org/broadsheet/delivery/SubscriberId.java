package org.broadsheet.delivery;

/// Whom a delivery is for: 1 to 64 letters, digits, `-`, `_` or `.`. It says nothing about the
/// address, which may change.
public record SubscriberId(String value) {
    public SubscriberId {
        if (!value.matches("[A-Za-z0-9._-]{1,64}")) {
            throw new IllegalArgumentException(
                    "a subscriber's id is 1 to 64 letters, digits, '-', '_' or '.', got \"%s\""
                            .formatted(value));
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
