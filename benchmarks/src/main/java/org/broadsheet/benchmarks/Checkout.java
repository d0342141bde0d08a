package org.broadsheet.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import picocli.CommandLine.Option;

/// Where things are: the repository, the real data beside it, the folder for what a benchmark
/// makes. Mixed into every benchmark.
public final class Checkout {
    private static final Path ROOT = Path.of(System.getProperty("broadsheet.root", "."));

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "The real data (default: ../shared/data, beside the repository).")
    private Path data = ROOT.resolve("../shared/data");

    @Option(
            names = "--work",
            paramLabel = "DIR",
            description = "Where homes and files are made (default: benchmarks/target/work).")
    private Path work = ROOT.resolve("benchmarks/target/work");

    public Path launcher() {
        return ROOT.resolve("broadsheet").toAbsolutePath().normalize();
    }

    public Path bareJar() {
        return ROOT.resolve("benchmarks/bare/target/bare/bare.jar").toAbsolutePath().normalize();
    }

    /// A program of `benchmarks/peers`.
    public Path peer(String name) {
        return ROOT.resolve("benchmarks/peers").resolve(name).toAbsolutePath().normalize();
    }

    /// The 60,000 real records.
    public Path records() {
        return data("arxiv/arxiv-metadata-60k.jsonl.xz");
    }

    /// A file of the real data, or [CannotMeasure].
    public Path data(String name) {
        Path file = data.resolve(name).toAbsolutePath().normalize();
        if (!Files.exists(file)) {
            throw new CannotMeasure(
                    "There is no %s; this figure needs the real data. --data DIR says where it is."
                            .formatted(file));
        }
        return file;
    }

    /// A folder of this name that keeps what is in it.
    public Path kept(String name) {
        try {
            return Files.createDirectories(work.resolve(name)).toAbsolutePath().normalize();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// An empty folder of this name.
    public Path fresh(String name) {
        delete(work.resolve(name));
        return kept(name);
    }

    private static void delete(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (var all = Files.walk(folder)) {
            List<Path> deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
            for (Path path : deepestFirst) {
                Files.delete(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
