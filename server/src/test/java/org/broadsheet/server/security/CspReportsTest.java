package org.broadsheet.server.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import org.broadsheet.server.trial.TestHouse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CspReportsTest {
    private static final String OLD =
            """
            {"csp-report": {"document-uri": "http://localhost/papers?q=secret",
             "effective-directive": "script-src-elem", "blocked-uri": "inline"}}
            """;
    private static final String NEW =
            """
            [{"type": "csp-violation", "age": 10, "body": {"effectiveDirective": "img-src",
              "blockedURL": "https://other.example/x.png", "documentURL": "http://localhost/"}},
             {"type": "deprecation", "body": {"id": "x"}}]
            """;

    private final HttpClient client = HttpClient.newHttpClient();

    @SuppressWarnings("NullAway.Init") // by start
    private TestHouse house;

    @BeforeEach
    void start() {
        house = TestHouse.reachedByOthers();
    }

    @AfterEach
    void end() {
        house.close();
        client.close();
    }

    @Test
    void everyAnswerSaysWhereToReportAndMayNotBeFramed() throws Exception {
        var headers = house.get("/api/papers").headers();
        assertThat(headers.firstValue("content-security-policy").orElse(""))
                .contains("frame-ancestors 'none'", "report-uri /csp-reports")
                .doesNotContain("unsafe-inline", "unsafe-eval", "report-to");
        assertThat(headers.firstValue("x-frame-options")).hasValue("DENY");
    }

    @Test
    void reportsOfBothFormsAreCountedWhoeverSendsThem() throws Exception {
        assertThat(report(OLD, "application/csp-report")).isEqualTo(204);
        assertThat(report(NEW, "application/reports+json")).isEqualTo(204);
        assertThat(house.bean(CspReports.class).count()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "[]", "{}", "{\"csp-report\": 1}", "<x>", "[[[[[[[["})
    void whatIsNoReportIsRefused(String body) throws Exception {
        assertThat(report(body, "application/csp-report")).isEqualTo(400);
        assertThat(house.bean(CspReports.class).count()).isZero();
    }

    @Test
    void aReportThatIsTooLargeIsRefused() throws Exception {
        String large = OLD.replace("inline", "x".repeat(CspReports.MOST_BYTES));
        assertThat(report(large, "application/csp-report")).isEqualTo(413);
    }

    @Test
    void anAddressMaySendSoManyAndThenMustWait() throws Exception {
        for (int i = 0; i < CspReports.LIMIT.most(); i++) {
            assertThat(report(OLD, "application/csp-report")).isEqualTo(204);
        }
        assertThat(report(OLD, "application/csp-report")).isEqualTo(429);
        house.clock.moveTo(house.clock.instant().plus(CspReports.LIMIT.within()));
        assertThat(report(OLD, "application/csp-report")).isEqualTo(204);
    }

    private int report(String body, String type) throws Exception {
        var request =
                HttpRequest.newBuilder(
                                URI.create("http://127.0.0.1:" + house.port() + CspReports.PATH))
                        .header("Content-Type", type)
                        .POST(BodyPublishers.ofString(body))
                        .build();
        return client.send(request, BodyHandlers.discarding()).statusCode();
    }
}
