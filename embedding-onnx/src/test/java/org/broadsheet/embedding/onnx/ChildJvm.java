package org.broadsheet.embedding.onnx;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Prepares a main class of these tests to run in a process of its own, whose errors are among what
/// it tells.
final class ChildJvm {
    private ChildJvm() {}

    /// @param errorFile where the JVM writes how it crashed
    static ProcessBuilder of(Class<?> main, Path errorFile, String... arguments) {
        List<String> command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "--enable-native-access=ALL-UNNAMED",
                                "-XX:ErrorFile=" + errorFile,
                                "-cp",
                                System.getProperty("java.class.path"),
                                main.getName()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command).redirectErrorStream(true);
    }

    /// All that it told, when it has ended.
    static String told(Process child) {
        return String.join("\n", child.inputReader().lines().toList());
    }
}
