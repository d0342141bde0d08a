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

    /// The report in one sentence.
    public String summary() {
        Kept all = kept();
        return "%s: %s. %s"
                .formatted(
                        files.size() == 1 ? "1 file" : "%,d files".formatted(files.size()),
                        FileReport.counts(all),
                        switch (outcome()) {
                            case DONE -> "All was read.";
                            case PARTLY -> "Part of it could not be read; the rest is in.";
                            case FAILED -> "None of it could be read.";
                        });
    }

    /// The counts of all files together.
    public Kept kept() {
        return files.stream().map(FileReport::kept).reduce(Kept.NOTHING, Kept::plus);
    }
}
