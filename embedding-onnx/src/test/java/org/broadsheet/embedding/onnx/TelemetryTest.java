package org.broadsheet.embedding.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TelemetryTest {
    /// More than what overflowed a stack of 1 MB.
    private static final String LONG_WORD = "w".repeat(20_000);

    @Test
    void nothingIsLaidOutForReportsAndALongCommandLineDoesNoHarm(
            @TempDir Path folder, @TempDir Path user) throws Exception {
        ProcessBuilder builder =
                new ProcessBuilder(
                                List.of(
                                        Path.of(System.getProperty("java.home"), "bin", "java")
                                                .toString(),
                                        "--enable-native-access=ALL-UNNAMED",
                                        "-cp",
                                        System.getProperty("java.class.path"),
                                        EmbedsOnce.class.getName(),
                                        folder.toString(),
                                        LONG_WORD))
                        .redirectErrorStream(true);
        builder.environment().put("HOME", user.toString());
        builder.environment()
                .keySet()
                .removeAll(List.of("XDG_CACHE_HOME", "ORT_DISABLE_TELEMETRY"));
        Process child = builder.start();
        String told = String.join("\n", child.inputReader().lines().toList());
        assertThat(child.waitFor()).as(told).isZero();
        assertThat(told).endsWith("384");
        try (var left = Files.list(user)) {
            assertThat(left).isEmpty();
        }
    }
}
