package org.broadsheet.server.security;

import static org.assertj.core.api.Assertions.assertThat;

import org.broadsheet.server.trial.RawHttp;
import org.broadsheet.server.trial.TestHouse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseBody;

@TestInstance(Lifecycle.PER_CLASS)
class DoorsTest {
    @SuppressWarnings("NullAway.Init") // by start
    private TestHouse house;

    @SuppressWarnings("NullAway.Init") // by start
    private TestHouse open;

    @BeforeAll
    void start() {
        house = TestHouse.start(Ballot.class);
        open = TestHouse.reachedByOthers(Ballot.class);
    }

    @AfterAll
    void end() {
        house.close();
        open.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "localhost",
                "LOCALHOST:80",
                "127.0.0.1",
                "[::1]:8080",
                "localhost:9999",
                "papers.example.org",
                "papers.example.org:443"
            })
    void itsOwnNamesAreAnswered(String host) throws Exception {
        assertThat(get(house, host)).startsWith("HTTP/1.1 200");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/papers/%00", "/papers/%ff", "/papers/<script>", "/papers/é", "/api/%00"})
    void whatTomcatCannotReadIsToldInOurWords(String path) throws Exception {
        assertThat(RawHttp.ask(house.port(), "GET " + path + " HTTP/1.1", "Host: localhost"))
                .startsWith("HTTP/1.1 400")
                .contains("nosniff", "The request cannot be read")
                .doesNotContain("<html", "Tomcat");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "evil.example",
                "evil.example:8080",
                "localhost.evil.example",
                "127.0.0.1.evil.example",
                "localhost.",
                "0.0.0.0",
                "192.168.1.5",
                "xn--lclhost-9ya",
                "127.1",
                "[::]"
            })
    void otherNamesAreTurnedAwayWithAReason(String host) throws Exception {
        assertThat(get(house, host))
                .startsWith("HTTP/1.1 421")
                .contains("X-Error-Code: HostNotAllowed", "broadsheet.yaml", "nosniff");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "local host", "localhost:80:80", "local\u0001host", "a b", "[::1"})
    void whatIsNoHostIsABadRequest(String host) throws Exception {
        assertThat(get(house, host)).matches("(?s)HTTP/1.1 4(00|21) .*");
    }

    @Test
    void aRequestNeedsAHost() throws Exception {
        assertThat(RawHttp.ask(house.port(), "GET /api/papers HTTP/1.1"))
                .startsWith("HTTP/1.1 400");
        assertThat(RawHttp.ask(house.port(), "GET /api/papers HTTP/1.0"))
                .startsWith("HTTP/1.1 400")
                .contains("HostMissing");
    }

    @Test
    void aFullAddressDoesNotSmuggleAHost() throws Exception {
        assertThat(
                        RawHttp.ask(
                                house.port(),
                                "GET http://evil.example/api/papers HTTP/1.1",
                                "Host: localhost"))
                .startsWith("HTTP/1.1 4");
        assertThat(
                        RawHttp.ask(
                                house.port(),
                                "GET /api/papers HTTP/1.1",
                                "Host: localhost",
                                "Host: evil.example"))
                .startsWith("HTTP/1.1 400");
    }

    @Test
    void keptAnswersAreCheckedForTheirHost() throws Exception {
        assertThat(get(house, "localhost")).startsWith("HTTP/1.1 200");
        assertThat(get(house, "evil.example")).startsWith("HTTP/1.1 421");
    }

    @Test
    void whereOthersReachItAddressesInDigitsAreAnswered() throws Exception {
        assertThat(get(open, "192.168.1.5:8080")).startsWith("HTTP/1.1 200");
        assertThat(get(open, "evil.example")).startsWith("HTTP/1.1 421");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Origin: http://localhost:8080",
                "Origin: http://LOCALHOST:8080",
                "Sec-Fetch-Site: same-origin",
                "Sec-Fetch-Site: none"
            })
    void theLocalReaderChangesThingsFromItsOwnPages(String header) throws Exception {
        assertThat(vote("Host: localhost:8080", header))
                .startsWith("HTTP/1.1 200")
                .contains("done");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Origin: http://evil.example",
                "Origin: http://localhost:8081",
                "Origin: http://localhost",
                "Origin: http://localhost:8080.evil.example",
                "Origin: null",
                "Origin: ",
                "Origin: file://localhost:8080",
                "Sec-Fetch-Site: cross-site",
                "Sec-Fetch-Site: same-site",
                "Accept: */*"
            })
    void otherPagesChangeNothing(String header) throws Exception {
        assertThat(vote("Host: localhost:8080", header))
                .startsWith("HTTP/1.1 403")
                .containsPattern("Changes (are accepted|need)");
    }

    @Test
    void aTrueOriginDoesNotOutweighAnotherSite() throws Exception {
        assertThat(
                        vote(
                                "Host: localhost:8080",
                                "Origin: http://localhost:8080",
                                "Sec-Fetch-Site: cross-site"))
                .startsWith("HTTP/1.1 403");
    }

    @Test
    void behindAProxyThatSpeaksHttpsTheOriginIsUnderstood() throws Exception {
        assertThat(vote("Host: localhost", "Origin: https://localhost")).startsWith("HTTP/1.1 200");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"X-Forwarded-For: 203.0.113.9", "Forwarded: for=203.0.113.9", "Via: 1.1 x"})
    void whatAProxyPassesOnIsAVisitors(String header) throws Exception {
        assertThat(vote("Host: localhost", "Origin: http://localhost", header))
                .startsWith("HTTP/1.1 403")
                .contains("no right to vote", "Single-reader mode");
    }

    @Test
    void underAConfiguredNameEverybodyIsAVisitor() throws Exception {
        assertThat(vote("Host: papers.example.org", "Origin: http://papers.example.org"))
                .startsWith("HTTP/1.1 403")
                .contains("no right to vote");
    }

    @Test
    void whereOthersReachItNobodyChangesAnything() throws Exception {
        assertThat(
                        RawHttp.ask(
                                open.port(),
                                "POST /vote HTTP/1.1",
                                "Host: localhost",
                                "Origin: http://localhost",
                                "Content-Length: 0"))
                .startsWith("HTTP/1.1 403")
                .contains("Read-only", "localhost");
    }

    @Test
    void everyAnswerLimitsWhatABrowserDoesWithIt() throws Exception {
        String[] lines = get(house, "localhost").split("\r\n");
        assertThat(lines)
                .contains(
                        "Content-Security-Policy: " + SecurityHeaders.CONTENT_SECURITY_POLICY,
                        "X-Content-Type-Options: nosniff",
                        "Referrer-Policy: same-origin",
                        "Cross-Origin-Opener-Policy: same-origin")
                .noneMatch(line -> line.startsWith("Strict-Transport-Security"))
                .noneMatch(line -> line.startsWith("Set-Cookie"))
                .noneMatch(line -> line.startsWith("Server:"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"//api/papers", "/api/../etc/passwd", "/api/%2e%2e/x", "/%00", "/%zz"})
    void strangePathsAreBadRequestsOrNotFound(String path) throws Exception {
        assertThat(RawHttp.ask(house.port(), "GET " + path + " HTTP/1.1", "Host: localhost"))
                .matches("(?s)HTTP/1.1 40[04] .*")
                .doesNotContain("Exception", "\tat ");
    }

    private static String get(TestHouse house, String host) throws Exception {
        return RawHttp.ask(house.port(), "GET /api/papers HTTP/1.1", "Host: " + host);
    }

    private String vote(String... headers) throws Exception {
        String[] lines = new String[headers.length + 2];
        lines[0] = "POST /vote HTTP/1.1";
        System.arraycopy(headers, 0, lines, 1, headers.length);
        lines[lines.length - 1] = "Content-Length: 0";
        return RawHttp.ask(house.port(), lines);
    }

    @Controller
    static class Ballot {
        @PostMapping("/vote")
        @ResponseBody
        String vote() {
            return "done";
        }
    }
}
