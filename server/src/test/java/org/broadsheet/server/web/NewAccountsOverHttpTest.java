package org.broadsheet.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.broadsheet.account.Secret;
import org.broadsheet.discussion.Comment;
import org.broadsheet.house.HouseSettings;
import org.broadsheet.house.HouseSettings.Registration;
import org.broadsheet.reader.Reader;
import org.broadsheet.reader.ReaderId;
import org.broadsheet.reader.Role;
import org.broadsheet.server.web.page.Addresses;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// From when the votes of accounts count.
class NewAccountsOverHttpTest {
    private static final String OLD = Addresses.paper(Samples.OLD);
    private static final Instant KNOWN = PageHouse.NOW.plus(Duration.ofHours(24));
    private static final String PASSWORD = "four green lamps";

    @SuppressWarnings("NullAway.Init") // by start
    private PageHouse house;

    @SuppressWarnings("NullAway.Init") // by start
    private Signed ada;

    @BeforeEach
    void start() {
        house = PageHouse.readOnly(Samples::few);
        ada = Signed.in(house, "ada", Role.ADMIN);
        house.storage
                .house()
                .choose(
                        new HouseSettings(
                                "Broadsheet", "", List.of(), List.of(), Registration.OPEN));
    }

    @AfterEach
    void end() {
        house.close();
    }

    /// Somebody who makes an account as everybody may.
    private Signed joined(String name) throws Exception {
        var answer =
                house.post(
                        "/register",
                        Signed.form(
                                "name",
                                name,
                                "password",
                                PASSWORD,
                                "address",
                                name + "@example.org"));
        assertThat(answer.statusCode()).isEqualTo(303);
        return signed(name, answer.headers().firstValue("set-cookie").orElseThrow());
    }

    private Signed signed(String name, String cookie) {
        Reader reader = house.storage.readers().named(name).orElseThrow();
        return new Signed(house, reader, cookie.replaceFirst(";.*", ""));
    }

    private String seenByVisitors(String path) throws Exception {
        var answer = house.get(path);
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.body();
    }

    @Test
    void aVoteOfWhoJoinedByThemselvesIsTheirsAtOnceAndCountsADayLater() throws Exception {
        Signed emmy = joined("emmy");
        assertThat(emmy.post(OLD + "/vote", "value", "up").statusCode()).isEqualTo(303);
        assertThat(emmy.get(OLD).body())
                .contains(
                        "aria-pressed=\"true\"",
                        "Your vote counts from 10 Nov 2025, 12:00 UTC: your account is new")
                .doesNotContain("Voted for by");
        assertThat(emmy.swap(OLD + "/vote", "value", "up").body())
                .contains("Your vote counts from");
        assertThat(seenByVisitors(OLD)).doesNotContain("1 vote here", "counts from");
        assertThat(seenByVisitors("/api" + OLD)).contains("\"upvotes\":0");

        house.clock.moveTo(KNOWN);
        assertThat(emmy.get(OLD).body())
                .contains("aria-pressed=\"true\"")
                .doesNotContain("counts from");
        assertThat(seenByVisitors(OLD)).contains("1 vote here", "Voted for by");
        assertThat(seenByVisitors("/api" + OLD)).contains("\"upvotes\":1");
    }

    @Test
    void noKeptPageOutlivesTheMomentAtWhichAVoteBeginsToCount() throws Exception {
        joined("emmy").post(OLD + "/vote", "value", "up");
        house.clock.moveTo(KNOWN.minusSeconds(30));
        List<String> pages = List.of("/papers/date/2025-10-30", "/papers/week/2025-W44", OLD);
        for (String page : pages) {
            assertThat(seenByVisitors(page)).as(page).doesNotContain("1 vote here");
            assertThat(house.get(page).headers().firstValue("etag")).as(page).isPresent();
        }
        seenByVisitors("/api" + OLD);
        house.clock.moveTo(KNOWN);
        for (String page : pages) {
            assertThat(seenByVisitors(page)).as(page).contains("1 vote here");
        }
        assertThat(seenByVisitors("/api" + OLD)).contains("\"upvotes\":1");
    }

    @Test
    void theVotesOfWhoWasInvitedCountAtOnce() throws Exception {
        Secret secret = house.accounts.invite(Role.READER);
        var answer =
                house.post(
                        "/invite/" + secret.value(),
                        Signed.form("name", "grace", "password", PASSWORD));
        Signed grace = signed("grace", answer.headers().firstValue("set-cookie").orElseThrow());
        grace.post(OLD + "/vote", "value", "up");
        assertThat(grace.get(OLD).body()).doesNotContain("counts from");
        assertThat(seenByVisitors(OLD)).contains("1 vote here");
    }

    @Test
    void aVoteTakenBackBeforeItCountsNeverCounts() throws Exception {
        Signed emmy = joined("emmy");
        emmy.post(OLD + "/vote", "value", "up");
        emmy.post(OLD + "/vote", "value", "none");
        assertThat(emmy.get(OLD).body())
                .contains("aria-pressed=\"false\"")
                .doesNotContain("counts from");
        house.clock.moveTo(KNOWN);
        assertThat(seenByVisitors(OLD)).doesNotContain("1 vote here");
    }

    @Test
    void whatANewReaderThinksOfACommentCountsADayLater() throws Exception {
        ada.post(OLD + "/comments", "text", "Well.");
        Comment comment = house.storage.comments().by(ada.reader().id()).getFirst();
        Signed emmy = joined("emmy");
        emmy.post(Addresses.comment(Samples.OLD, comment.id()) + "/vote", "value", "up");
        assertThat(emmy.get(OLD).body())
                .contains("What you say of it counts from 10 Nov 2025, 12:00 UTC", "Helpful 0<");
        house.clock.moveTo(KNOWN);
        assertThat(emmy.get(OLD).body()).contains("Helpful 1<").doesNotContain("counts from");
    }

    @Test
    void whoIsBlockedKeepsTheVotesThatCountAndLosesTheOthers() throws Exception {
        Signed emmy = joined("emmy");
        emmy.post(OLD + "/vote", "value", "up");
        Signed grace = Signed.in(house, "grace", Role.READER);
        grace.post(OLD + "/vote", "value", "up");
        for (ReaderId id : List.of(emmy.reader().id(), grace.reader().id())) {
            ada.post("/admin/members/block", "member", id.value(), "blocked", "yes");
        }
        assertThat(seenByVisitors(OLD)).contains("1 vote here");
        assertThat(grace.post(OLD + "/vote", "value", "none").statusCode()).isEqualTo(403);
        house.clock.moveTo(KNOWN);
        assertThat(seenByVisitors(OLD)).contains("1 vote here");
    }
}
