package org.broadsheet.server.home;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// The files by which processes agree on who owns a home. Others on the machine cannot read them.
record HomeFolder(Path path) {
    private static final JsonMapper JSON = new JsonMapper();
    private static final int MOST_BYTES = 10_000;

    /// Makes the folder, for its owner alone, unless it is there.
    void create() throws IOException {
        if (!Files.isDirectory(path)) {
            Path parent = path.toAbsolutePath().getParent();
            if (parent != null) {
                Files.createDirectories(parent);
            }
            Files.createDirectory(path, only("rwx------"));
        }
    }

    Path lock() {
        return path.resolve("owner.lock");
    }

    /// What stands in `owner.json`; empty if there is none or it cannot be read. It says nothing
    /// while the lock is free: its writer may have died.
    Optional<Owner> owner() {
        try {
            Path file = ownerFile();
            return Files.size(file) > MOST_BYTES
                    ? Optional.empty()
                    : Optional.of(JSON.readValue(Files.readAllBytes(file), Owner.class));
        } catch (IOException | JacksonException _) {
            return Optional.empty();
        }
    }

    /// Replaces `owner.json` in one step.
    void write(Owner owner) throws IOException {
        Path draft = path.resolve("owner.json." + owner.pid());
        Files.deleteIfExists(draft);
        Files.createFile(draft, only("rw-------"));
        Files.write(draft, JSON.writeValueAsBytes(owner));
        Files.move(
                draft,
                ownerFile(),
                StandardCopyOption.ATOMIC_MOVE,
                StandardCopyOption.REPLACE_EXISTING);
    }

    void removeOwner() throws IOException {
        Files.deleteIfExists(ownerFile());
    }

    FileAttribute<?>[] only(String permissions) {
        if (!path.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            return new FileAttribute<?>[0];
        }
        Set<PosixFilePermission> set = PosixFilePermissions.fromString(permissions);
        return new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(set)};
    }

    private Path ownerFile() {
        return path.resolve("owner.json");
    }
}
