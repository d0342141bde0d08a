package org.broadsheet.lab.process;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.module.ModuleFinder;
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
/// @param classPath jars and folders of classes
/// @param limits of every process
public record LabProgram(List<Path> classPath, Limits limits) {
    private static final String VECTORS = "jdk.incubator.vector";
    private static final Duration LONGEST_DESCRIPTION = Duration.ofSeconds(60);

    /// @param memoryMebibytes the heap of a process
    /// @param time after which a run is ended
    public record Limits(int memoryMebibytes, Duration time) {
        public static final Limits STANDARD = new Limits(2_048, Duration.ofHours(1));
    }

    public LabProgram {
        classPath = List.copyOf(classPath);
    }

    /// The program of all jars in these folders, in this order; a folder that is not there has
    /// none.
    public static LabProgram of(List<Path> folders, Limits limits) {
        return new LabProgram(folders.stream().flatMap(LabProgram::jars).toList(), limits);
    }

    private static Stream<Path> jars(Path folder) {
        if (!Files.isDirectory(folder)) {
            return Stream.empty();
        }
        try (Stream<Path> inside = Files.list(folder)) {
            return inside
                    .filter(path -> path.toString().endsWith(".jar"))
                    .sorted()
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Changes whenever one of the jars does: the first twelve digits of a hash of their contents.
    public String fingerprint() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (Path part : classPath) {
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
            in.transferTo(OutputStream.nullOutputStream());
        }
    }

    private static List<Path> files(Path part) throws IOException {
        try (Stream<Path> files = Files.walk(part)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    /// What there is to run, as a process of this program tells it.
    ///
    /// @throws IOException when it cannot be asked, saying why
    public Descriptor.Catalogue describe() throws IOException, InterruptedException {
        if (classPath.isEmpty()) {
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
                                classPath.stream()
                                        .map(path -> path.toAbsolutePath().toString())
                                        .collect(Collectors.joining(File.pathSeparator))));
        if (ModuleFinder.ofSystem().find(VECTORS).isPresent()) {
            command.add("--add-modules=" + VECTORS);
        }
        command.add(Main.class.getName());
        command.addAll(words);
        ProcessBuilder builder = new ProcessBuilder(command).directory(place.folder().toFile());
        builder.environment().clear();
        builder.redirectErrorStream(true);
        return builder;
    }
}
