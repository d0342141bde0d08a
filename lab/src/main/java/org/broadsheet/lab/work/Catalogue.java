package org.broadsheet.lab.work;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import org.broadsheet.lab.process.Descriptor;
import org.broadsheet.lab.process.LabProgram;
import org.broadsheet.lab.report.LabJson;
import org.broadsheet.paper.PaperId;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/// What can be run here. The program's process is asked once for each set of jars; its answer is
/// kept in a file named by their fingerprint.
public final class Catalogue {
    private final LabProgram program;
    private final Path folder;
    private @Nullable Read read;

    /// @param fingerprint of the jars that were described
    private record Read(String fingerprint, Descriptor.Catalogue catalogue) {}

    /// @param folder where answers are kept; made when needed
    public Catalogue(LabProgram program, Path folder) {
        this.program = program;
        this.folder = folder;
    }

    /// All that can be run, in the order of the class path. The first call may take a second.
    ///
    /// @throws IllegalStateException when the program cannot be asked
    public List<Descriptor> all() {
        return read().catalogue().descriptors();
    }

    public Optional<Descriptor> of(PaperId paper) {
        return all().stream().filter(one -> one.paper().equals(paper)).findFirst();
    }

    /// What cannot be run, and why, a line each.
    public List<String> broken() {
        return read().catalogue().broken();
    }

    public String kernel() {
        return read().catalogue().kernel();
    }

    public String fingerprint() {
        return read().fingerprint();
    }

    LabProgram program() {
        return program;
    }

    private synchronized Read read() {
        if (read == null) {
            String fingerprint = program.fingerprint();
            Path file = folder.resolve("catalogue-" + fingerprint + ".json");
            read = new Read(fingerprint, kept(file).orElseGet(() -> keep(describe(), file)));
        }
        return read;
    }

    private static Optional<Descriptor.Catalogue> kept(Path file) {
        try {
            return Optional.of(LabJson.read(Files.readString(file), Descriptor.Catalogue.class));
        } catch (IOException | JacksonException _) {
            return Optional.empty();
        }
    }

    private Descriptor.Catalogue describe() {
        try {
            return program.describe();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while the lab was asked what it can run", e);
        }
    }

    /// Where nothing can be written, the program is asked again the next time.
    private Descriptor.Catalogue keep(Descriptor.Catalogue catalogue, Path file) {
        try {
            Files.createDirectories(folder);
            Path whole = Files.createTempFile(folder, "catalogue", ".tmp");
            Files.writeString(whole, LabJson.write(catalogue), StandardCharsets.UTF_8);
            Files.move(
                    whole,
                    file,
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            System.getLogger(Catalogue.class.getName())
                    .log(System.Logger.Level.WARNING, "not kept: " + file + " (" + e + ")");
        }
        return catalogue;
    }
}
