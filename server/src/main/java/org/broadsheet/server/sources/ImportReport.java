package org.broadsheet.server.sources;

import java.util.List;
import org.broadsheet.source.Kept;

/// What became of an import, file by file in the order in which they were named.
public record ImportReport(List<FileReport> files) {
    public ImportReport {
        files = List.copyOf(files);
    }

    /// How it went, for the exit status.
    public enum Outcome {
        /// Every record of every file was read.
        DONE,
        /// Something was set aside or could not be read; the rest is in.
        PARTLY,
        /// Nothing was read.
        FAILED
    }

    public Outcome outcome() {
        if (files.stream().allMatch(FileReport::isWhole)) {
            return Outcome.DONE;
        }
        Kept all = kept();
        boolean hasWholeFile = files.stream().anyMatch(FileReport::isWhole);
        return all.read() > all.rejected() || hasWholeFile ? Outcome.PARTLY : Outcome.FAILED;
    }

    /// The counts of all files together.
    public Kept kept() {
        return files.stream().map(FileReport::kept).reduce(Kept.NOTHING, Kept::plus);
    }
}
