package org.broadsheet.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/// What becomes of other commands while a server has the folder; each is a process of its own.
@TestInstance(Lifecycle.PER_CLASS)
class BesideAServerTest {
    private static final String DAILY =
            """
            [{"paper": {"id": "2511.04242", "title": "Zebras that balance",
              "authors": [{"name": "Zoe Example"}], "summary": "They stand on three legs.",
              "publishedAt": "2025-11-05T00:00:00.000Z", "upvotes": 4},
              "publishedAt": "2025-11-06T00:00:00.000Z", "numComments": 1}]
            """;

    @SuppressWarnings("NullAway.Init") // by start
    private Path home;

    @SuppressWarnings("NullAway.Init") // by start
    private Path elsewhere;

    @SuppressWarnings("NullAway.Init") // by start
    private Child server;

    @SuppressWarnings("NullAway.Init") // by start
    private String address;

    @BeforeAll
    void start(@TempDir Path house, @TempDir Path work) throws IOException {
        home = house;
        elsewhere = work;
        server = Child.serving(home);
        address = server.address();
    }

    @AfterAll
    void end() throws IOException {
        server.close();
    }

    @Test
    void aSecondServerSaysWhoHasTheFolderAndLeaves() throws Exception {
        Child.Ended second = run("serve", "--port", "0");
        assertThat(second.exitCode()).isEqualTo(ExitCode.HOME_TAKEN);
        assertThat(second.err())
                .contains("process " + server.process().pid())
                .contains(":" + URI.create(address).getPort())
                .contains("--home")
                .doesNotContain("\tat ");
    }

    @Test
    void aPortInUseIsToldAndAnotherIsNamed(@TempDir Path other) throws Exception {
        String port = String.valueOf(URI.create(address).getPort());
        Child.Ended second =
                Child.run(elsewhere, "serve", "--home", other.toString(), "--port", port);
        assertThat(second.exitCode()).isEqualTo(ExitCode.PORT_UNUSABLE);
        assertThat(second.err()).contains("Port " + port + " on localhost is in use", "--port");
    }

    @Test
    void searchIsAnsweredByTheServer() throws Exception {
        Child.Ended search = run("search", "--limit", "1", "hopfield", "networks");
        assertThat(search.exitCode()).isEqualTo(ExitCode.DONE);
        assertThat(search.out()).contains("*Hopfield* *Networks* is All You Need", "2008.02217");
    }

    @Test
    void aQueryThatCannotBeReadIsRefusedAsWithoutAServer() throws Exception {
        Child.Ended search = run("search", "date:yesterday");
        assertThat(search.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(search.err()).contains("yesterday");
    }

    @Test
    void doctorTellsOfTheServersHouse() throws Exception {
        Child.Ended doctor = run("doctor", "--json");
        assertThat(doctor.out().lines()).allMatch(line -> line.startsWith("{\"part\":"));
        assertThat(doctor.out()).contains("\"part\":\"store\",\"state\":\"ok\"", home.toString());
    }

    @Test
    void reindexRebuildsWhileTheServerServes() throws Exception {
        Child.Ended reindex = run("reindex");
        assertThat(reindex.exitCode()).isEqualTo(ExitCode.DONE);
        assertThat(reindex.out()).containsPattern("Indexed 3[01] papers");
        assertThat(get("/papers?q=hopfield")).contains("2008.02217");
    }

    @Test
    void whatIsImportedIsOnThePagesAtOnce() throws Exception {
        Files.writeString(elsewhere.resolve("2025-11-06.json"), DAILY);
        Child.Ended imported = run("import", "2025-11-06.json");
        assertThat(imported.exitCode()).as(imported.err()).isEqualTo(ExitCode.DONE);
        assertThat(imported.out()).contains("1 new");
        assertThat(get("/papers/date/2025-11-06")).contains("Zebras that balance");
        assertThat(get("/papers?q=zebras")).contains("/papers/2511.04242");
        assertThat(run("import", "2025-11-06.json").out()).contains("0 new");
    }

    @Test
    void aFileThatIsNotThereIsNamed() throws Exception {
        Child.Ended imported = run("import", "no-such-file.json");
        assertThat(imported.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(imported.out() + imported.err())
                .contains(elsewhere.resolve("no-such-file.json").toString());
    }

    private Child.Ended run(String command, String... words) throws Exception {
        String[] all = new String[words.length + 3];
        all[0] = command;
        all[1] = "--home";
        all[2] = home.toString();
        System.arraycopy(words, 0, all, 3, words.length);
        return Child.run(elsewhere, all);
    }

    private String get(String path) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest request = HttpRequest.newBuilder(URI.create(address + path)).build();
            return client.send(request, BodyHandlers.ofString()).body();
        }
    }
}
