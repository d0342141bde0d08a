package org.broadsheet.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BroadsheetTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    @SuppressWarnings("NullAway.Init") // by JUnit
    private Path home;

    @Test
    void helpNamesTheCommandsAndTheExitCodes() {
        assertThat(run("--help")).isEqualTo(ExitCode.DONE);
        assertThat(out.toString()).contains("serve", "Exit codes:", "3   the address or port");
    }

    @Test
    void noCommandShowsTheHelp() {
        assertThat(run()).isEqualTo(ExitCode.USAGE);
        assertThat(err.toString()).contains("Missing required subcommand", "serve");
    }

    @Test
    void aMisspeltCommandIsAnsweredWithTheRightOne() {
        assertThat(run("serv")).isEqualTo(ExitCode.USAGE);
        assertThat(err.toString()).contains("'serv'", "serve");
    }

    @Test
    void aPortInUseIsNamedWithTheWayOut() throws IOException {
        try (var taken = new ServerSocket(0, 1, InetAddress.getByName("localhost"))) {
            var port = String.valueOf(taken.getLocalPort());
            assertThat(serve("--port", port)).isEqualTo(ExitCode.PORT_UNUSABLE);
            assertThat(err.toString())
                    .startsWith("Port " + port + " on localhost is in use")
                    .contains("--port")
                    .doesNotContain("\tat ");
        }
    }

    @Test
    void aPortOutOfRangeIsToldTheRange() {
        assertThat(serve("--port", "65536")).isEqualTo(ExitCode.USAGE);
        assertThat(err.toString()).contains("65536", "1 to 65535");
    }

    @Test
    void anAddressOfAnotherMachineIsRefused() {
        assertThat(serve("--bind", "192.0.2.1", "--port", "0")).isEqualTo(ExitCode.PORT_UNUSABLE);
        assertThat(err.toString()).contains("'192.0.2.1'", "localhost");
    }

    private int serve(String... options) {
        return run(
                Stream.concat(Stream.of("serve", "--home", home.toString()), Stream.of(options))
                        .toArray(String[]::new));
    }

    private int run(String... words) {
        return Broadsheet.commandLine()
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(words);
    }
}
