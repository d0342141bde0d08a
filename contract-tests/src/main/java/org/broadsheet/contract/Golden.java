package org.broadsheet.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Compares a whole output with the file that says what it must be, in `src/test/resources/golden`
/// of the module under test. `-Dgolden.rewrite=true` writes the files instead; what changed is then
/// read in the diff before it is committed.
public final class Golden {
    private static final String REWRITE = "golden.rewrite";

    private Golden() {}

    /// @param name the file, as in `front-page.html`
    public static void check(String name, String actual) {
        Path file = Path.of(System.getProperty("basedir", ""), "src/test/resources/golden", name);
        try {
            if (Boolean.getBoolean(REWRITE)) {
                Files.createDirectories(file.getParent());
                Files.writeString(file, actual);
            }
            assertThat(file)
                    .withFailMessage(
                            "no golden file %s; run the test with -D%s=true to write it",
                            file, REWRITE)
                    .exists();
            assertThat(actual)
                    .as("differs from %s; if that is meant, run with -D%s=true", file, REWRITE)
                    .isEqualTo(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
