package org.broadsheet.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.broadsheet.account.MailAddress;
import org.broadsheet.delivery.Claimed;
import org.broadsheet.delivery.Claiming;
import org.broadsheet.delivery.Letter;
import org.broadsheet.mail.Message;
import org.broadsheet.round.Cadence.Every;
import org.broadsheet.round.Preferences.Form;
import org.broadsheet.round.Preferences.Part;
import org.broadsheet.round.Subscription;
import org.broadsheet.round.Subscription.State;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Asking for digests and leaving, as browsers and mail programs do it, over real HTTP.
class DigestsOverHttpTest {
    private static final MailAddress EMMY = new MailAddress("emmy@example.org");

    @SuppressWarnings("NullAway.Init") // by start
    private PageHouse house;

    @BeforeEach
    void start() {
        house = PageHouse.readOnly(Samples::few);
    }

    @AfterEach
    void end() {
        house.close();
    }

    private HttpResponse<String> send(String path, String... fields) throws Exception {
        StringBuilder form = new StringBuilder();
        for (int i = 0; i < fields.length; i += 2) {
            form.append(fields[i])
                    .append('=')
                    .append(URLEncoder.encode(fields[i + 1], StandardCharsets.UTF_8))
                    .append('&');
        }
        return house.post(path, form.toString());
    }

    private Subscription kept() {
        return house.storage.subscriptions().at(EMMY).orElseThrow();
    }

    private static String linkIn(String body, String path) {
        Matcher link = Pattern.compile("https?://[^/\\s]+(/" + path + "\\S*)").matcher(body);
        assertThat(link.find()).as(body).isTrue();
        return link.group(1);
    }

    private static String token(String link) {
        return link.replaceFirst(".*token=", "");
    }

    /// Emmy's preferences page.
    private String subscribed() throws Exception {
        send("/digest", "address", "emmy@example.org");
        String link = linkIn(house.mails.getLast().body(), "digest/confirm");
        return to(send("/digest/confirm", "token", token(link))).replaceFirst("\\?.*", "");
    }

    private static String to(HttpResponse<String> answer) {
        return answer.headers().firstValue("location").orElse("").replaceFirst("^http://[^/]+", "");
    }

    @Test
    void anAddressAloneSubscribesOnceItsHolderPressedTheButton() throws Exception {
        assertThat(house.get("/digest").body()).contains("Papers by mail", "name=\"address\"");
        assertThat(send("/digest", "address", " Emmy@Example.org ").body())
                .contains("Look into your mail");
        assertThat(kept().state()).isEqualTo(State.WAITING);
        Message mail = house.mails.getLast();
        assertThat(mail.to()).isEqualTo("emmy@example.org");
        assertThat(mail.kind()).isEqualTo(Message.Kind.ACCOUNT);
        String link = linkIn(mail.body(), "digest/confirm");
        assertThat(house.get(link).body())
                .contains("emmy@example.org", "on weekdays at 7:00", "Send the digest");
        assertThat(kept().state()).as("after a look").isEqualTo(State.WAITING);
        HttpResponse<String> confirmed = send("/digest/confirm", "token", token(link));
        assertThat(confirmed.statusCode()).isEqualTo(303);
        assertThat(kept().state()).isEqualTo(State.ACTIVE);
        assertThat(house.storage.subscriptions().consent(kept().id()).orElseThrow().words())
                .isEqualTo("Send the digest to my address");
        assertThat(house.get(to(confirmed)).body()).contains("The papers will come.");
        assertThat(send("/digest/confirm", "token", token(link)).statusCode()).isEqualTo(400);
        assertThat(house.get(link).statusCode()).isEqualTo(400);
    }

    @Test
    void aLinkIsOverAfterTwoDays() throws Exception {
        send("/digest", "address", "emmy@example.org");
        String link = linkIn(house.mails.getLast().body(), "digest/confirm");
        house.clock.moveTo(house.clock.instant().plus(Duration.ofDays(2)));
        assertThat(send("/digest/confirm", "token", token(link)).statusCode()).isEqualTo(400);
        assertThat(kept().state()).isEqualTo(State.WAITING);
    }

