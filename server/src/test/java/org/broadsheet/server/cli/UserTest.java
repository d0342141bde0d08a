package org.broadsheet.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Accounts from the command line.
class UserTest {
    @TempDir
    @SuppressWarnings("NullAway.Init") // by JUnit
    private Path home;

    private StringWriter out = new StringWriter();
    private StringWriter err = new StringWriter();

    private int run(String input, String... words) {
        out = new StringWriter();
        err = new StringWriter();
        InputStream before = System.in;
        System.setIn(new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)));
        try {
            return Broadsheet.commandLine()
                    .setOut(new PrintWriter(out))
                    .setErr(new PrintWriter(err))
                    .execute(
                            Stream.concat(Stream.of(words), Stream.of("--home", home.toString()))
                                    .toArray(String[]::new));
        } finally {
            System.setIn(before);
        }
    }

    @Test
    void accountsAreMadeListedAndChanged() {
        assertThat(run("", "user", "list")).isEqualTo(ExitCode.DONE);
        assertThat(out.toString()).contains("Nobody has an account");
        assertThat(run("four green lamps\n", "user", "add", "Ada", "--role", "admin"))
                .isEqualTo(ExitCode.DONE);
        assertThat(out.toString()).contains("ada, admin, was added");
        assertThat(run("", "user", "add", "emmy", "--link", "--shown", "Emmy N."))
                .isEqualTo(ExitCode.DONE);
        assertThat(out.toString()).containsPattern("/reset\\?token=[A-Za-z0-9_-]{43}");
        assertThat(run("", "user", "role", "emmy", "curator")).isEqualTo(ExitCode.DONE);
        assertThat(run("", "user", "block", "emmy")).isEqualTo(ExitCode.DONE);
        assertThat(out.toString()).contains("emmy, curator, blocked since");
        assertThat(run("", "user", "unblock", "emmy")).isEqualTo(ExitCode.DONE);
        assertThat(run("", "user", "list", "--json")).isEqualTo(ExitCode.DONE);
        assertThat(out.toString().lines())
                .hasSize(2)
                .last()
                .asString()
                .contains("\"name\":\"emmy\"", "\"shown\":\"Emmy N.\"", "\"role\":\"CURATOR\"");
        assertThat(run("", "user", "link", "ada")).isEqualTo(ExitCode.DONE);
        assertThat(out.toString()).contains("/reset?token=");
    }

    @Test
    void whatCannotBeDoneIsToldWithWhatIsAccepted() {
        assertThat(run("password1\n", "user", "add", "ada")).isEqualTo(ExitCode.FAILED);
        assertThat(err.toString()).contains("many people have");
        assertThat(run("", "user", "add", "ada")).isEqualTo(ExitCode.USAGE);
        assertThat(err.toString()).contains("The password is empty");
        assertThat(run("x\n", "user", "add", "ada", "--role", "king")).isEqualTo(ExitCode.USAGE);
        assertThat(err.toString()).contains("reader, curator or admin, got \"king\"");
        assertThat(run("four green lamps\n", "user", "add", "a b")).isEqualTo(ExitCode.FAILED);
        assertThat(err.toString()).contains("2 to 32");
        assertThat(run("", "user", "block", "nobody-here")).isEqualTo(ExitCode.FAILED);
        assertThat(err.toString()).contains("user list");
        assertThat(run("four green lamps\n", "user", "add", "ada", "--role", "admin"))
                .isEqualTo(ExitCode.DONE);
        assertThat(run("four green lamps\n", "user", "add", "ADA")).isEqualTo(ExitCode.FAILED);
        assertThat(err.toString()).contains("is taken");
        assertThat(run("", "user", "block", "ada")).isEqualTo(ExitCode.FAILED);
        assertThat(err.toString()).contains("last active admin");
    }
}
