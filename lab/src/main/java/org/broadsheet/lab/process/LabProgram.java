package org.broadsheet.lab.process;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.broadsheet.lab.Setting;
import org.broadsheet.lab.report.LabJson;
import org.broadsheet.paper.PaperId;

/// The program that runs reproductions: its jars, and how its processes are started.
///
/// @param folders whose jars, and class folders named `classes`, are its class path, in this order;
///   a folder that is not there is left out
/// @param limits of every process
public record LabProgram(List<Path> folders, Limits limits) {
    private static final Duration LONGEST_DESCRIPTION = Duration.ofSeconds(60);

    /// @param memoryMebibytes the heap of a process
    /// @param time after which a run is ended
    public record Limits(int memoryMebibytes, Duration time) {
        public static final Limits STANDARD = new Limits(2_048, Duration.ofHours(1));
    }

    public LabProgram {
        folders = List.copyOf(folders);
    }

    /// Changes whenever one of the jars does: the first twelve digits of a hash of their contents.
    public String fingerprint() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (Path part : classPath()) {
                for (Path file : files(part)) {
                    add(digest, file);
                }
            }
            return HexFormat.of().formatHex(digest.digest()).substring(0, 12);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void add(MessageDigest digest, Path file) throws IOException {
        digest.update(file.getFileName().toString().getBytes(StandardCharsets.UTF_8));
        try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
            in.transferTo(java.io.OutputStream.nullOutputStream());
        }
    }

    private static List<Path> files(Path part) throws IOException {
        try (Stream<Path> files = Files.walk(part)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private List<Path> classPath() {
        List<Path> parts = new ArrayList<>();
        for (Path folder : folders) {
            if (Files.isDirectory(folder)) {
                try (Stream<Path> inside = Files.list(folder)) {
                    inside.filter(LabProgram::isCode).sorted().forEach(parts::add);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        }
        return parts;
    }

    private static boolean isCode(Path path) {
        String name = path.getFileName().toString();
        return name.endsWith(".jar") || name.equals("classes") && Files.isDirectory(path);
    }

    /// What there is to run, as a process of this program tells it.
    ///
    /// @throws IOException when it cannot be asked, saying why
    public Descriptor.Catalogue describe() throws IOException, InterruptedException {
        if (classPath().isEmpty()) {
            return new Descriptor.Catalogue("plain", List.of(), List.of());
        }
        try (Workplace place = Workplace.open()) {
            Process process = process(place, List.of("describe")).start();
            String printed;
            try (InputStream out = process.getInputStream()) {
                printed = new String(out.readAllBytes(), StandardCharsets.UTF_8);
            }
            if (!process.waitFor(LONGEST_DESCRIPTION.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
            return printed.lines()
                    .filter(line -> line.startsWith("{\"kernel\""))
                    .findFirst()
                    .map(line -> LabJson.read(line, Descriptor.Catalogue.class))
                    .orElseThrow(() ->
                            new IOException(
                                    "the lab's process described nothing; it said: "
                                            + printed.lines()
                                                    .limit(20)
                                                    .collect(Collectors.joining("\n"))));
        }
    }

    /// Starts a run.
    public RunProcess start(PaperId paper, Setting setting) throws IOException {
        Workplace place = Workplace.open();
        try {
            Process process = process(place, List.of("run", paper.value())).start();
            return new RunProcess(process, place, limits, setting);
        } catch (IOException | RuntimeException e) {
            place.close();
            throw e;
        }
    }

    private ProcessBuilder process(Workplace place, List<String> words) {
        List<String> command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Xmx" + limits.memoryMebibytes() + "m",
                                "-XX:+UseParallelGC",
                                "-XX:+ExitOnOutOfMemoryError",
                                "-XX:-UsePerfData",
                                "-Djava.awt.headless=true",
                                "-Djava.io.tmpdir=" + place.folder(),
                                "--enable-native-access=ALL-UNNAMED",
                                "-cp",
                                classPath().stream()
                                        .map(path -> path.toAbsolutePath().toString())
                                        .collect(Collectors.joining(java.io.File.pathSeparator))));
        if (ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent()
                || java.lang.module.ModuleFinder.ofSystem()
                        .find("jdk.incubator.vector")
                        .isPresent()) {
            command.add("--add-modules=jdk.incubator.vector");
        }
        command.add(Main.class.getName());
        command.addAll(words);
        ProcessBuilder builder = new ProcessBuilder(command).directory(place.folder().toFile());
        builder.environment().clear();
        builder.redirectErrorStream(true);
        return builder;
    }
}
