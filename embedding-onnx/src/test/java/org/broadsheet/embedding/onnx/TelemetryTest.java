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
                ChildJvm.of(
                        EmbedsOnce.class, folder.resolve("error"), folder.toString(), LONG_WORD);
        builder.environment().put("HOME", user.toString());
        builder.environment()
                .keySet()
                .removeAll(List.of("XDG_CACHE_HOME", "ORT_DISABLE_TELEMETRY"));
        Process child = builder.start();
        String told = ChildJvm.told(child);
        assertThat(child.waitFor()).as(told).isZero();
        assertThat(told).endsWith("384");
        try (var left = Files.list(user)) {
            assertThat(left).isEmpty();
        }
    }
}
