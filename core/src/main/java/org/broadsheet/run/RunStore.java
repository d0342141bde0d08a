package org.broadsheet.run;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.broadsheet.paper.PaperId;

/// Runs and their reports. A report appears whole, in the step that ends its run, or not at all.
/// Every backend passes `StorageContract`.
public interface RunStore {
    /// Asks for the run. A new one waits; one that failed or was cancelled waits again, as if new;
    /// one that waits, runs or is done stays as it is.
    ///
    /// @return the run as it is now
    Run ask(RunId id, PaperId paper, String setting, Instant now);

    /// Marks the run as running, begun now, and forgets what an earlier try told.
    ///
    /// @return false, with nothing changed, when it is unknown or at its end
    boolean begin(RunId id, Instant now);

    /// Keeps how the run stands, in place of what it told before.
    ///
    /// @return false, with nothing kept, when it does not run (any more): the worker must stop
    boolean tell(RunId id, String live);

    /// Brings the run to its end, in one step; a report becomes a change of its paper
    /// (`Change.Kind.RUN`). Waiting runs can be ended, too.
    ///
    /// @return false, with nothing changed, when it is unknown or at its end already
    boolean end(RunId id, Outcome outcome, Instant now);

    Optional<Run> find(RunId id);

    /// The report of a run that is done.
    Optional<String> report(RunId id);

    /// A file of a run that is done.
    Optional<byte[]> file(RunId id, String name);

    /// The runs of these papers, of all papers if none is named, the latest asked first (then by
    /// id), at most `limit`.
    List<Run> latest(Collection<PaperId> papers, int limit);

    /// How a run ends.
    sealed interface Outcome {
        /// @param summary what lists show of the report
        /// @param files by name, at most 64 MiB in all
        record Done(String report, String summary, Map<String, byte[]> files) implements Outcome {}

        record Failed(String message) implements Outcome {}

        record Cancelled() implements Outcome {}
    }
}
