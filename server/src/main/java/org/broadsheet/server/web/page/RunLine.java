package org.broadsheet.server.web.page;

import java.util.Optional;
import org.broadsheet.run.RunId;

/// A run in a list.
///
/// @param marks of its report, if it has one
/// @param state in a word, as in `failed`
/// @param time how long it took; empty unless done
public record RunLine(
        RunId id,
        Optional<Marks> marks,
        String state,
        String setting,
        String time,
        Optional<Story.Day> day) {
    public String url() {
        return Addresses.run(id);
    }
}
