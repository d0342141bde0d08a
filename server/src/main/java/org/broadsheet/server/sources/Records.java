package org.broadsheet.server.sources;

import org.jspecify.annotations.Nullable;

/// The records of a file, one after another.
interface Records {
    /// The next record, or null after the last.
    @Nullable RawRecord next();
}
