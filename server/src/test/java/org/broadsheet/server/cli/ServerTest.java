package org.broadsheet.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
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
        server = Server.start(home, "localhost", 0);
    }

    @AfterAll
    void end() {
        server.close();
        client.close();
    }

    @Test
    void theFrontPageIsHtmlFromItsTemplate() throws Exception {
        var answer = send(HttpRequest.newBuilder(URI.create(server.url())).build());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("content-type")).hasValue("text/html;charset=UTF-8");
        assertThat(answer.body()).contains("<h1>Broadsheet</h1>");
    }

    @Test
    void nobodyWritesBeforeAccessSaysWhoMay() throws Exception {
        var post =
                HttpRequest.newBuilder(URI.create(server.url()))
                        .POST(HttpRequest.BodyPublishers.noBody())
                        .build();
        assertThat(send(post).statusCode()).isEqualTo(403);
    }

    @Test
    void aMissingPageIsNotFound() throws Exception {
        var answer =
                send(HttpRequest.newBuilder(URI.create(server.url() + "/no-such-page")).build());
        assertThat(answer.statusCode()).isEqualTo(404);
    }

    private HttpResponse<String> send(HttpRequest request)
            throws IOException, InterruptedException {
        return client.send(request, BodyHandlers.ofString());
    }
}
