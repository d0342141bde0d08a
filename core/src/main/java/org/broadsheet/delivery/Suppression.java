package org.broadsheet.delivery;

import java.time.Instant;

/// Why an address is not written to, unless its holder asked a moment ago.
public record Suppression(Reason reason, Instant at) {
    public enum Reason {
        /// Mail to it came back for good, or too often.
        BOUNCED,
        /// Its holder told their provider that our mail is unwanted.
        COMPLAINED
    }
}
