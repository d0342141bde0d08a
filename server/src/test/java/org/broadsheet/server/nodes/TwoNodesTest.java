package org.broadsheet.server.nodes;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.broadsheet.reader.Reader;
import org.broadsheet.reader.Role;
import org.broadsheet.server.account.Accounts;
import org.broadsheet.server.security.SigningIn;
import org.broadsheet.server.trial.MovableClock;
import org.broadsheet.server.trial.RealPostgres;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Readers do not notice that a house has two servers: whatever they do at one holds at the other.
/// The clock stands still, so nothing is new at the other because its time was over.
class TwoNodesTest {
    private static final String PASSWORD = "seven sheep on the hill";
    private static final String PAPER = "/papers/2405.19331";
    private static final String EDITION = "/papers/date/2025-11-07";
    private static final String ACCOUNT = "/settings/account";
    private static final String NOBODY = "";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final MovableClock clock = new MovableClock(Instant.parse("2025-11-09T12:00:00Z"));

    @TempDir private Path folder;

    @SuppressWarnings("NullAway.Init") // by start
    private Node one;

    @SuppressWarnings("NullAway.Init") // by start
    private Node two;

    @SuppressWarnings("NullAway.Init") // by start
    private Reader ada;

    @BeforeEach
    void start() throws Exception {
        String database = RealPostgres.newDatabase();
        one = Node.open(folder.resolve("one"), database, clock);
        two = Node.open(folder.resolve("two"), database, clock);
        join("alan", Role.ADMIN);
        ada = join("ada", Role.READER);
        eventually(() -> two.get("/sign-in", NOBODY).statusCode() == 200);
    }

    @AfterEach
    void end() {
        two.close();
        one.close();
    }

    private Reader join(String name, Role role) {
        return one.served()
                .house()
                .accounts()
                .join(
                        new Accounts.Joining(name, name + " of the house", PASSWORD, ""),
                        role,
                        "http://localhost");
    }

    /// Something that comes to hold by itself, soon.
    private interface Condition {
        boolean holds() throws Exception;
    }

