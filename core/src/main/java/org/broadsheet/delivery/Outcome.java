package org.broadsheet.delivery;

import java.time.Instant;

/// What came of a try to send.
public sealed interface Outcome {
    /// A server took it.
    ///
    /// @param reply the server's words
    record Sent(String reply) implements Outcome {}

    /// Not now, but later again.
    record Deferred(String reason, Instant until) implements Outcome {}

    /// Not now, and it was not the delivery's fault: the try does not count.
    record Back(String reason, Instant until) implements Outcome {}

    /// Never.
    record Failed(String reason) implements Outcome {}

    /// Nobody heard.
    record Unknown(String reason) implements Outcome {}
}
