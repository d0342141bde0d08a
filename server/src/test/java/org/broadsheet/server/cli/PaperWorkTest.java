package org.broadsheet.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Citations and their ids from the command line.
class PaperWorkTest {
    private static final String LIBRARY =
            """
            @article{a, title = {Idle walks on graphs}, author = {One, Ada}, doi = {10.1000/WALK.1}}
            @misc{b, title = {Idle walks, reviewed}, url = {https://openreview.net/forum?id=Walk01}}
            """;

    @TempDir
    @SuppressWarnings("NullAway.Init") // by JUnit
    private Path home;

    private StringWriter out = new StringWriter();
    private StringWriter err = new StringWriter();

    private int run(String... words) {
        out = new StringWriter();
        err = new StringWriter();
        String[] all =
                Stream.concat(Stream.of(words), Stream.of("--home", home.toString()))
                        .toArray(String[]::new);
        return Broadsheet.commandLine()
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(all);
    }

    @Test
    void papersOfALibraryAreUnitedAndParted() throws IOException {
        Path library = Files.writeString(home.resolve("library.bib"), LIBRARY);
        assertThat(run("import", library.toString())).isEqualTo(ExitCode.DONE);
        assertThat(out.toString()).contains("BibTeX, 2 read: 2 new");

        assertThat(run("paper", "unite", "https://doi.org/10.1000/walk.1", "openreview:Walk01"))
                .isEqualTo(ExitCode.DONE);
        assertThat(out.toString())
                .contains("doi:10.1000/walk.1 is openreview:Walk01 now", "paper part doi:");
        assertThat(run("paper", "unite", "doi:10.1000/walk.1", "openreview:Walk01")).isEqualTo(1);
        assertThat(err.toString()).contains("are one paper already");
        assertThat(run("search", "--json", "idle")).isEqualTo(ExitCode.DONE);
        assertThat(out.toString()).contains("openreview:Walk01").doesNotContain("doi:10.1000");

        assertThat(run("paper", "part", "doi:10.1000/walk.1")).isEqualTo(ExitCode.DONE);
        assertThat(run("paper", "part", "doi:10.1000/walk.1")).isEqualTo(1);
        assertThat(err.toString()).contains("nothing to part");
        assertThat(run("import", library.toString())).isEqualTo(ExitCode.DONE);
        assertThat(run("search", "--json", "idle")).isEqualTo(ExitCode.DONE);
        assertThat(out.toString()).contains("openreview:Walk01", "doi:10.1000/walk.1");
    }

    @Test
    void whatIsUnknownOrNoIdIsTold() {
        assertThat(run("paper", "unite", "doi:10.1000/x", "doi:10.1000/y")).isEqualTo(1);
        assertThat(err.toString()).contains("no paper doi:10.1000/x is known here");
        assertThat(run("paper", "part", "nonsense")).isEqualTo(ExitCode.USAGE);
        assertThat(err.toString()).contains("not a paper id");
    }
}
