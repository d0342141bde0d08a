package org.broadsheet.server.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.token.DefaultOAuth2TokenCallback;
import org.broadsheet.server.config.Settings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Against a real issuer in this process.
class OpenIdConnectTest {
    private static final String CLIENT = "broadsheet";
    private static final URI BACK = URI.create("http://localhost:8080/sign-in/openid/back");

    private final MockOAuth2Server server = new MockOAuth2Server();
    private OpenIdConnect connect =
            new OpenIdConnect(new Settings.OpenId(BACK, "never asked", CLIENT, ""));

    @BeforeEach
    void start() throws IOException {
        server.start(InetAddress.getLoopbackAddress(), 0);
        connect =
                new OpenIdConnect(
                        new Settings.OpenId(
                                server.issuerUrl("id").uri(), "the university", CLIENT, "secret"));
    }

    @AfterEach
    void stop() {
        server.shutdown();
    }

    private void says(Map<String, Object> claims) {
        server.enqueueCallback(
                new DefaultOAuth2TokenCallback(
                        "id", "subject-7", "JWT", List.of(CLIENT), claims, 300));
    }

    /// Where the issuer sends the browser.
    private URI sentBack(Attempt attempt) throws Exception {
        try (HttpClient browser = HttpClient.newHttpClient()) {
            HttpResponse<Void> answer =
                    browser.send(
                            HttpRequest.newBuilder(connect.away(attempt, BACK)).build(),
                            BodyHandlers.discarding());
            return URI.create(answer.headers().firstValue("location").orElseThrow());
        }
    }

    @Test
    void theIssuerSaysWhoSomebodyIs() throws Exception {
        Attempt attempt = Attempt.fresh("/papers");
        says(
                Map.of(
                        "preferred_username", "ada",
                        "name", "Ada L.",
                        "email", "ada@example.org",
                        "email_verified", true));

        Claims claims = connect.back(attempt, BACK, sentBack(attempt));

        assertThat(claims.issuer()).isEqualTo(server.issuerUrl("id").toString());
        assertThat(claims.subject()).isEqualTo("subject-7");
        assertThat(claims.name()).contains("ada");
        assertThat(claims.shown()).contains("Ada L.");
        assertThat(claims.address()).contains("ada@example.org");
    }

    @Test
    void theQuestionIsBoundToTheBrowserAndCarriesAChallenge() throws Exception {
        Attempt attempt = Attempt.fresh("/papers");
        assertThat(connect.away(attempt, BACK).getQuery())
                .contains("state=" + attempt.state())
                .contains("nonce=" + attempt.nonce())
                .contains("code_challenge_method=S256")
                .doesNotContain(attempt.verifier());
    }

    @Test
    void anAddressThatNobodyConfirmedIsNone() throws Exception {
        Attempt attempt = Attempt.fresh("/papers");
        says(Map.of("email", "ada@example.org"));
        assertThat(connect.back(attempt, BACK, sentBack(attempt)).address()).isEmpty();
    }

    @Test
    void anAnswerToAnotherQuestionIsRefused() throws Exception {
        Attempt attempt = Attempt.fresh("/papers");
        URI answer = sentBack(attempt);
        assertThatThrownBy(() -> connect.back(Attempt.fresh("/papers"), BACK, answer))
                .isInstanceOf(SignInRefused.class)
                .hasMessageContaining("another question");
    }

    @Test
    void aTokenForAnotherQuestionIsRefused() throws Exception {
        Attempt asked = Attempt.fresh("/papers");
        Attempt claimed =
                new Attempt(
                        asked.state(),
                        Attempt.fresh("/papers").nonce(),
                        asked.verifier(),
                        "/papers");
        says(Map.of());
        URI answer = sentBack(asked);
        assertThatThrownBy(() -> connect.back(claimed, BACK, answer))
                .isInstanceOf(SignInRefused.class)
                .hasMessageContaining("cannot be believed");
    }

    @Test
    void aRefusalComesBackInTheIssuersWords() {
        Attempt attempt = Attempt.fresh("/papers");
        URI answer =
                URI.create(
                        BACK
                                + "?error=access_denied&error_description=not+today&state="
                                + attempt.state());
        assertThatThrownBy(() -> connect.back(attempt, BACK, answer))
                .hasMessage("the university did not sign you in: not today");
    }

    @Test
    void anIssuerThatIsAwaySaysSo() {
        server.shutdown();
        assertThatThrownBy(() -> connect.away(Attempt.fresh("/papers"), BACK))
                .isInstanceOf(SignInRefused.class)
                .hasMessageContaining("the university cannot be asked right now");
    }

    @Test
    void aCookieThatIsNotOursIsNoAttempt() {
        Attempt attempt = Attempt.fresh("/papers");
        assertThat(Attempt.read(attempt.text())).contains(attempt);
        assertThat(Attempt.read("")).isEmpty();
        assertThat(Attempt.read("a.b.c")).isEmpty();
        assertThat(Attempt.read(attempt.text() + ".x")).isEmpty();
        assertThat(Attempt.read(attempt.text().replace('.', ','))).isEmpty();
    }
}
