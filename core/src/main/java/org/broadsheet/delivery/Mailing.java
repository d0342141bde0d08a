package org.broadsheet.delivery;

import java.time.Instant;

/// One thing that goes to some readers at about one time: the digest of an edition in a time zone,
/// or a letter to one.
///
/// @param edition what it is about, as in `2025-11-07` or `2025-W45`; empty for a single letter
/// @param zone the readers' time zone; empty for a single letter
public record Mailing(MailingId id, Kind kind, String edition, String zone, Instant made) {
    /// In the order in which they are sent.
    public enum Kind {
        /// Asked for a moment ago by whoever gets it.
        ACCOUNT,
        /// Something happened that concerns the reader.
        NOTICE,
        /// The papers of an edition.
        DIGEST
    }

    /// The digest of that edition for the readers of that zone: there is one, whoever makes it.
    public static Mailing digest(String edition, String zone, Instant now) {
        MailingId id = new MailingId("digest/" + edition + "/" + zone);
        return new Mailing(id, Kind.DIGEST, edition, zone, now);
    }

    /// A mailing for one letter.
    ///
    /// @param name that no other has
    public static Mailing single(Kind kind, String name, Instant now) {
        return new Mailing(new MailingId("single/" + name), kind, "", "", now);
    }
}
