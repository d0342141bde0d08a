package org.broadsheet.server.home;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HomeTest {
    @TempDir private Path folder = Path.of("");

    @Test
    void aHomeIsMadeForItsOwnerAlone() throws Exception {
        Path path = folder.resolve("a/b");
        try (Home home = opened(path)) {
            home.listening(InetAddress.getLoopbackAddress(), 8080);
            assertThat(permissions(path)).isEqualTo("rwx------");
            assertThat(permissions(path.resolve("owner.json"))).isEqualTo("rw-------");
            assertThat(permissions(path.resolve("owner.lock"))).isEqualTo("rw-------");
        }
    }

    @Test
    void aSecondOwnerIsToldWhoIsTheFirst() throws Exception {
        try (Home home = opened(folder)) {
            home.listening(InetAddress.getLoopbackAddress(), 8123);
            Opening second = Home.open(folder);
            assertThat(second).isInstanceOf(Opening.Held.class);
            assertThat(((Opening.Held) second).message())
                    .contains(
                            "process " + ProcessHandle.current().pid(), "127.0.0.1:8123", "--home")
                    .doesNotContain(home.token().value());
        }
    }

    @Test
    void anOwnerThatDoesNotListenIsToldApart() {
        try (Home home = opened(folder)) {
            Opening.Held held = (Opening.Held) Home.open(home.path());
            assertThat(held.owner().orElseThrow().takesCommands()).isFalse();
            assertThat(held.message()).contains("another Broadsheet command");
        }
    }

    @Test
    void aHomeThatIsGivenBackLeavesNoOwner() {
        opened(folder).close();
        assertThat(folder.resolve("owner.json")).doesNotExist();
        opened(folder).close();
    }

    @Test
    void whatADeadOwnerLeftIsReplaced() throws Exception {
        Files.writeString(
                folder.resolve("owner.json"),
                "{\"pid\":1,\"address\":\"127.0.0.1\",\"port\":1,\"token\":\"old\"}");
        try (Home home = opened(folder)) {
            assertThat(Files.readString(folder.resolve("owner.json")))
                    .contains(home.token().value())
                    .doesNotContain("old");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"'' | just starting", "{ | just starting", "[] | just starting"})
    void anUnreadableOwnerFileIsAsGoodAsNone(String content, String message) throws Exception {
        try (Home home = opened(folder)) {
            Files.writeString(home.path().resolve("owner.json"), content);
            assertThat(((Opening.Held) Home.open(folder)).message()).contains(message);
        }
    }

    @Test
    void killedOwnersGiveTheLockBack() throws Exception {
        Process owner = process(folder);
        try {
            assertThat(owner.inputReader().readLine()).isEqualTo("Opened");
            assertThat(((Opening.Held) Home.open(folder)).owner().orElseThrow().pid())
                    .isEqualTo(owner.pid());
        } finally {
            owner.destroyForcibly().waitFor();
        }
        opened(folder).close();
    }

    @Test
    void aFileIsNoHome() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "x");
        assertThat(refusal(file)).contains("is a file", "--home");
        assertThat(refusal(file.resolve("below"))).contains("file", "--home");
    }

    @Test
    void aDiskThatTakesNothingIsRefused() {
        Path proc = Path.of("/proc");
        assumeTrue(Files.isDirectory(proc), "no /proc on this system: skipped");
        assertThat(refusal(proc.resolve("broadsheet"))).contains("/proc/broadsheet", "--home");
    }

    @Test
    void theReasonsOfTheSystemAreSaidInTheOperatorsWords() {
        assertThat(WhyUnusable.of(folder, new AccessDeniedException("x")))
                .contains("may not write");
        assertThat(WhyUnusable.of(folder, failure("No space left on device"))).contains("full");
        assertThat(WhyUnusable.of(folder, failure("Read-only file system"))).contains("read-only");
        assertThat(WhyUnusable.of(folder, failure("Input/output error"))).contains("Input/output");
    }

    private static FileSystemException failure(String reason) {
        return new FileSystemException("owner.json", null, reason);
    }

    private static String refusal(Path path) {
        return ((Opening.Unusable) Home.open(path)).message();
    }

    private static Home opened(Path path) {
        return ((Opening.Opened) Home.open(path)).home();
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    private static Process process(Path home) throws IOException {
        return new ProcessBuilder(
                        Stream.of(
                                        Path.of(System.getProperty("java.home"), "bin", "java")
                                                .toString(),
                                        "-cp",
                                        System.getProperty("java.class.path"),
                                        Owning.class.getName(),
                                        home.toString())
                                .toList())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    /// A process that owns a home until it is killed.
    static final class Owning {
        private Owning() {}

        public static void main(String[] words) throws IOException {
            System.out.println(Home.open(Path.of(words[0])).getClass().getSimpleName());
            System.in.read();
        }
    }
}
