package org.broadsheet.reader.key;

import java.time.Instant;
import org.broadsheet.reader.ReaderId;

/// Who a reader is at an issuer of identities elsewhere (OpenID Connect Core 1.0, §2: the pair of
/// `iss` and `sub` is never given to anybody else).
///
/// @param issuer its address
/// @param subject its name for the reader, at most 255 characters
public record OutsideIdentity(String issuer, String subject, ReaderId reader, Instant linked) {
    private static final int LONGEST_SUBJECT = 255;

    public OutsideIdentity {
        if (issuer.isBlank() || subject.isBlank() || subject.length() > LONGEST_SUBJECT) {
            throw new IllegalArgumentException(
                    "an identity has an issuer and a subject of 1 to %d characters, got \"%s\" and \"%s\""
                            .formatted(LONGEST_SUBJECT, issuer, subject));
        }
    }
}
