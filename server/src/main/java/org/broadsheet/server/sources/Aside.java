package org.broadsheet.server.sources;

import java.time.Instant;
import java.util.function.Supplier;
import org.broadsheet.source.Reading;
import org.broadsheet.source.Reject;

/// Sets one record aside, if it comes to that.
///
/// @param source the file's name
/// @param place where in the file
/// @param raw its text, made only when it is needed
record Aside(String source, String place, Supplier<String> raw, Instant at) {
    Reject reject(String reason) {
        return new Reject(source, place, reason, raw.get(), at);
    }

    Reading.SetAside because(String reason) {
        return new Reading.SetAside(reject(reason));
    }
}
