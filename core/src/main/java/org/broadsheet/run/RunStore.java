package org.broadsheet.run;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.broadsheet.paper.PaperId;

/// Runs and their reports. A report appears whole, in the step that ends its run, or not at all.
/// The papers need not be known to the store. Every backend passes `StorageContract`.
public interface RunStore {
    /// Asks for the run. A new one waits; one that failed or was cancelled waits again, as if new;
    /// one that waits, runs or is done stays as it is. A run that is known keeps the paper and the
    /// setting that it was first asked for with.
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
    /// (`Change.Kind.RUN`). Waiting runs can be ended, too. Of several ends only the first happens.
    /// What a run told last is kept when it failed or was cancelled: it is all that is left of it.
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

    /// Those of these papers that a run is done of.
    Set<PaperId> done(Collection<PaperId> papers);

    /// How a run ends.
    sealed interface Outcome {
        /// @param summary what lists show of the report
        /// @param files by name, at most [#MOST_FILE_BYTES] in all; a name is safe in a path
        record Done(String report, String summary, Map<String, byte[]> files) implements Outcome {
            public static final long MOST_FILE_BYTES = 64L << 20;
            public static final String ACCEPTED_NAME =
                    "up to 100 letters from a to z, digits, dots, hyphens and underscores,"
                            + " the first a letter or a digit, as in energy-error.csv";

            private static final Pattern NAME = Pattern.compile("[a-zA-Z0-9][a-zA-Z0-9._-]{0,99}");

            public Done {
                files = Map.copyOf(files);
                files.keySet().forEach(Done::check);
                long bytes = files.values().stream().mapToLong(file -> file.length).sum();
                if (bytes > MOST_FILE_BYTES) {
                    throw new IllegalArgumentException(
                            "the run's files have %,d bytes; accepted are %,d in all"
                                    .formatted(bytes, MOST_FILE_BYTES));
                }
            }

            private static void check(String name) {
                if (!NAME.matcher(name).matches()) {
                    throw new IllegalArgumentException(
                            "not a name of a run's file: \""
                                    + name
                                    + "\"; accepted are "
                                    + ACCEPTED_NAME);
                }
            }
        }

        record Failed(String message) implements Outcome {}

        record Cancelled() implements Outcome {}
    }
}
