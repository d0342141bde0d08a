package org.broadsheet.server.sources.citation;

import org.broadsheet.source.Reading;
import org.jspecify.annotations.Nullable;

/// What the entries of a citation file say, one after another. Never throws for what a file holds.
public interface CitationReadings {
    /// The next reading, or null after the last.
    @Nullable Reading next();
}
