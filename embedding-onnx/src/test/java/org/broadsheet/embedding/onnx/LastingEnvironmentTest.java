package org.broadsheet.embedding.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.io.TempDir;

class LastingEnvironmentTest {
    @RepeatedTest(3)
    void aProcessMayEndWhileAModelIsLoaded(@TempDir Path folder) throws Exception {
        Process child =
                new ProcessBuilder(
                                List.of(
                                        Path.of(System.getProperty("java.home"), "bin", "java")
                                                .toString(),
                                        "--enable-native-access=ALL-UNNAMED",
                                        "-XX:ErrorFile=" + folder.resolve("error"),
                                        "-cp",
                                        System.getProperty("java.class.path"),
                                        EndsWhileLoading.class.getName(),
                                        folder.toString()))
                        .redirectErrorStream(true)
                        .start();
        String told = String.join("\n", child.inputReader().lines().toList());

        assertThat(child.waitFor()).as(told).isEqualTo(3);
        assertThat(told).isEmpty();
    }
}
