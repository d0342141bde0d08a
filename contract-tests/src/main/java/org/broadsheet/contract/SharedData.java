package org.broadsheet.contract;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.opentest4j.TestAbortedException;

/// The folder `shared/data` beside the checkout, with real papers that must not be committed. Tests
/// that need it are skipped, and say so, where it is absent.
public final class SharedData {
    private SharedData() {}

    /// The folder, if this machine has it.
    public static Optional<Path> folder() {
        Path here = Path.of("").toAbsolutePath();
        return Stream.iterate(here, folder -> folder != null, Path::getParent)
                .map(folder -> folder.resolve("shared").resolve("data"))
                .filter(Files::isDirectory)
                .findFirst();
    }

    /// A file or folder in it; aborts the test where there is none.
    ///
    /// @param path as in `daily/2026-04-01.json`
    public static Path require(String path) {
        Optional<Path> found = folder().map(data -> data.resolve(path)).filter(Files::exists);
        if (found.isEmpty()) {
            String message =
                    "SKIPPED: this test reads ../shared/data/" + path + ", which is not here";
            System.out.println(message);
            throw new TestAbortedException(message);
        }
        return found.get();
    }
}
