package org.broadsheet.lab.process;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.broadsheet.lab.Setting;
import org.broadsheet.lab.report.LabJson;
import org.broadsheet.lab.report.Recording;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/// One run under way, seen from outside. Whoever started it waits for its end and closes it;
/// closing ends the process.
public final class RunProcess implements AutoCloseable {
    private static final int LONGEST_LINE = 32 << 20;
    private static final String ABOUT_INCUBATORS = "WARNING: Using incubator modules";
    private static final int OUT_OF_MEMORY = 3;

    private final Process process;
    private final Workplace place;
    private final LabProgram.Limits limits;
    private final Recording recording = new Recording();
    private final long startedAt = System.nanoTime();
    private final Thread reader;
    private volatile @Nullable Told end;

    /// How a process ended.
    public sealed interface Ending {
        /// Everything it had to tell is in its recording.
        record Complete() implements Ending {}

        record Failed(String reason) implements Ending {}
    }

    RunProcess(Process process, Workplace place, LabProgram.Limits limits, Setting setting)
            throws IOException {
        this.process = process;
        this.place = place;
        this.limits = limits;
        reader = Thread.ofPlatform().name("run-reader").daemon().start(this::read);
        try {
            // Stays open: the process ends when this stream does.
            var in = process.getOutputStream();
            in.write((LabJson.write(setting) + "\n").getBytes(StandardCharsets.UTF_8));
            in.flush();
        } catch (IOException _) {
            // It ended before it was asked; what it printed says why.
        }
    }

    /// What it told so far.
    public Recording recording() {
        return recording;
    }

    /// Waits for the end, at most so long.
    ///
    /// @return empty while it goes on
    public Optional<Ending> await(Duration longest) throws InterruptedException {
        if (process.waitFor(longest.toMillis(), TimeUnit.MILLISECONDS)) {
            reader.join();
            return Optional.of(ending());
        }
        if (System.nanoTime() - startedAt > limits.time().toNanos()) {
            process.destroyForcibly().waitFor();
            return Optional.of(
                    new Ending.Failed(
                            "not done within %d s, the limit (lab.time)"
                                    .formatted(limits.time().toSeconds())));
        }
        return Optional.empty();
    }

    public double seconds() {
        return (System.nanoTime() - startedAt) / 1e9;
    }

    private Ending ending() {
        return switch (end) {
            case Told.Complete _ -> new Ending.Complete();
            case Told.Failed(String reason) -> new Ending.Failed(reason);
            case null, default -> new Ending.Failed(unexpected(process.exitValue()));
        };
    }

    private String unexpected(int exit) {
        if (exit == OUT_OF_MEMORY) {
            return "out of memory: more than %,d MiB of heap, the limit (lab.memory)"
                    .formatted(limits.memoryMebibytes());
        }
        return exit > 128
                ? "its process was killed by signal %d".formatted(exit - 128)
                : "its process ended itself with exit code %d before the run was complete"
                        .formatted(exit);
    }

    private void read() {
        try (InputStream in = new BufferedInputStream(process.getInputStream(), 1 << 16)) {
            String line = line(in);
            while (line != null) {
                take(line);
                line = line(in);
            }
        } catch (IOException _) {
            // the process is gone
        }
    }

    private void take(String line) {
        if (!line.startsWith("{\"told\"")) {
            if (!line.startsWith(ABOUT_INCUBATORS)) {
                recording.log(line);
            }
            return;
        }
        try {
            Told told = LabJson.read(line, Told.class);
            told.to(recording);
            if (told instanceof Told.Complete || told instanceof Told.Failed) {
                end = told;
            }
        } catch (JacksonException | IllegalArgumentException e) {
            recording.log("not understood: " + e.getMessage());
        }
    }

    /// The next line without its end, cut at a limit; null at the end of all.
    private static @Nullable String line(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream(256);
        int next = in.read();
        if (next < 0) {
            return null;
        }
        while (next >= 0 && next != '\n') {
            if (line.size() < LONGEST_LINE) {
                line.write(next);
            }
            next = in.read();
        }
        return line.toString(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        process.destroyForcibly();
        try {
            process.waitFor();
            reader.join();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        place.close();
    }
}
