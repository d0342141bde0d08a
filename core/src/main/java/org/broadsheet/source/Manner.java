package org.broadsheet.source;

import java.net.URI;
import java.time.Duration;

/// What the operator should know of a source, and how it wishes to be asked.
///
/// @param label the words for it on a page, as in `arXiv OAI-PMH`
/// @param home where people read about it
/// @param pause the least time between two requests, of which only one is under way at a time
/// @param proof how far the reader for it has been tried
/// @param rhythm on which days it has something to say
public record Manner(String label, URI home, Duration pause, Proof proof, Rhythm rhythm) {
    public enum Proof {
        /// On answers that the real service gave.
        RECORDED,
        /// On answers made after its documentation; never on the real service.
        DOCUMENTED
    }

    public enum Rhythm {
        /// Every day from Monday to Friday, holidays apart; its statements stand for the day on
        /// which its listing has them. A day without any is looked at again.
        WEEKDAYS,
        /// Whenever it likes.
        IRREGULAR
    }

    /// Of a source that speaks whenever it likes.
    public Manner(String label, URI home, Duration pause, Proof proof) {
        this(label, home, pause, proof, Rhythm.IRREGULAR);
    }

    public Manner {
        if (label.isBlank() || pause.isNegative()) {
            throw new IllegalArgumentException(
                    "a source needs a label and a pause of 0 or more, got \"%s\" and %s"
                            .formatted(label, pause));
        }
    }
}
