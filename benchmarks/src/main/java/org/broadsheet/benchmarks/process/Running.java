package org.broadsheet.benchmarks.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.broadsheet.benchmarks.CannotMeasure;

/// A program that this one started. Closing ends it.
public final class Running implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Process process;
    private final Path log;
    private final long startedNanos;

    private Running(Process process, Path log, long startedNanos) {
        this.process = process;
        this.log = log;
        this.startedNanos = startedNanos;
    }

    /// Starts the program; what it prints goes to the log file.
    public static Running start(List<String> command, Map<String, String> environment, Path log) {
        var builder = new ProcessBuilder(command);
        // The program's JVM must have the flags of its launcher and no others.
        builder.environment().remove("JAVA_TOOL_OPTIONS");
        builder.environment().remove("BROADSHEET_HOME");
        builder.environment().putAll(environment);
        builder.redirectErrorStream(true).redirectOutput(log.toFile());
        long startedNanos = System.nanoTime();
        try {
            return new Running(builder.start(), log, startedNanos);
        } catch (IOException e) {
            throw new CannotMeasure("Cannot start " + command.getFirst() + ": " + e.getMessage());
        }
    }

    public long pid() {
        return process.pid();
    }

    /// How long ago it was started.
    public Duration age() {
        return Duration.ofNanos(System.nanoTime() - startedNanos);
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /// Waits for the next moment to look at it.
    ///
    /// @return whether it has ended
    public boolean hasEndedWithin(Duration time) {
        try {
            return process.waitFor(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Throws unless it has ended well.
    public void requireDone() {
        if (process.isAlive() || process.exitValue() != 0) {
            throw failed(process.isAlive() ? "is still running" : "exited " + process.exitValue());
        }
    }

    CannotMeasure failed(String how) {
        return new CannotMeasure(
                "%s %s; its last words: %s"
                        .formatted(
                                process.info().command().orElse("The program"), how, lastWords()));
    }

    public String lastWords() {
        try {
            List<String> lines = Files.readAllLines(log);
            return String.join(
                    System.lineSeparator(),
                    lines.subList(Math.max(0, lines.size() - 20), lines.size()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        process.destroy();
        if (!hasEndedWithin(PATIENCE)) {
            process.destroyForcibly();
            hasEndedWithin(PATIENCE);
        }
    }
}
