package org.broadsheet.server.sources;

import java.nio.file.Path;

/// Is told how far an import is, in the thread that reads; often, so it must be quick.
@FunctionalInterface
public interface ImportProgress {
    ImportProgress NONE = _ -> {};

    void reached(State state);

    /// How far it is.
    ///
    /// @param file the file that is being read
    /// @param bytesRead of all files, as they are on the disk
    /// @param bytesTotal of all files
    /// @param records read so far, those set aside too
    record State(Path file, long bytesRead, long bytesTotal, long records) {}
}
