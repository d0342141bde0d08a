package org.broadsheet.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.broadsheet.discussion.Comment;
import org.broadsheet.discussion.CommentId;
import org.broadsheet.limit.Allowance;
import org.broadsheet.limit.Limit;
import org.broadsheet.reader.Role;
import org.broadsheet.server.trial.Checkout;
import org.broadsheet.server.web.page.Addresses;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// How often readers may send what, as browsers meet it.
class LimitsOverHttpTest {
    private static final String PAPER = Addresses.paper(Samples.MATHS);
    private static final String VOTE = PAPER + "/vote";
    private static final String SAY = PAPER + "/comments";

    @SuppressWarnings("NullAway.Init") // by start
    private PageHouse house;

    @SuppressWarnings("NullAway.Init") // by start
    private Signed ada;

    @BeforeEach
    void start() {
        house = PageHouse.readOnly(Samples::few);
        ada = Signed.in(house, "ada", Role.ADMIN);
    }

    @AfterEach
    void end() {
        house.close();
    }

    private interface Sending {
        HttpResponse<String> send(int number) throws Exception;
    }

    /// Sends as often as is accepted.
    private static void use(int most, Sending sending) throws Exception {
        for (int i = 0; i < most; i++) {
            assertThat(sending.send(i).statusCode()).as("number " + i).isNotEqualTo(429);
        }
    }

    private static void assertRefused(HttpResponse<String> answer, String limit, String after) {
        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(answer.headers().firstValue("retry-after")).contains(after);
        assertThat(answer.headers().firstValue("cache-control")).contains("no-store");
        assertThat(answer.body()).contains("oo many ", "accepted are " + limit);
    }

    private void later(Duration time) {
        house.clock.moveTo(house.clock.instant().plus(time));
    }

    private String commentOfAnother(int number) {
        Signed emmy = Signed.in(house, "emmy" + number, Role.READER);
        CommentId id = CommentId.at(house.clock.instant(), new Random(number));
        house.storage
                .discussion()
                .add(
                        Comment.of(
                                id,
                                Samples.MATHS,
                                Optional.empty(),
                                emmy.reader().id(),
                                house.clock.instant(),
                                "Said " + number),
                        List.of());
        return Addresses.comment(Samples.MATHS, id);
    }

    @Test
    void votesOnPapersAreAcceptedSoOftenAndThenLater() throws Exception {
        use(120, i -> ada.post(VOTE, "value", i % 2 == 0 ? "up" : "none"));
        var refused = ada.post(VOTE, "value", "up");
        assertRefused(refused, "120 times in a minute from one account", "1");
        assertThat(refused.body()).contains("in a second, at 12:00:01 UTC");
        assertThat(house.storage.votes().by(ada.reader().id()))
                .allMatch(vote -> vote.withdrawnAt() != null);
        Signed emmy = Signed.in(house, "emmy", Role.READER);
        assertThat(emmy.post(VOTE, "value", "up").statusCode()).isEqualTo(303);
        later(Duration.ofSeconds(1));
        assertThat(ada.post(VOTE, "value", "up").statusCode()).isEqualTo(303);
    }

    @Test
    void theScriptGetsTheBallotAsItStandsWithTheReason() throws Exception {
        use(120, i -> ada.swap(VOTE, "value", i % 2 == 0 ? "up" : "none"));
        var refused = ada.swap(VOTE, "value", "up");
        assertRefused(refused, "120 times in a minute", "1");
        assertThat(refused.body())
                .startsWith("<form")
                .contains("aria-pressed=\"false\"")
                .doesNotContain("<html");
        assertThat(house.get("/").body()).contains("{\"code\":\"429\",\"swap\":true}");
    }

    @Test
    void votesOnCommentsAreAcceptedSoOften() throws Exception {
        String comment = commentOfAnother(1);
        use(120, i -> ada.post(comment + "/vote", "value", i % 2 == 0 ? "up" : "down"));
        assertRefused(ada.post(comment + "/vote", "value", "up"), "120 times in a minute", "1");
        var part = ada.swap(comment + "/vote", "value", "up");
        assertRefused(part, "120 times in a minute", "1");
        assertThat(part.body()).contains("id=\"discussion\"", "Said 1").doesNotContain("<html");
    }

    @Test
    void aCommentTooManyComesBackInItsFormWithItsText() throws Exception {
        use(10, i -> ada.post(SAY, "text", "Number " + i));
        String typed = "What I *thought* about for an hour & <b>typed</b>";
        var refused = ada.post(SAY, "text", typed);
        assertRefused(refused, "10 times in 10 minutes from one account", "60");
        assertThat(refused.body())
                .contains(
                        ">What I *thought* about for an hour &amp; &lt;b&gt;typed&lt;/b&gt;</textarea>",
                        "in 60 seconds, at 12:01:00 UTC");
        assertThat(house.storage.comments().by(ada.reader().id())).hasSize(10);
        var part = ada.swap(SAY, "text", typed);
        assertRefused(part, "10 times in 10 minutes", "60");
        assertThat(part.body()).contains("for an hour").doesNotContain("<html");
        assertThat(part.headers().firstValue("hx-retarget")).contains("this");
        assertThat(ada.post(SAY, "text", typed, "deed", "preview").statusCode()).isEqualTo(200);
        later(Duration.ofMinutes(1));
        assertThat(ada.post(SAY, "text", typed).statusCode()).isEqualTo(303);
    }