    private static void eventually(Condition condition) throws Exception {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.holds()) {
            assertThat(System.nanoTime()).as("within " + PATIENCE).isLessThan(deadline);
            Thread.onSpinWait();
        }
    }

    private static String signIn(Node node, String name) throws Exception {
        var answer = node.post("/sign-in", NOBODY, "name", name, "password", PASSWORD);
        assertThat(answer.statusCode()).isEqualTo(303);
        return answer.headers().firstValue("set-cookie").orElseThrow().replaceFirst(";.*", "");
    }

    private static boolean isIn(Node node, String cookie) throws Exception {
        return node.get(ACCOUNT, cookie).statusCode() == 200;
    }

    private static String text(HttpResponse<String> answer, String selector) {
        return Jsoup.parse(answer.body()).select(selector).stream()
                .map(Element::text)
                .reduce("", (all, next) -> all + next);
    }

    @Test
    void whoSignsInAtOneIsSignedInAtTheOther() throws Exception {
        String cookie = signIn(one, "ada");
        assertThat(two.get(ACCOUNT, cookie).body()).contains("ada of the house", "This browser");
        assertThat(one.get(ACCOUNT, cookie).body()).contains("ada of the house");
    }

    @Test
    void whoSignsOutAtOneIsOutAtTheOther() throws Exception {
        String cookie = signIn(one, "ada");
        assertThat(isIn(two, cookie)).isTrue();
        one.post("/sign-out", cookie);
        assertThat(isIn(one, cookie)).as("at once where it was done").isFalse();
        clock.moveTo(clock.instant().plus(SigningIn.BELIEVED));
        assertThat(isIn(two, cookie)).as("on the other as soon as it looks").isFalse();
    }

    @Test
    void aBrowserThatAReaderSignsOutFromElsewhereIsOut() throws Exception {
        String lost = signIn(two, "ada");
        String kept = signIn(one, "ada");
        assertThat(isIn(two, lost)).isTrue();
        one.post(ACCOUNT + "/sessions/end", kept);
        clock.moveTo(clock.instant().plus(SigningIn.BELIEVED));
        assertThat(isIn(two, lost)).isFalse();
        assertThat(isIn(two, kept)).isTrue();
    }

    @Test
    void whoIsBlockedAtOneMayDoNothingAtTheOther() throws Exception {
        String adas = signIn(two, "ada");
        String admins = signIn(one, "alan");
        assertThat(two.post(PAPER + "/vote", adas, "value", "up").statusCode()).isEqualTo(303);
        one.post("/admin/members/block", admins, "member", ada.id().value(), "blocked", "yes");
        eventually(() -> two.post(PAPER + "/vote", adas, "value", "none").statusCode() == 403);
        one.post("/admin/members/block", admins, "member", ada.id().value(), "blocked", "no");
        eventually(() -> two.post(PAPER + "/vote", adas, "value", "none").statusCode() == 303);
    }

    @Test
    void aRoleGivenAtOneHoldsAtTheOther() throws Exception {
        String adas = signIn(two, "ada");
        assertThat(two.get("/admin/moderation", adas).statusCode()).isEqualTo(403);
        String admins = signIn(one, "alan");
        one.post("/admin/members/role", admins, "member", ada.id().value(), "role", "curator");
        eventually(() -> two.get("/admin/moderation", adas).statusCode() == 200);
    }

    @Test
    void aVoteAtOneShowsOnPagesThatTheOtherHadKept() throws Exception {
        String counted = "header .count";
        assertThat(text(two.get(PAPER, NOBODY), ".voters")).isEmpty();
        String before = text(two.get(PAPER, NOBODY), counted);
        String listed = text(two.get(EDITION, NOBODY), "[data-paper='2405.19331'] .count");
        one.post(PAPER + "/vote", signIn(one, "ada"), "value", "up");
        eventually(() -> text(two.get(PAPER, NOBODY), ".voters").contains("ada of the house"));
        assertThat(text(two.get(PAPER, NOBODY), counted)).isNotEqualTo(before);
        assertThat(text(two.get(EDITION, NOBODY), "[data-paper='2405.19331'] .count"))
                .isNotEqualTo(listed);
    }

    @Test
    void aCommentAtOneShowsAtTheOtherAndRingsThere() throws Exception {
        String admins = signIn(two, "alan");
        assertThat(two.get(PAPER, NOBODY).body()).contains("Nobody has said anything yet");
        assertThat(two.get("/comments", NOBODY).body()).doesNotContain("Well");
        String adas = signIn(one, "ada");
        one.post(PAPER + "/comments", adas, "text", "Well *said*, @alan.");
        eventually(() -> two.get(PAPER, NOBODY).body().contains("Well <em>said</em>"));
        for (String path : List.of("/comments", "/comments.atom", "/readers/ada")) {
            assertThat(two.get(path, NOBODY).body()).as(path).contains("said");
        }
        assertThat(text(two.get("/papers", admins), ".bell")).contains("1");
        one.post("/notifications", signIn(one, "alan"), "mark", "read", "all", "1");
        eventually(() -> !text(two.get("/papers", admins), ".bell").contains("1"));
    }

    @Test
    void whatIsHiddenAtOneIsHiddenAtTheOther() throws Exception {
        String adas = signIn(one, "ada");
        one.post(PAPER + "/comments", adas, "text", "Buy watches");
        eventually(() -> two.get(PAPER, NOBODY).body().contains("Buy watches"));
        String comment =
                one.served().house().storage().comments().by(ada.id()).getFirst().id().value();
        one.post(
                PAPER + "/comments/" + comment + "/hide",
                signIn(one, "alan"),
                "reason",
                "no advertisements");
        eventually(() -> !two.get(PAPER, NOBODY).body().contains("Buy watches"));
        assertThat(two.get(PAPER, NOBODY).body()).contains("no advertisements");
    }

    @Test
    void aNameAtOneIsTheNameOnPagesOfTheOther() throws Exception {
        String adas = signIn(one, "ada");
        one.post(PAPER + "/comments", adas, "text", "Well.");
        eventually(() -> two.get(PAPER, NOBODY).body().contains("ada of the house"));
        one.post(ACCOUNT + "/name", adas, "shown", "Ada Counter");
        eventually(() -> two.get(PAPER, NOBODY).body().contains("Ada Counter"));
    }

    @Test
    void whatTheHouseIsCalledAtOneItIsCalledAtTheOther() throws Exception {
        String admins = signIn(one, "alan");
        assertThat(two.get(EDITION, NOBODY).body()).contains("Broadsheet");
        one.post("/admin/house", admins, "name", "Our Paper", "registration", "invitation");
        eventually(() -> text(two.get(PAPER, NOBODY), ".nameplate").equals("Our Paper"));
    }

    @Test
    void anInvitationOfOneMakesOneAccountAtTheOther() throws Exception {
        String admins = signIn(one, "alan");
        var made = one.post("/admin/members/invite", admins, "role", "reader", "address", "");
        String path = text(made, "code.address").replaceFirst(".*?/invite/", "/invite/");
        var joined = two.post(path, NOBODY, "name", "emmy", "shown", "Emmy", "password", PASSWORD);
        assertThat(joined.statusCode()).isEqualTo(303);
        assertThat(one.get(path, NOBODY).statusCode()).as("it is used up").isEqualTo(404);
        assertThat(isIn(one, signIn(one, "emmy"))).isTrue();
    }

    @Test
    void whatIsTriedAtBothCountsTogether() throws Exception {
        int atOne = triesUntilTooMany("known-to-one", one, one);
        assertThat(triesUntilTooMany("known-to-both", one, two)).isEqualTo(atOne);
    }

    /// How often a password of that name may be tried, at the two by turns.
    private static int triesUntilTooMany(String name, Node first, Node second) throws Exception {
        for (int tries = 0; tries < 100; tries++) {
            Node node = tries % 2 == 0 ? first : second;
            int status =
                    node.post("/sign-in", NOBODY, "name", name, "password", "wrong").statusCode();
            if (status == 429) {
                return tries;
            }
            assertThat(status).isEqualTo(401);
        }
        throw new AssertionError("nothing limits how often a password may be tried");
    }
}
