package org.broadsheet.server.house;

import java.util.function.Consumer;
import org.broadsheet.server.home.CommandEvent;
import tools.jackson.databind.json.JsonMapper;

/// What a command says, in lines and steps.
record Telling(Consumer<CommandEvent> sink) {
    private static final JsonMapper JSON = new JsonMapper();

    /// One line of JSON.
    static String json(Record answer) {
        return JSON.writeValueAsString(answer);
    }

    void line(String text) {
        sink.accept(new CommandEvent.Line(CommandEvent.Channel.OUT, text));
    }

    void error(String text) {
        sink.accept(new CommandEvent.Line(CommandEvent.Channel.ERR, text));
    }

    void progress(String what, long done, long total) {
        sink.accept(new CommandEvent.Progress(what, done, total));
    }
}