    @Test
    void thereAreSoManyCommentsADay() throws Exception {
        int said = 0;
        HttpResponse<String> last = ada.post(SAY, "text", "Number " + said);
        while (last.statusCode() == 303 && said < 200) {
            said++;
            later(Duration.ofMinutes(1));
            last = ada.post(SAY, "text", "Number " + said);
        }
        // A hundred at once, and one more for each 864 seconds that went by meanwhile.
        assertThat(said).isBetween(100, 110);
        assertThat(last.body()).contains("100 times in a day from one account");
    }

    @Test
    void anEditTooManyComesBackInItsFormWithItsText() throws Exception {
        ada.post(SAY, "text", "First");
        Comment comment = house.storage.comments().by(ada.reader().id()).getFirst();
        String edit = Addresses.comment(Samples.MATHS, comment.id()) + "/edit";
        use(30, i -> ada.post(edit, "text", "Wording " + i));
        var refused = ada.post(edit, "text", "The last wording");
        assertRefused(refused, "30 times in 10 minutes", "20");
        assertThat(refused.body()).contains(">The last wording</textarea>");
    }

    @Test
    void aReportTooManyComesBackInItsFormWithItsReason() throws Exception {
        String comment = commentOfAnother(1);
        use(10, i -> ada.post(comment + "/report", "reason", "Reason " + i));
        var refused = ada.post(comment + "/report", "reason", "Spam of a new kind");
        assertRefused(refused, "10 times in an hour", "360");
        assertThat(refused.body()).contains("value=\"Spam of a new kind\"");
    }

    @Test
    void anAdminInvitesSoOften() throws Exception {
        use(30, _ -> ada.post("/admin/members/invite", "role", "reader"));
        var refused = ada.post("/admin/members/invite", "role", "reader");
        assertRefused(refused, "30 times in an hour", "120");
        assertThat(house.accounts.invitations(99)).hasSize(30);
    }

    @Test
    void stepsWithPasskeysAreAcceptedSoOftenFromAnAddress() throws Exception {
        use(150, _ -> house.post("/sign-in/passkey/options", ""));
        use(150, _ -> house.post("/sign-in/passkey", "{}"));
        for (String path : List.of("/sign-in/passkey/options", "/sign-in/passkey")) {
            var refused = house.post(path, "{}");
            assertRefused(refused, "300 times in 15 minutes from one address", "3");
            assertThat(refused.body()).startsWith("{\"error\":");
        }
    }

    @Test
    void stepsWithIdentitiesFromElsewhereAreAcceptedSoOftenFromAnAddress() throws Exception {
        use(150, _ -> house.get("/sign-in/openid"));
        use(150, _ -> house.get("/sign-in/openid/back?code=x"));
        assertRefused(house.get("/sign-in/openid"), "300 times in 15 minutes", "3");
        assertRefused(house.get("/sign-in/openid/back?code=x"), "300 times in 15 minutes", "3");
    }

    @Test
    void manyAccountsOfOneAddressShareWhatTheAddressMay() throws Exception {
        String export = "/settings/account/export";
        for (int account = 0; account < 10; account++) {
            Signed one = Signed.in(house, "emmy" + account, Role.READER);
            use(10, _ -> one.get(export));
            assertRefused(one.get(export), "10 times in an hour from one account", "360");
        }
        assertRefused(ada.get(export), "100 times in an hour from one address", "36");
    }

    @Test
    void whoTriesPasswordsTooOftenLearnsWhenTheNextIsAccepted() throws Exception {
        use(10, _ -> house.post("/sign-in", "name=nobody&password=wrong"));
        var refused = house.post("/sign-in", "name=nobody&password=wrong");
        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.headers().firstValue("retry-after")).contains("90");
        assertThat(refused.body()).contains("10 times in 15 minutes", "Wait 90 seconds");
    }

    @Test
    void theOneReaderOfAHouseHasNoLimits() throws Exception {
        try (PageHouse here = PageHouse.with(Samples::few)) {
            use(130, i -> here.post(VOTE, i % 2 == 0 ? "value=up" : "value=none"));
            use(15, i -> here.post(SAY, "text=Number+" + i));
            assertThat(here.storage.limits().count()).isZero();
        }
    }

    @ParameterizedTest
    @EnumSource(Allowance.class)
    void theTableStandsInTheDocuments(Allowance allowance) throws Exception {
        assertThat(Checkout.read("docs/moderation.md"))
                .contains(
                        "| %s | %s | %s |"
                                .formatted(
                                        allowance.what(),
                                        words(allowance.ofAccount()),
                                        words(allowance.ofAddress())));
    }

    private static String words(List<Limit> limits) {
        return String.join(", ", limits.stream().map(Limit::toString).toList());
    }
}
