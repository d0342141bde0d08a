package org.broadsheet.server.sources.citation;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.function.Consumer;
import org.broadsheet.source.Reading;
import org.broadsheet.source.Reject;

/// What the readers must know of the file that they read.
///
/// @param name as it is shown
/// @param now when it is read
/// @param notes takes what its owner should know although all went well
public record CitationFile(String name, Instant now, Consumer<String> notes) {
    LocalDate today() {
        return LocalDate.ofInstant(now, ZoneOffset.UTC);
    }

    Reject reject(String place, String raw, String reason) {
        return new Reject(name, place, reason, raw, now);
    }

    Reading.SetAside aside(String place, String raw, String reason) {
        return new Reading.SetAside(reject(place, raw, reason));
    }
}
