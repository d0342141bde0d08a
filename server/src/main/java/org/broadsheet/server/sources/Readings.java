package org.broadsheet.server.sources;

import java.util.Optional;
import org.broadsheet.source.Reading;
import org.jspecify.annotations.Nullable;

/// What the records of a file say, one after another. Never throws for what a file holds.
interface Readings {
    /// The next reading, or null after the last.
    @Nullable Reading next();

    /// Why they ended before the file did, if they did; known at the end. Completes "FILE ...".
    default Optional<String> trouble() {
        return Optional.empty();
    }

    /// What the reader of the report should know of them, known at the end.
    default Optional<String> note() {
        return Optional.empty();
    }
}
