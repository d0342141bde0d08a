package org.broadsheet.reader.key;

import java.time.Instant;
import org.broadsheet.paper.Text;
import org.broadsheet.reader.ReaderId;
import org.jspecify.annotations.Nullable;

/// The public half of a key whose secret half never leaves a reader's device (W3C Web
/// Authentication, level 3).
///
/// @param id of the credential, base64url, as browsers name it
/// @param label by which the reader tells it from others, 1 to 60 characters
/// @param credential the attested credential data (§6.5.1) with the public key, base64url
/// @param uses the device's signature counter at the latest use; 0 from devices that do not count
/// @param used when it was used last; absent before the first time
public record Passkey(
        String id,
        ReaderId reader,
        String label,
        String credential,
        long uses,
        Instant added,
        @Nullable Instant used) {
    private static final int LONGEST_LABEL = 60;

    /// Longest credential ids that the specification allows are 1,023 bytes.
    private static final int LONGEST_ID = 1_364;

    public Passkey {
        label = Text.oneLine(label);
        if (label.isEmpty() || label.length() > LONGEST_LABEL) {
            throw new IllegalArgumentException(
                    "a passkey's name has 1 to %d characters, got \"%s\""
                            .formatted(LONGEST_LABEL, label));
        }
        if (!id.matches("[A-Za-z0-9_-]{1," + LONGEST_ID + "}")) {
            throw new IllegalArgumentException(
                    "a passkey's id is base64url of at most %d characters, got \"%s\""
                            .formatted(LONGEST_ID, id));
        }
    }
}
