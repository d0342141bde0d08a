package org.broadsheet.source;

import java.net.URI;
import java.time.Duration;

/// What the operator should know of a source, and how it wishes to be asked.
///
/// @param label the words for it on a page, as in `arXiv OAI-PMH`
/// @param home where people read about it
/// @param pause the least time between two requests, of which only one is under way at a time
/// @param proof how far the reader for it has been tried
public record Manner(String label, URI home, Duration pause, Proof proof) {
    public enum Proof {
        /// On answers that the real service gave.
        RECORDED,
        /// On answers made after its documentation; never on the real service.
        DOCUMENTED
    }

    public Manner {
        if (label.isBlank() || pause.isNegative()) {
            throw new IllegalArgumentException(
                    "a source needs a label and a pause of 0 or more, got \"%s\" and %s"
                            .formatted(label, pause));
        }
    }
}
