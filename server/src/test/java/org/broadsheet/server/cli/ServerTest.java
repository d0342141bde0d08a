package org.broadsheet.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
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
    private Server server;

    @BeforeAll
    void start(@TempDir Path home) {
        server = Server.start(home, Map.of(Key.PORT, "0"));
    }

    @AfterAll
    void end() {
        server.close();
        client.close();
    }

    @Test
    void aFreshHouseShowsTheFirstEdition() throws Exception {
        var answer = get("/papers");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("content-type")).hasValue("text/html;charset=UTF-8");
        assertThat(answer.body()).contains("Friday, 7 November 2025", "Hopfield Networks");
    }

    @Test
    void aFreshHouseFindsByWordsAtOnce() throws Exception {
        var answer = get("/api/papers/search?q=nonlinear+heads");

        assertThat(answer.body()).contains("2308.16898");
    }

    @Test
    void whoeverWatchesTheHouseGetsItInNumbers() throws Exception {
        var answer = get("/metrics");

        assertThat(answer.headers().firstValue("content-type").orElse(""))
                .startsWith("text/plain;version=0.0.4");
        assertThat(answer.body())
                .contains("# TYPE broadsheet_papers gauge", "broadsheet_papers 30.0")
                .contains("broadsheet_index_unwritten_changes", "broadsheet_rejects 0.0");
    }

    @Test
    void aPostFromNowhereIsRefused() throws Exception {
        var post =
                HttpRequest.newBuilder(URI.create(server.url() + "/papers/2308.16898/vote"))
                        .header("Sec-Fetch-Site", "cross-site")
                        .POST(HttpRequest.BodyPublishers.noBody())
                        .build();

        assertThat(send(post).statusCode()).isEqualTo(403);
    }

    @Test
    void aMissingPageIsNotFound() throws Exception {
        var answer = get("/no-such-page");

        assertThat(answer.statusCode()).isEqualTo(404);
    }

    @Test
    void itsHealthIsToldAndNothingElseOfItsInside() throws Exception {
        assertThat(get("/actuator/health").body()).contains("\"status\":\"UP\"");
        for (String closed :
                List.of("/actuator", "/actuator/", "/actuator/info", "/actuator/env")) {
            assertThat(get(closed).statusCode()).as(closed).isEqualTo(404);
        }
    }

    private HttpResponse<String> get(String path) throws Exception {
        return send(HttpRequest.newBuilder(URI.create(server.url() + path)).build());
    }

    private HttpResponse<String> send(HttpRequest request)
            throws IOException, InterruptedException {
        return client.send(request, BodyHandlers.ofString());
    }
}
