package org.broadsheet.server.home;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.OptionalInt;
import java.util.function.Consumer;
import tools.jackson.databind.json.JsonMapper;

/// Command events as lines of JSON.
final class CommandLines {
    static final String TYPE = "application/x-ndjson";

    private static final JsonMapper JSON = new JsonMapper();

    private CommandLines() {}

    /// Writes each event as a line and sends it off at once.
    static Consumer<CommandEvent> to(OutputStream out) {
        return event -> {
            try {
                out.write(JSON.writerFor(CommandEvent.class).writeValueAsBytes(event));
                out.write('\n');
                out.flush();
            } catch (IOException e) {
                throw new UncheckedIOException("whoever started this command is gone", e);
            }
        };
    }

    /// Hands every event on until the result.
    ///
    /// @return its exit code; empty if the lines ended without one
    static OptionalInt from(InputStream in, Consumer<CommandEvent> sink) throws IOException {
        var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            CommandEvent event = JSON.readValue(line, CommandEvent.class);
            sink.accept(event);
            if (event instanceof CommandEvent.Result result) {
                return OptionalInt.of(result.exitCode());
            }
        }
        return OptionalInt.empty();
    }

    static byte[] arguments(Record arguments) {
        return JSON.writeValueAsBytes(arguments);
    }

    static <A extends Record> A arguments(InputStream json, Class<A> type) {
        return JSON.readValue(json, type);
    }
}
