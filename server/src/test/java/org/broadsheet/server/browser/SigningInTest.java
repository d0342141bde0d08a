package org.broadsheet.server.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.options.RequestOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.token.DefaultOAuth2TokenCallback;
import org.broadsheet.house.HouseSettings;
import org.broadsheet.house.HouseSettings.Registration;
import org.broadsheet.reader.Role;
import org.broadsheet.server.account.Accounts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Signing in without a password, with Chromium's virtual authenticator and an issuer in this
/// process.
class SigningInTest {
    private static final String PASSWORD = "seven sheep on the hill";
    private static final String KEYS = "/settings/account/keys";

    @TempDir private Path folder;

    private BrowserContext browser(RunningHouse house, Chromium chromium) {
        return chromium.browser().newContext(Browsing.wide().setBaseURL(house.address()));
    }

    private static void join(RunningHouse house) {
        house.web()
                .getBean(Accounts.class)
                .join(
                        new Accounts.Joining("ada", "Ada L.", PASSWORD, ""),
                        Role.ADMIN,
                        house.address());
    }

    private static void signIn(Page page) {
        page.navigate("/sign-in");
        page.locator("[name=name]").fill("ada");
        page.locator("[name=password]").fill(PASSWORD);
        page.locator("form[action='/sign-in'] button").click();
        assertThat(page).hasURL(Pattern.compile(".*/papers$"));
    }

    private static void signOut(Page page) {
        page.navigate("/settings/account");
        page.locator("form[action='/sign-out'] button").click();
        assertThat(page).hasURL(Pattern.compile(".*/papers$"));
    }

    private static void giveDevice(Page page) {
        CDPSession device = page.context().newCDPSession(page);
        device.send("WebAuthn.enable");
        JsonObject options = new JsonObject();
        options.addProperty("protocol", "ctap2");
        options.addProperty("transport", "internal");
        options.addProperty("hasResidentKey", true);
        options.addProperty("hasUserVerification", true);
        options.addProperty("isUserVerified", true);
        options.addProperty("automaticPresenceSimulation", true);
        JsonObject wrapped = new JsonObject();
        wrapped.add("options", options);
        device.send("WebAuthn.addVirtualAuthenticator", wrapped);
    }

    @Test
    void aPasskeySignsInOnceForEachAnswer() throws Exception {
        try (RunningHouse house = RunningHouse.open(folder);
                Chromium chromium = Chromium.start();
                BrowserContext browser = browser(house, chromium)) {
            join(house);
            Page page = browser.newPage();
            giveDevice(page);
            List<Request> answers = new ArrayList<>();
            page.onRequest(request -> {
                if (request.url().endsWith("/sign-in/passkey")) {
                    answers.add(request);
                }
            });
            signIn(page);
            page.navigate(KEYS);
            page.locator("[name=label]").fill("my phone");
            page.locator("[data-passkey=add] button").click();
            assertThat(page.locator(".notice[role=status]")).containsText("Added");
            assertThat(page.locator(".lines")).containsText("my phone");
            signOut(page);

            page.navigate("/sign-in?next=" + KEYS);
            page.locator("[data-passkey=use] button").click();
            assertThat(page).hasURL(Pattern.compile(".*" + KEYS + "$"));
            assertThat(page.locator(".lines")).containsText("last used");

            APIResponse replay =
                    browser.request()
                            .post(
                                    house.address() + "/sign-in/passkey",
                                    RequestOptions.create()
                                            .setHeader("Origin", house.address())
                                            .setHeader("Content-Type", "application/json")
                                            .setData(answers.getLast().postData()));
            org.assertj.core.api.Assertions.assertThat(replay.status()).isEqualTo(400);
            org.assertj.core.api.Assertions.assertThat(replay.text()).contains("sent twice");

            page.locator(".lines button").click();
            assertThat(page.locator("main")).containsText("You have none yet");
            signOut(page);
            page.navigate("/sign-in");
            page.locator("[data-passkey=use] button").click();
            assertThat(page.locator("[data-passkey=use] [role=alert]"))
                    .containsText("not known here");
        }
    }

    @Test
    void anIdentityElsewhereIsLinkedAndSignsIn() throws Exception {
        MockOAuth2Server issuer = new MockOAuth2Server();
        issuer.start();
        Files.writeString(
                folder.resolve("broadsheet.yaml"),
                "oidc: {issuer: '%s', client: house, name: the university}"
                        .formatted(issuer.issuerUrl("id")));
        try (RunningHouse house = RunningHouse.open(folder);
                Chromium chromium = Chromium.start();
                BrowserContext browser = browser(house, chromium)) {
            join(house);
            Page page = browser.newPage();
            says(issuer, "s-1", "ada.l");
            page.navigate("/sign-in");
            page.locator("text=Sign in at the university").click();
            assertThat(page.locator("[role=alert]")).containsText("No account here is linked");

            signIn(page);
            says(issuer, "s-1", "ada.l");
            page.navigate(KEYS);
            page.locator("text=Link yours at the university").click();
            assertThat(page.locator(".notice[role=status]")).containsText("Linked");
            signOut(page);

            says(issuer, "s-1", "ada.l");
            page.navigate("/sign-in");
            page.locator("text=Sign in at the university").click();
            assertThat(page.locator(".ears")).containsText("Ada L.");
        } finally {
            issuer.shutdown();
        }
    }

    @Test
    void whereEverybodyMayJoinAnIdentityElsewhereMakesAnAccount() throws Exception {
        MockOAuth2Server issuer = new MockOAuth2Server();
        issuer.start();
        Files.writeString(
                folder.resolve("broadsheet.yaml"),
                "oidc: {issuer: '%s', client: house, name: the university}"
                        .formatted(issuer.issuerUrl("id")));
        try (RunningHouse house = RunningHouse.open(folder);
                Chromium chromium = Chromium.start();
                BrowserContext browser = browser(house, chromium)) {
            join(house);
            house.house()
                    .storage()
                    .house()
                    .choose(
                            new HouseSettings(
                                    "Broadsheet", "", List.of(), List.of(), Registration.OPEN));
            Page page = browser.newPage();
            says(issuer, "s-2", "Ada");
            page.navigate("/sign-in");
            page.locator("text=Sign in at the university").click();
            assertThat(page.locator(".ears")).containsText("Ada of elsewhere");
            org.assertj.core.api.Assertions.assertThat(
                            house.house().storage().readers().named("ada2"))
                    .as("the name ada is taken")
                    .isPresent();
            page.navigate(KEYS);
            page.locator("form[action$=unlink] button").click();
            assertThat(page.locator(".notice[role=alert]")).containsText("only way in");
        } finally {
            issuer.shutdown();
        }
    }

    private static void says(MockOAuth2Server issuer, String subject, String name) {
        issuer.enqueueCallback(
                new DefaultOAuth2TokenCallback(
                        "id",
                        subject,
                        "JWT",
                        List.of("house"),
                        Map.of("preferred_username", name, "name", "Ada of elsewhere"),
                        300));
    }
}
