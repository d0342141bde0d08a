package org.broadsheet.delivery;

/// The stable name of a mailing: 1 to 120 letters, digits, and `. _ / + : -`.
public record MailingId(String value) {
    public MailingId {
        if (!value.matches("[A-Za-z0-9._/+:-]{1,120}")) {
            throw new IllegalArgumentException(
                    "a mailing's id is 1 to 120 letters, digits or one of ._/+:-, got \"%s\""
                            .formatted(value));
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
