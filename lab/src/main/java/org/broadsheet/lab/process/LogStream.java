package org.broadsheet.lab.process;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/// What a reproduction prints becomes lines of its log.
final class LogStream extends OutputStream {
    private static final int LONGEST_LINE = 4_000;

    private final Consumer<String> log;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();

    private LogStream(Consumer<String> log) {
        this.log = log;
    }

    static PrintStream to(Consumer<String> log) {
        return new PrintStream(new LogStream(log), true, StandardCharsets.UTF_8);
    }

    @Override
    public synchronized void write(int b) {
        if (b == '\n') {
            log.accept(line.toString(StandardCharsets.UTF_8).stripTrailing());
            line.reset();
        } else if (line.size() < LONGEST_LINE) {
            line.write(b);
        }
    }
}
