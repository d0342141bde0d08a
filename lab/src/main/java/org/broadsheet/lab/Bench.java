package org.broadsheet.lab;

/// Where a run puts what it measures. Everything told is on the reader's page a moment later. Safe
/// for many threads; in what order threads tell must not depend on their schedule.
public interface Bench {
    /// How far the run is. Cheap: call it as often as you like.
    ///
    /// @param stage what is being done, as in `training, seed 3 of 5`
    /// @param done of `total`, which grows from stage to stage or stays, in units of the run's own
    void progress(String stage, long done, long total);

    /// A line for the log; at most 1,000 are kept.
    void log(String line);

    /// A measured value. Told again under the same name, it is another repetition (another seed).
    ///
    /// @throws IllegalArgumentException for NaN and infinities: a run must notice divergence
    ///   itself, and say what diverged
    void metric(String name, double value);

    /// Shows an exhibit, in place of an older one with its id: a curve may grow before the reader's
    /// eyes. Exhibits stand in the order in which their ids were first shown.
    void show(Exhibit exhibit);

    /// Adds a file to the report, for those who want the data: at most 16 MiB each, 64 in all.
    ///
    /// @param name as in `capacity.csv`: letters, digits, `.`, `-` and `_`
    void file(String name, byte[] content);
}
