package org.broadsheet.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.broadsheet.server.config.Key;
import org.broadsheet.server.sources.arxiv.MadeOai;
import org.broadsheet.server.sources.web.PlayedServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What whoever runs a house sees of how papers come in, and does about it, from a played arXiv.
class OperatorTest {
    private static final LocalDate DAY = MadeOai.DAY;
    private static final Pattern RECORD = Pattern.compile("name=\"record\" value=\"([0-9a-f]+)\"");

    private final HttpClient client = HttpClient.newHttpClient();

    @TempDir private Path home = Path.of("");

    @Test
    void aHouseThatChoseItsCategoriesFillsItself() throws Exception {
        CountDownLatch wasAsked = new CountDownLatch(1);
        String page = MadeOai.page(MadeOai.records(0, 30, DAY), "");
        try (PlayedServer arxiv =
                        new PlayedServer((_, out) -> {
                            wasAsked.countDown();
                            PlayedServer.send(out, 200, page);
                        });
                Server server = start(arxiv)) {
            assertThat(get(server, "/admin/sources").body())
                    .contains("Nothing comes in by itself yet.", "Choose what comes in");

            post(server, "/admin/house", "name=Ours&line=&category=cs.CL&further=&keywords=");
            post(server, "/admin/sources/run", "harvest=arxiv+cs.CL");
            wasAsked.await();
            String sources = awaitBody(server, "/admin/sources", ">30</td>");

            assertThat(sources)
                    .contains("arXiv OAI-PMH", "cs.CL", "The next harvest begins by itself");
            assertThat(get(server, "/papers/2511.00017").statusCode()).isEqualTo(200);
            assertThat(get(server, "/metrics").body())
                    .contains(
                            "broadsheet_harvest_records{harvest=\"arxiv cs.CL\",outcome=\"added\"} 30.0");
        }
    }

    @Test
    void aRecordThatWasSetAsideIsAskedForAgain() throws Exception {
        String withoutTitle = MadeOai.record("2511.00002", DAY, "<abstract>A.</abstract>");
        String mended = MadeOai.record(2, DAY);
        try (PlayedServer arxiv =
                        new PlayedServer((asked, out) -> {
                            boolean isAgain = asked.query().contains("GetRecord");
                            PlayedServer.send(
                                    out,
                                    200,
                                    isAgain
                                            ? MadeOai.page(List.of(mended), "")
                                                    .replace("ListRecords", "GetRecord")
                                            : MadeOai.page(List.of(withoutTitle), ""));
                        });
                Server server = start(arxiv)) {
            post(server, "/admin/sources/run", "harvest=arxiv");
            String list = awaitBody(server, "/admin/rejects", "One record is set aside.");
            assertThat(list).contains("oai:arXiv.org:2511.00002", "A.");

            assertThat(post(server, "/admin/rejects/again", "record=" + record(list)).body())
                    .contains("It could be read: the paper is in.", "Every record could be read.");
            assertThat(get(server, "/papers/2511.00002").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void aRecordOfAFileIsReadAgainFromItsText() throws Exception {
        Files.writeString(
                home.resolve("broken.bib"),
                "@article{a, author = {Ada Example}, year = {2024}}\n"
                        + "@article{b, title = {A sound title}, year = {2024}}\n");
        Child.run(home, "import", "--home", home.toString(), home.resolve("broken.bib").toString());
        try (PlayedServer arxiv = new PlayedServer((_, out) -> PlayedServer.send(out, 404, ""));
                Server server = start(arxiv)) {
            String list = get(server, "/admin/rejects").body();
            assertThat(list).contains("One record is set aside.", "broken.bib", "Ada Example");

            String again = post(server, "/admin/rejects/again", "record=" + record(list)).body();
            assertThat(again).contains("It still cannot be read", "One record is set aside.");

            post(server, "/admin/rejects/dismiss", "record=" + record(list));
            assertThat(get(server, "/admin/rejects").body()).contains("Nothing waits here");
            assertThat(
                            post(server, "/admin/rejects/dismiss", "record=" + record(list))
                                    .statusCode())
                    .isEqualTo(404);
        }
    }

    @Test
    void anUnknownPaperIsBroughtInFromItsSource() throws Exception {
        String page =
                MadeOai.page(List.of(MadeOai.record(5, DAY)), "")
                        .replace("ListRecords", "GetRecord");
        try (PlayedServer arxiv = new PlayedServer((_, out) -> PlayedServer.send(out, 200, page));
                Server server = start(arxiv)) {
            assertThat(get(server, "/papers/2511.00005").body())
                    .contains("No such paper here", "Bring in 2511.00005");

            HttpResponse<String> brought = post(server, "/wire/fetch", "paper=2511.00005v1");
            assertThat(brought.statusCode()).isEqualTo(303);
            assertThat(get(server, "/papers/2511.00005").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void aSourceThatCannotBeAskedLosesNothing() throws Exception {
        try (PlayedServer arxiv = new PlayedServer((_, out) -> PlayedServer.send(out, 404, ""));
                Server server = start(arxiv)) {
            HttpResponse<String> answer = post(server, "/wire/fetch", "paper=2511.00005");
            assertThat(answer.statusCode()).isIn(404, 502);
            assertThat(answer.body()).contains("2511.00005");
            assertThat(post(server, "/wire/fetch", "paper=nothing").statusCode()).isEqualTo(404);
        }
    }

    @Test
    void whatIsNoHarvestIsTold() throws Exception {
        try (PlayedServer arxiv = new PlayedServer((_, out) -> PlayedServer.send(out, 404, ""));
                Server server = start(arxiv)) {
            HttpResponse<String> none = post(server, "/admin/sources/run", "harvest=arxive+cs");
            assertThat(none.statusCode()).isEqualTo(400);
            assertThat(none.body()).contains("arxive", "arxiv-api");
            assertThat(post(server, "/admin/sources/run", "harvest=").statusCode()).isEqualTo(400);
        }
    }

    private Server start(PlayedServer arxiv) {
        return Server.start(
                home,
                Map.of(
                        Key.PORT, "0",
                        Key.VECTORS_ENABLED, "false",
                        Key.SOURCES_ARXIV, arxiv.at("/oai").toString(),
                        Key.SOURCES_ARXIV_API, arxiv.at("/api").toString(),
                        Key.SOURCES_ARXIV_RSS, arxiv.at("/rss").toString(),
                        Key.SOURCES_DAILY, arxiv.at("/").toString()));
    }

    private static String record(String list) {
        Matcher record = RECORD.matcher(list);
        assertThat(record.find()).isTrue();
        return record.group(1);
    }

    private String awaitBody(Server server, String path, String awaited) throws Exception {
        while (true) {
            String body = get(server, path).body();
            if (body.contains(awaited)) {
                return body;
            }
            Thread.onSpinWait();
        }
    }

    private HttpResponse<String> get(Server server, String path) throws Exception {
        return client.send(
                HttpRequest.newBuilder(URI.create(server.url() + path)).build(),
                BodyHandlers.ofString());
    }

    private HttpResponse<String> post(Server server, String path, String form) throws Exception {
        return client.send(
                HttpRequest.newBuilder(URI.create(server.url() + path))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .header("Sec-Fetch-Site", "same-origin")
                        .POST(BodyPublishers.ofString(form))
                        .build(),
                BodyHandlers.ofString());
    }
}
