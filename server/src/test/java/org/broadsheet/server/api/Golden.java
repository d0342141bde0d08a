package org.broadsheet.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.databind.json.JsonMapper;

/// Whole answers as they must be, spread over lines for the reader; compared without the white
/// space. `-Dgolden.rewrite=true` writes them anew.
final class Golden {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Path FOLDER = Path.of("src/test/resources/org/broadsheet/server/api");

    private Golden() {}

    static void check(String name, String answer) throws IOException {
        Path file = FOLDER.resolve(name);
        if (Boolean.getBoolean("golden.rewrite")) {
            Files.createDirectories(FOLDER);
            Files.writeString(
                    file,
                    JSON.writerWithDefaultPrettyPrinter().writeValueAsString(JSON.readTree(answer))
                            + "\n");
        }
        String expected = JSON.writeValueAsString(JSON.readTree(Files.readString(file)));
        assertThat(answer).isEqualTo(expected);
    }
}
