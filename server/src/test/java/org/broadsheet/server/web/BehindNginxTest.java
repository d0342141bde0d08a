package org.broadsheet.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletRequest;
import java.io.BufferedReader;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.broadsheet.reader.ReaderId;
import org.broadsheet.server.config.AddressRange;
import org.broadsheet.server.config.Outside;
import org.broadsheet.server.security.Access;
import org.broadsheet.server.security.ClientAddress;
import org.broadsheet.server.security.Right;
import org.broadsheet.server.security.Who;
import org.broadsheet.server.trial.coin.Coin;
import org.broadsheet.server.web.page.Addresses;
import org.broadsheet.vote.Vote;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/// The configuration of nginx that we ship, tried: https at its front, Broadsheet behind.
@TestInstance(Lifecycle.PER_CLASS)
class BehindNginxTest {
    private static final ReaderId ADA = new ReaderId("ada");
    private static final String FRONT = "/papers/date/2025-11-07";

    private final List<String> seen = new CopyOnWriteArrayList<>();

    @SuppressWarnings("NullAway.Init") // by start
    private PageHouse house;

    @SuppressWarnings("NullAway.Init") // by start
    private NginxInFront nginx;

    @SuppressWarnings("NullAway.Init") // by start
    private HttpClient client;

    /// Everybody is one reader; it notes where requests come from.
    private final class Noting implements Access {
        @Override
        public Who who(HttpServletRequest request) {
            seen.add(request.getScheme() + " " + ClientAddress.of(request));
            return new Who.Reader(ADA, EnumSet.allOf(Right.class));
        }

        @Override
        public boolean allows(Who who, Right right) {
            return true;
        }

        @Override
        public String notice() {
            return "A house of the test's.";
        }
    }

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        Outside outside =
                new Outside(
                        Optional.of(URI.create("https://localhost")),
                        List.of(AddressRange.of("127.0.0.1"), AddressRange.of("::1")));
        house = PageHouse.behind(Samples::few, new Noting(), outside);
        nginx = NginxInFront.of(house.at("/").getPort(), folder);
        client = nginx.client();
    }

    @AfterAll
    void end() {
        client.close();
        nginx.close();
        house.close();
    }

    @Test
    void pagesComeThroughWithCanonicalLinksAndKeepHttps() throws Exception {
        HttpResponse<String> first = get(FRONT);
        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(first.body())
                .contains("<link rel=\"canonical\" href=\"https://localhost" + FRONT + "\">");
        assertThat(first.headers().allValues("strict-transport-security"))
                .containsExactly("max-age=31536000");
    }

    @Test
    void aKeptAnswerSaysHttpsOnlyToWhoAskedSo() throws Exception {
        String path = "/wire";
        assertThat(house.get(path).headers().firstValue("strict-transport-security")).isEmpty();
        assertThat(get(path).headers().allValues("strict-transport-security")).hasSize(1);
        assertThat(house.get(path).headers().firstValue("strict-transport-security")).isEmpty();
    }

    @Test
    void httpLeadsToHttps() throws Exception {
        HttpResponse<String> answer =
                client.send(
                        HttpRequest.newBuilder(nginx.plain(FRONT)).build(),
                        BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(301);
        assertThat(answer.headers().firstValue("location")).hasValue(nginx.at(FRONT).toString());
    }

    @Test
    void aVoteByAPostOfOurOwnPageCountsAndLeadsBack() throws Exception {
        String vote = Addresses.paper(Samples.MATHS) + "/vote";
        String origin = nginx.at("").toString();
        HttpResponse<String> answer =
                post(vote, "Origin", origin, "Referer", nginx.at(FRONT).toString());
        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.headers().firstValue("location").orElse(""))
                .endsWith(FRONT + "#t-2510.00002");
        assertThat(house.storage.votes().of(List.of(Samples.MATHS)))
                .extracting(Vote::reader)
                .contains(ADA);
    }

    @Test
    void aPostOfAnotherSitesPageIsRefused() throws Exception {
        String vote = Addresses.paper(Samples.MATHS) + "/vote";
        assertThat(post(vote, "Origin", "https://other.example").statusCode()).isEqualTo(403);
        assertThat(post(vote).statusCode()).isEqualTo(403);
    }

    @Test
    void theClientsAddressIsTheOneThatNginxSawWhateverTheClientClaims() throws Exception {
        seen.clear();
        get("/papers?q=one", "X-Forwarded-For", "203.0.113.9", "Forwarded", "for=203.0.113.9");
        assertThat(seen).isNotEmpty().containsOnly("https 127.0.0.1");
        seen.clear();
        get("/papers?q=two", "X-Forwarded-Proto", "http", "X-Real-IP", "203.0.113.9");
        assertThat(seen).isNotEmpty().containsOnly("https 127.0.0.1");
    }

    @Test
    void ofATrustedProxyTheLastAddressThatIsNoneCounts() throws Exception {
        seen.clear();
        house.get("/papers?q=three", "X-Forwarded-For", "203.0.113.9, 198.51.100.7, 127.0.0.1");
        assertThat(seen).isNotEmpty().containsOnly("http 198.51.100.7");
    }

    @Test
    void idsWithSlashesAndPercentSignsComeThroughAsTheyAre() throws Exception {
        assertThat(get("/papers/doi:10.1000%2Fnot%20here").statusCode()).isEqualTo(404);
        assertThat(get("/papers/cs/9809007").body()).contains("cs/9809007");
    }

    @Test
    void anEventStreamIsNotHeldBack() throws Exception {
        String watched =
                house.post("/lab/runs", "paper=" + Coin.PAPER + "&size=quick&seed=1&back=paper")
                        .headers()
                        .firstValue("location")
                        .orElseThrow();
        String run = watched.replaceFirst(".*run=(\\w+).*", "$1");
        HttpResponse<InputStream> stream =
                client.send(
                        HttpRequest.newBuilder(nginx.at("/lab/runs/" + run + "/events")).build(),
                        BodyHandlers.ofInputStream());
        List<String> lines = new ArrayList<>();
        try (var reader =
                new BufferedReader(new InputStreamReader(stream.body(), StandardCharsets.UTF_8))) {
            // The run goes on, so the stream has no end: the first lines come all the same.
            for (int i = 0; i < 2; i++) {
                lines.add(reader.readLine());
            }
        }
        assertThat(stream.headers().firstValue("content-type").orElse(""))
                .startsWith("text/event-stream");
        assertThat(lines.getFirst()).isEqualTo("event:progress");
    }

    private HttpResponse<String> get(String path, String... headers) throws Exception {
        return send(HttpRequest.newBuilder(nginx.at(path)), headers);
    }

    private HttpResponse<String> post(String path, String... headers) throws Exception {
        return send(
                HttpRequest.newBuilder(nginx.at(path))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString("value=up")),
                headers);
    }

    private HttpResponse<String> send(HttpRequest.Builder request, String... headers)
            throws Exception {
        if (headers.length > 0) {
            request.headers(headers);
        }
        return client.send(request.build(), BodyHandlers.ofString());
    }
}
