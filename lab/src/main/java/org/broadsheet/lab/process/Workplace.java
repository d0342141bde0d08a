package org.broadsheet.lab.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// The temporary folder of one process; gone when it is closed.
record Workplace(Path folder) implements AutoCloseable {
    static Workplace open() throws IOException {
        return new Workplace(Files.createTempDirectory("broadsheet-run"));
    }

    @Override
    public void close() {
        try (Stream<Path> inside = Files.walk(folder)) {
            List<Path> deepestFirst = inside.sorted(Comparator.reverseOrder()).toList();
            for (Path path : deepestFirst) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            System.getLogger(Workplace.class.getName())
                    .log(System.Logger.Level.WARNING, "left behind: " + folder + " (" + e + ")");
        }
    }
}
