package org.broadsheet.server.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.broadsheet.server.Main;

/// The program in a process of its own, started as the launcher starts it.
///
/// @param errors what it says on the standard error output
record Child(Process process, BufferedReader out, Path errors) implements AutoCloseable {
    private static final int MOST_SECONDS = 120;

    /// How a child ended.
    record Ended(int exitCode, String out, String err) {}

    /// Starts it and lets it run.
    ///
    /// @param prefix words in front of the command, such as those that take rights away
    static Child start(Path folder, List<String> prefix, String... words) throws IOException {
        List<String> command = new ArrayList<>(prefix);
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(
                List.of(
                        "--enable-native-access=ALL-UNNAMED",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Xmx300m",
                        "-Dbroadsheet.lab=" + System.getProperty("broadsheet.lab")));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
        command.addAll(List.of(words));
        Path errors = Files.createTempFile("broadsheet-child", ".txt");
        ProcessBuilder builder =
                new ProcessBuilder(command)
                        .directory(folder.toFile())
                        .redirectError(errors.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("BROADSHEET_"));
        builder.environment().putAll(Map.of("BROADSHEET_VECTORS_ENABLED", "false"));
        Process process = builder.start();
        return new Child(process, process.inputReader(), errors);
    }

    /// Runs it to its end.
    static Ended run(Path folder, String... words) throws IOException, InterruptedException {
        return run(folder, List.of(), words);
    }

    static Ended run(Path folder, List<String> prefix, String... words)
            throws IOException, InterruptedException {
        try (Child child = start(folder, prefix, words)) {
            String out = String.join("\n", child.out.lines().toList());
            child.awaitEnd();
            return new Ended(child.process.exitValue(), out, Files.readString(child.errors));
        }
    }

    /// Starts `serve` on a free port and waits until it says where it is.
    static Child serving(Path home) throws IOException {
        return start(home, List.of(), "serve", "--home", home.toString(), "--port", "0");
    }

    /// Where a serving child says it is, without the slash at the end.
    String address() throws IOException {
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            if (line.startsWith("Broadsheet is at ")) {
                return line.split(" ", -1)[3];
            }
        }
        throw new AssertionError("it does not serve: " + Files.readString(errors));
    }

    void kill() throws InterruptedException {
        process.destroyForcibly();
        awaitEnd();
    }

    private void awaitEnd() throws InterruptedException {
        if (!process.waitFor(MOST_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError("it does not end");
        }
    }

    @Override
    public void close() throws IOException {
        process.destroy();
        out.close();
        process.onExit().join();
        Files.deleteIfExists(errors);
    }
}
