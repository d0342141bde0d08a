package org.broadsheet.server.security;

import org.broadsheet.reader.ReaderId;

/// Who sends a request.
public sealed interface Who {
    Who VISITOR = new Visitor();
    Who LOCAL = new Reader(ReaderId.LOCAL);

    /// Somebody without an account.
    record Visitor() implements Who {}

    record Reader(ReaderId id) implements Who {}
}
