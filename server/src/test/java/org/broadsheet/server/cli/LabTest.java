package org.broadsheet.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/// The lab from the command line, over the reproductions that are shipped.
@TestInstance(Lifecycle.PER_CLASS)
class LabTest {
    private static final String PAPER = "2407.11970";

    /// Small enough to take a few seconds.
    private static final String[] TINY = {
        "--set", "orbits=4", "--set", "seeds=1", "--set", "duration=1.5"
    };

    @TempDir
    @SuppressWarnings("NullAway.Init") // by JUnit
    private Path home;

    private StringWriter out = new StringWriter();
    private StringWriter err = new StringWriter();

    @AfterEach
    void forget() {
        out = new StringWriter();
        err = new StringWriter();
    }

    private int lab(String... words) {
        String[] all =
                Stream.concat(
                                Stream.concat(Stream.of("lab"), Stream.of(words)),
                                Stream.of("--home", home.toString()))
                        .toArray(String[]::new);
        return Broadsheet.commandLine()
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(all);
    }

    private static String[] run(String... more) {
        return Stream.concat(
                        Stream.of("run", PAPER), Stream.concat(Stream.of(TINY), Stream.of(more)))
                .toArray(String[]::new);
    }

    @Test
    void theListNamesThePapersAndTheirTitles() {
        assertThat(lab("list")).isEqualTo(ExitCode.DONE);
        assertThat(out.toString()).contains(PAPER, "PECCARY", "papers can be run.");
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void aRunPrintsClaimsAndVerdictsAndIsAnsweredFromItsReportTheNextTime() throws Exception {
        Path reports = home.resolve("reports");
        assertThat(lab(run("--out", reports.toString()))).isEqualTo(ExitCode.DONE);
        String first = out.toString();
        assertThat(first).contains("the paper:", "measured:", "reproduced", "seed 1");
        assertThat(reports.resolve(PAPER).resolve("README.md")).isRegularFile();
        assertThat(Files.readString(reports.resolve(PAPER).resolve("report.json")))
                .startsWith("{\"run\":\"");
        forget();
        assertThat(lab(run())).isEqualTo(ExitCode.DONE);
        assertThat(out.toString()).isEqualTo(first);
        String name = first.replaceFirst("(?s).*\nrun ([0-9a-f]{12}).*", "$1");
        forget();
        assertThat(lab("show", name)).isEqualTo(ExitCode.DONE);
        assertThat(out.toString()).isEqualTo(first);
        forget();
        assertThat(lab("show", name, "--json")).isEqualTo(ExitCode.DONE);
        assertThat(out.toString()).startsWith("{\"run\":\"" + name);
    }

    @Test
    void anUnknownPaperIsNamedWithThoseThereAre() {
        assertThat(lab("run", "2511.99999")).isEqualTo(ExitCode.USAGE);
        assertThat(err.toString()).contains("2511.99999", PAPER);
    }

    @Test
    void aValueOutOfRangeIsNamedWithWhatIsAccepted() {
        assertThat(lab("run", PAPER, "--set", "orbits=-1")).isEqualTo(ExitCode.USAGE);
        assertThat(err.toString()).contains("orbits: accepted are whole numbers", "\"-1\"");
    }

    @Test
    void anUnknownParameterSizeOrPairIsNamed() {
        assertThat(lab("run", PAPER, "--set", "orbit=1")).isEqualTo(ExitCode.USAGE);
        assertThat(lab("run", PAPER, "--size", "huge")).isEqualTo(ExitCode.USAGE);
        assertThat(lab("run", PAPER, "--set", "orbits")).isEqualTo(ExitCode.USAGE);
        assertThat(err.toString())
                .contains("no parameter \"orbit\"", "no size \"huge\"", "accepted is name=value");
    }

    @Test
    void anUnknownRunAndNoRunAtAllAreTold() {
        assertThat(lab("show", "000000000000")).isEqualTo(ExitCode.FAILED);
        assertThat(lab("show", "124")).isEqualTo(ExitCode.USAGE);
        assertThat(err.toString()).contains("no run 000000000000", "twelve hexadecimal digits");
    }
}
