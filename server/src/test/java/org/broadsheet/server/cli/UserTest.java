package org.broadsheet.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.broadsheet.moderation.AuditLog;
import org.broadsheet.storage.Storage;
import org.broadsheet.storage.jdbc.JdbcStorage;
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
    void anAccountIsDeletedOnlyWhenThatIsMeantAndTheLastAdminNever() {
        run("four green lamps\n", "user", "add", "ada", "--role", "admin");
        run("four green lamps\n", "user", "add", "emmy");
        assertThat(run("", "user", "delete", "emmy")).isEqualTo(ExitCode.USAGE);
        assertThat(err.toString()).contains("user delete emmy --yes");
        assertThat(run("", "user", "delete", "ada", "--yes")).isEqualTo(ExitCode.FAILED);
        assertThat(err.toString()).contains("last active admin");
        assertThat(run("", "user", "delete", "emmy", "--yes")).isEqualTo(ExitCode.DONE);
        assertThat(out.toString()).contains("emmy, reader, was deleted");
        assertThat(run("", "user", "list")).isEqualTo(ExitCode.DONE);
        assertThat(out.toString()).contains("ada").doesNotContain("emmy");
    }

    @Test
    void whatIsDoneOnTheCommandLineIsWrittenDownWithoutSecrets() {
        run("four green lamps\n", "user", "add", "ada", "--role", "admin");
        run("", "user", "add", "emmy", "--link");
        String link = out.toString().replaceAll("(?s).*token=([A-Za-z0-9_-]+).*", "$1");
        run("", "user", "role", "emmy", "curator");
        run("", "user", "role", "emmy", "curator");
        run("", "user", "block", "emmy");
        run("", "user", "unblock", "emmy");
        run("", "user", "delete", "emmy", "--yes");
        List<AuditLog.Entry> log;
        try (Storage storage = JdbcStorage.open(home.resolve("broadsheet.sqlite"))) {
            log = storage.audit().before(AuditLog.END, Set.of(AuditLog.Kind.OPERATOR), 99);
        }
        assertThat(log.reversed())
                .extracting(entry -> entry.act().action() + "|" + entry.act().note())
                .containsExactly(
                        "made the account|as admin",
                        "made the account|as reader",
                        "made a link that sets the password of|",
                        "gave the role curator|was reader",
                        "blocked|was curator",
                        "unblocked|was curator, blocked",
                        "deleted the account|");
        assertThat(log.toString()).doesNotContain("green lamps", link);
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
