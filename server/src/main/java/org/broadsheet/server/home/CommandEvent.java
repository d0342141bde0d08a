package org.broadsheet.server.home;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/// What a command tells while it works; the last is always a [Result]. Between processes each is
/// one line of JSON.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "event")
@JsonSubTypes({
    @JsonSubTypes.Type(value = CommandEvent.Progress.class, name = "progress"),
    @JsonSubTypes.Type(value = CommandEvent.Line.class, name = "line"),
    @JsonSubTypes.Type(value = CommandEvent.Result.class, name = "result")
})
public sealed interface CommandEvent {
    /// @param what is being done, as in `importing`
    /// @param total 0 while unknown
    record Progress(String what, long done, long total) implements CommandEvent {}

    /// A line for the reader of the terminal.
    record Line(Channel channel, String text) implements CommandEvent {}

    record Result(int exitCode) implements CommandEvent {}

    enum Channel {
        OUT,
        ERR
    }
}
