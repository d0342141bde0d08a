package org.broadsheet.storage.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.broadsheet.contract.Fixtures;
import org.broadsheet.storage.Storage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A process that may not write says what it lacks. It runs as a user without rights.
class ReadOnlyTest {
    @TempDir private Path folder;
    private Path house;
    private Path classes;

    @BeforeEach
    void prepare() throws IOException {
        permit(folder, "rwxr-xr-x");
        house = Files.createDirectory(folder.resolve("house"));
        classes = Files.createDirectory(folder.resolve("classes"));
    }

    @AfterEach
    void allowTidyingUp() throws IOException {
        permit(house, "rwxr-xr-x");
    }

    private static void permit(Path path, String permissions) throws IOException {
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
    }

    private Path file() {
        return house.resolve("broadsheet.db");
    }

    private String openAndKeep(Path file) throws Exception {
        Process process = ChildJvm.startUnprivileged(classes, OpensAndKeeps.class, file.toString());
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isZero();
        return said.strip();
    }

    @Test
    void aFolderThatAcceptsNoNewFileIsNamed() throws Exception {
        permit(house, "r-xr-xr-x");
        assertThat(openAndKeep(file()))
                .contains(file().toString())
                .contains("give this user the right to write");
    }

    @Test
    void aFolderThatCannotBeMadeIsNamed() throws Exception {
        permit(house, "r-xr-xr-x");
        Path deeper = house.resolve("deeper").resolve("broadsheet.db");
        assertThat(openAndKeep(deeper)).contains("cannot make the folder of " + deeper);
    }

    @Test
    void aStoreThatMayOnlyBeReadIsNamedAndLeftAsItWas() throws Exception {
        try (Storage storage = JdbcStorage.open(file())) {
            storage.papers().keep(Fixtures.papers(3));
        }
        permit(file(), "r--r--r--");
        permit(house, "r-xr-xr-x");
        assertThat(openAndKeep(file())).contains(file().toString()).contains("right to write");
        permit(house, "rwxr-xr-x");
        permit(file(), "rw-r--r--");
        try (Storage storage = JdbcStorage.open(file())) {
            assertThat(storage.papers().count()).isEqualTo(3);
        }
    }

    @Test
    void aFileThatIsNoDatabaseIsNamedAndLeftAsItWas() throws Exception {
        byte[] text =
                "This is a text, and not a database.\n"
                        .repeat(200)
                        .getBytes(StandardCharsets.UTF_8);
        Files.write(file(), text);
        permit(file(), "rw-rw-rw-");
        permit(house, "rwxrwxrwx");
        assertThat(openAndKeep(file())).contains(file().toString()).contains("no SQLite database");
        assertThat(Files.readAllBytes(file())).isEqualTo(text);
    }
}
