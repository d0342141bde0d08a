package org.broadsheet.server.trial;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/// The checkout that these tests run in.
public final class Checkout {
    private Checkout() {}

    /// The folder that holds ARCHITECTURE.md, at or above the working directory.
    public static Path root() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("ARCHITECTURE.md"))) {
            folder = Objects.requireNonNull(folder.getParent(), "not inside a checkout");
        }
        return folder;
    }

    /// @param file as in `docs/usage.md`
    public static String read(String file) throws IOException {
        return Files.readString(root().resolve(file));
    }
}
