package org.broadsheet.server.sources;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.broadsheet.source.Kept;

/// What became of one file.
///
/// @param format its format in words, empty where none was recognised
/// @param troubles why it could not be read, or not to its end; each completes "FILE ..."
/// @param notes what the reader should know although all went well
public record FileReport(
        Path file, String format, Kept kept, List<String> troubles, List<String> notes) {
    public FileReport {
        troubles = List.copyOf(troubles);
        notes = List.copyOf(notes);
    }

    static FileReport refused(Path file, String why) {
        return new FileReport(file, "", Kept.NOTHING, List.of(why), List.of());
    }

    public boolean isWhole() {
        return troubles.isEmpty() && kept.rejected() == 0;
    }

    /// The report in lines of text.
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        if (!format.isEmpty()) {
            lines.add("%s: %s, %s".formatted(file, format, counts(kept)));
        }
        troubles.forEach(trouble -> lines.add("%s: %s".formatted(file, trouble)));
        notes.forEach(note -> lines.add("%s: %s".formatted(file, note)));
        return lines;
    }

    static String counts(Kept kept) {
        String counts =
                "%,d read: %,d new, %,d changed, %,d unchanged"
                        .formatted(kept.read(), kept.added(), kept.changed(), kept.unchanged());
        return kept.rejected() == 0
                ? counts
                : counts + ", %,d set aside".formatted(kept.rejected());
    }
}
