package org.broadsheet.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A server that is killed while it takes votes.
class KilledServerTest {
    private static final String EDITION = "/api/daily_papers?date=2025-11-07&limit=100";
    private static final int BEFORE_THE_KILL = 200;

    private final JsonMapper json = new JsonMapper();

    /// The votes that the server said it had taken: a paper's last one, `up` or `none`. The paper
    /// whose vote was under way when the server died may stand either way.
    private final Map<String, String> acknowledged = new HashMap<>();

    private String underWay = "";

    @Test
    void whatItAcknowledgedIsThereWhenItStartsAgain(@TempDir Path home) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            try (Child server = Child.serving(home)) {
                voteUntilKilled(server, client);
            }
            try (Child again = Child.serving(home)) {
                Map<String, String> standing = standing(client, again.address());
                standing.remove(underWay);
                acknowledged.remove(underWay);
                assertThat(standing).hasSize(29).containsAllEntriesOf(acknowledged);
            }
        }
    }

    private void voteUntilKilled(Child server, HttpClient client) throws Exception {
        String address = server.address();
        List<String> papers = List.copyOf(standing(client, address).keySet());
        CountDownLatch enough = new CountDownLatch(BEFORE_THE_KILL);
        Thread voter = Thread.ofPlatform().start(() -> vote(papers, client, address, enough));
        enough.await();
        server.kill();
        voter.join();
        assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(29);
    }

    /// All papers up, all taken back, and so on, until nobody answers any more.
    private void vote(
            List<String> papers, HttpClient client, String address, CountDownLatch enough) {
        try {
            for (String value = "up"; ; value = value.equals("up") ? "none" : "up") {
                for (String paper : papers) {
                    underWay = paper;
                    int status = post(client, address + "/papers/" + paper + "/vote", value);
                    assertThat(status).isEqualTo(303);
                    acknowledged.put(paper, value);
                    enough.countDown();
                }
            }
        } catch (IOException _) {
            // it is dead
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private static int post(HttpClient client, String address, String value)
            throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(address))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .header("Sec-Fetch-Site", "same-origin")
                        .POST(BodyPublishers.ofString("value=" + value))
                        .build();
        return client.send(request, BodyHandlers.discarding()).statusCode();
    }

    /// How the votes for the First Edition stand, as the API tells.
    private Map<String, String> standing(HttpClient client, String address) throws Exception {
        HttpResponse<String> answer =
                client.send(
                        HttpRequest.newBuilder(URI.create(address + EDITION)).build(),
                        BodyHandlers.ofString());
        Map<String, String> standing = new HashMap<>();
        for (JsonNode entry : json.readTree(answer.body())) {
            int votes = entry.get("broadsheet").get("ownVotes").asInt();
            standing.put(entry.get("paper").get("id").asString(), votes == 1 ? "up" : "none");
        }
        return standing;
    }
}
