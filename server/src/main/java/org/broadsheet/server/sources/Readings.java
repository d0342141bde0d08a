package org.broadsheet.server.sources;

import org.broadsheet.source.Reading;
import org.jspecify.annotations.Nullable;

/// What the records of a file say, one after another. Never throws for what a file holds.
interface Readings {
    /// The next reading, or null after the last.
    @Nullable Reading next();
}
