package org.broadsheet.run;

import java.time.Instant;
import java.util.Optional;
import org.broadsheet.paper.PaperId;

/// One run of a paper's reproduction, without its report.
///
/// @param setting what it was asked to do, as the lab writes it
/// @param asked when it was asked for; for one that waited again, when it last began to wait
/// @param started when a worker last began it; empty while it was never begun since it was asked
/// @param ended when it came to its state, if that is an end
/// @param message why it failed, or empty
/// @param live how it stood when it last told, the lab's text: while it runs, and when it failed
/// @param summary of its report, as the lab writes it; empty before there is one
public record Run(
        RunId id,
        PaperId paper,
        String setting,
        State state,
        Instant asked,
        Optional<Instant> started,
        Optional<Instant> ended,
        String message,
        String live,
        String summary) {
    public enum State {
        /// Asked for; a worker will begin it.
        WAITING,
        /// A worker began it. If that one died, another begins again from the start.
        RUNNING,
        /// Its report is there, whole.
        DONE,
        FAILED,
        CANCELLED;

        /// Whether nothing more happens unless somebody asks again.
        public boolean isEnd() {
            return this != WAITING && this != RUNNING;
        }
    }
}