    @Test
    void nobodyLearnsWhoIsSubscribed() throws Exception {
        String mine = subscribed();
        HttpResponse<String> known = send("/digest", "address", "emmy@example.org");
        HttpResponse<String> unknown = send("/digest", "address", "else@example.org");
        assertThat(known.body()).isEqualTo(unknown.body());
        assertThat(known.statusCode()).isEqualTo(unknown.statusCode());
        assertThat(house.mails.get(1).subject()).isEqualTo("You get the digest already");
        assertThat(linkIn(house.mails.get(1).body(), "digest/")).isEqualTo(mine);
    }

    @Test
    void oneAddressIsAskedThreeTimesAnHourAndNobodyIsTold() throws Exception {
        for (int i = 0; i < 5; i++) {
            assertThat(send("/digest", "address", "emmy@example.org").body())
                    .contains("Look into your mail");
        }
        assertThat(house.mails).hasSize(3);
    }

    @Test
    void oneNetworkAsksTwentyTimesAnHour() throws Exception {
        for (int i = 0; i < 20; i++) {
            send("/digest", "address", "r" + i + "@example.org");
        }
        HttpResponse<String> refused = send("/digest", "address", "r21@example.org");
        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(house.mails).hasSize(20);
    }

    @Test
    void preferencesAreReadChangedAndRefusedWithWhatWasTyped() throws Exception {
        String mine = subscribed();
        assertThat(house.get(mine).body()).contains("value=\"weekday\" selected");
        HttpResponse<String> changed =
                send(
                        mine,
                        "every",
                        "week",
                        "weekday",
                        "friday",
                        "hour",
                        "18",
                        "zone",
                        "Asia/Tokyo",
                        "part",
                        "trending",
                        "categories",
                        "cs.LG, math.AP",
                        "keywords",
                        "state space\nheads",
                        "most",
                        "25",
                        "plain",
                        "yes");
        assertThat(to(changed)).isEqualTo(mine + "?kept");
        var wanted = kept().preferences();
        assertThat(wanted.cadence().every()).isEqualTo(Every.WEEK);
        assertThat(wanted.cadence().zone().getId()).isEqualTo("Asia/Tokyo");
        assertThat(wanted.parts()).isEqualTo(Set.of(Part.TRENDING));
        assertThat(wanted.categories()).containsExactly("cs.LG", "math.AP");
        assertThat(wanted.keywords()).containsExactly("state space", "heads");
        assertThat(wanted.most()).isEqualTo(25);
        assertThat(wanted.form()).isEqualTo(Form.PLAIN);
        HttpResponse<String> refused =
                send(
                        mine,
                        "every",
                        "week",
                        "weekday",
                        "friday",
                        "hour",
                        "25",
                        "zone",
                        "Mars/Base",
                        "part",
                        "edition",
                        "most",
                        "1000",
                        "keywords",
                        "kept <b>");
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body())
                .contains("Mars/Base", "accepted is one such as Europe/Berlin", "kept &lt;b&gt;");
        assertThat(kept().preferences()).isEqualTo(wanted);
        assertThat(send(mine, "every", "never").body()).contains("accepted are day, weekday");
        assertThat(
                        send(
                                        mine, "every", "day", "weekday", "friday", "hour", "7",
                                        "zone", "UTC", "most", "10")
                                .body())
                .contains("A digest of nothing");
    }

    @Test
    void oneClickLeavesWithoutCookieOriginOrRedirect() throws Exception {
        String mine = subscribed();
        assertThat(house.get(mine + "/unsubscribe").body()).contains("No more papers?");
        assertThat(kept().state()).as("after a look").isEqualTo(State.ACTIVE);
        HttpResponse<String> left =
                house.postFromAnywhere(mine + "/unsubscribe", "List-Unsubscribe=One-Click");
        assertThat(left.statusCode()).isEqualTo(200);
        assertThat(left.body()).contains("You get no digest any more");
        assertThat(left.headers().firstValue("set-cookie")).isEmpty();
        assertThat(kept().state()).isEqualTo(State.ENDED);
        assertThat(house.postFromAnywhere(mine + "/unsubscribe", "").statusCode()).isEqualTo(200);
        assertThat(house.get(mine).body()).contains("You get no digest any more");
        assertThat(house.postFromAnywhere(mine, "every=day").statusCode()).isEqualTo(403);
    }

    @Test
    void leavingHoldsBackWhatIsQueuedAlready() throws Exception {
        String mine = subscribed();
        house.clock.moveTo(kept().due());
        assertThat(house.digests().rounds().make()).isEqualTo(1);
        send(mine + "/unsubscribe");
        assertThat(
                        house.storage
                                .deliveries()
                                .claim(
                                        new Claiming("node", 9, Set.of(), Duration.ofMinutes(1)),
                                        house.clock.instant()))
                .isEmpty();
    }

    @Test
    void aDigestIsWrittenWithItsHeadersAndLinks() throws Exception {
        String mine = subscribed();
        house.clock.moveTo(kept().due());
        house.digests().rounds().make();
        Claimed claimed =
                house.storage
                        .deliveries()
                        .claim(
                                new Claiming("node", 9, Set.of(), Duration.ofMinutes(1)),
                                house.clock.instant())
                        .getFirst();
        Letter letter = house.digests().letters().write(claimed);
        assertThat(house.digests().letters().write(claimed)).isEqualTo(letter);
        assertThat(letter.subject()).startsWith("Friday, 7 November: ");
        assertThat(letter.text())
                .contains(
                        "https://papers.example.org/papers/date/",
                        "Why: Leads the edition of 7 November.",
                        "Unsubscribe: https://papers.example.org" + mine + "/unsubscribe");
        assertThat(letter.fields())
                .extracting(Letter.Field::name)
                .contains(
                        "List-Id",
                        "List-Unsubscribe",
                        "List-Unsubscribe-Post",
                        "List-Archive",
                        "Feedback-ID");
    }

    @Test
    void aPreviewShowsTheNextDigestAndATestSendsIt() throws Exception {
        String mine = subscribed();
        HttpResponse<String> preview = house.get(mine + "/preview");
        assertThat(preview.statusCode()).isEqualTo(200);
        assertThat(preview.headers().firstValue("content-security-policy").orElse(""))
                .contains("default-src 'none'", "style-src 'unsafe-inline'");
        assertThat(to(send(mine + "/test"))).isEqualTo(mine + "?tested");
        var sent =
                house.storage
                        .deliveries()
                        .claim(
                                new Claiming("node", 9, Set.of(), Duration.ofMinutes(1)),
                                house.clock.instant());
        assertThat(sent).hasSize(1);
        assertThat(sent.getFirst().letter()).isNotNull();
    }

    @Test
    void aPassThatNobodyWroteOpensNothing() throws Exception {
        String mine = subscribed();
        for (String pass : new String[] {"/digest/x.y", mine + "x", "/digest/" + kept().id()}) {
            assertThat(house.get(pass).statusCode()).isEqualTo(404);
            assertThat(house.get(pass + "/preview").statusCode()).isEqualTo(404);
            assertThat(send(pass + "/unsubscribe").statusCode()).isEqualTo(404);
        }
        assertThat(kept().state()).isEqualTo(State.ACTIVE);
    }

    @Test
    void whatIsNoAddressIsRefused() throws Exception {
        HttpResponse<String> refused = send("/digest", "address", "nobody at home");
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("Not a mail address", "nobody at home");
        assertThat(house.mails).isEmpty();
    }
}
