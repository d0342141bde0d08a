package org.broadsheet.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Folders that cannot be a home, and settings that cannot be meant; each tried by a process of its
/// own.
class UnusableHomeTest {
    /// Takes from root what makes it more than the owner of its files: the right to write where no
    /// permission says so. It still reads the class path, which another user might not.
    private static final List<String> UNPRIVILEGED =
            "root".equals(System.getProperty("user.name"))
                    ? List.of(
                            "setpriv",
                            "--bounding-set=-dac_override,-dac_read_search",
                            "--inh-caps=-dac_override,-dac_read_search")
                    : List.of();

    @TempDir
    @SuppressWarnings("NullAway.Init") // by JUnit
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"serve", "reindex"})
    void aReadOnlyFolderIsRefusedWithTheReason(String command) throws Exception {
        Path home = Files.createDirectory(folder.resolve("home"));
        Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("r-xr-xr-x"));
        Child.Ended ended = Child.run(folder, UNPRIVILEGED, command, "--home", home.toString());
        assertThat(ended.exitCode()).isEqualTo(ExitCode.HOME_UNUSABLE);
        assertThat(ended.err())
                .contains("may not write to " + home, "--home")
                .doesNotContain("\tat ");
    }

    @Test
    void aHouseThatBecameReadOnlyIsRefusedAndStaysWhole() throws Exception {
        Path home = folder.resolve("home");
        assertThat(Child.run(folder, "reindex", "--home", home.toString()).exitCode()).isZero();
        Path store = home.resolve("broadsheet.sqlite");
        Files.setPosixFilePermissions(store, PosixFilePermissions.fromString("r--r--r--"));
        Child.Ended ended =
                Child.run(folder, UNPRIVILEGED, "search", "--home", home.toString(), "heads");
        assertThat(ended.exitCode()).isEqualTo(ExitCode.HOME_UNUSABLE);
        assertThat(ended.err()).contains(store.toString()).doesNotContain("\tat ");
        Files.setPosixFilePermissions(store, PosixFilePermissions.fromString("rw-------"));
        Child.Ended again = Child.run(folder, "search", "--home", home.toString(), "heads");
        assertThat(again.exitCode()).as(again.err()).isZero();
    }

    @Test
    void aFileIsNoFolder() throws Exception {
        Path home = Files.writeString(folder.resolve("home"), "no folder");
        Child.Ended ended = Child.run(folder, "serve", "--home", home.toString());
        assertThat(ended.exitCode()).isEqualTo(ExitCode.HOME_UNUSABLE);
        assertThat(ended.err()).contains(home + " is a file", "--home");
        assertThat(home).hasContent("no folder");
    }

    @Test
    void anUnknownSettingIsAnsweredWithTheRightOne() throws Exception {
        Path home = Files.createDirectory(folder.resolve("home"));
        Files.writeString(home.resolve("broadsheet.yaml"), "bind: localhost\nprot: 8081\n");
        Child.Ended ended = Child.run(folder, "serve", "--home", home.toString());
        assertThat(ended.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(ended.err())
                .contains("\"prot\"", "broadsheet.yaml, line 2", "did you mean \"port\"?")
                .doesNotContain("\tat ");
    }

    @Test
    void doctorMakesNoHouseWhereThereIsNone() throws Exception {
        Path home = folder.resolve("none");
        Child.Ended ended = Child.run(folder, "doctor", "--home", home.toString());
        assertThat(ended.exitCode()).isEqualTo(ExitCode.HOME_UNUSABLE);
        assertThat(ended.err()).contains("There is no house in " + home);
        assertThat(home).doesNotExist();
    }
}
