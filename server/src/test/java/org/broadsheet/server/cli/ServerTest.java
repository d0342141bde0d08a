package org.broadsheet.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.broadsheet.server.config.Key;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(Lifecycle.PER_CLASS)
class ServerTest {
    private final HttpClient client = HttpClient.newHttpClient();

    @SuppressWarnings("NullAway.Init") // by start
    private Path home;

    @SuppressWarnings("NullAway.Init") // by start
    private Server server;

    @BeforeAll
    void start(@TempDir Path folder) {
        home = folder;
        server = Server.start(home, Map.of(Key.PORT, "0", Key.VECTORS_ENABLED, "false"));
    }

    @AfterAll
    void end() {
        server.close();
        client.close();
    }

    @Test
    void theFirstPageIsTheFirstEdition() throws Exception {
        HttpResponse<String> answer = get("/papers");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("content-type")).hasValue("text/html;charset=UTF-8");
        assertThat(answer.body()).contains("30 papers", "Friday, 7 November 2025");
    }

    @Test
    void itSaysWhoMayDoWhat() {
        assertThat(server.notice()).containsIgnoringCase("single-reader");
    }

    @Test
    void itLaysOutTheSettingsWithEveryKey() throws IOException {
        String settings = Files.readString(home.resolve("broadsheet.yaml"));
        for (Key key : Key.values()) {
            assertThat(settings).contains("# " + key.dotted() + ": \"" + key.standard() + '"');
        }
    }

    @Test
    void aMissingPageIsNotFound() throws Exception {
        assertThat(get("/no-such-page").statusCode()).isEqualTo(404);
    }

    @Test
    void closingItAgainDoesNothing(@TempDir Path other) {
        Server twice = Server.start(other, Map.of(Key.PORT, "0", Key.VECTORS_ENABLED, "false"));
        twice.close();
        twice.close();
        assertThat(other.resolve("owner.json")).doesNotExist();
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(URI.create(server.url() + path)).build(),
                BodyHandlers.ofString());
    }
}
