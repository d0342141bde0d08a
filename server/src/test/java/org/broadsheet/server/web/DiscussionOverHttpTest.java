package org.broadsheet.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.broadsheet.discussion.Comment;
import org.broadsheet.discussion.CommentId;
import org.broadsheet.discussion.CommentVote;
import org.broadsheet.notice.Notice;
import org.broadsheet.notice.Notice.Kind;
import org.broadsheet.notice.Notice.State;
import org.broadsheet.notice.Wishes;
import org.broadsheet.reader.Reader;
import org.broadsheet.reader.ReaderId;
import org.broadsheet.reader.Role;
import org.broadsheet.server.web.page.Addresses;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The reader of this house, and Ada, who has an account in it.
class DiscussionOverHttpTest {
    private static final String PAPER = Addresses.paper(Samples.MATHS);
    private static final ReaderId ADA = new ReaderId("r1");
    private static final ReaderId GONE = new ReaderId("r2");
    private static final CommentId ADAS = new CommentId("00000000000000000001");
    private static final String ADAS_URL = PAPER + "/comments/" + ADAS;
    private static final Instant BEFORE = PageHouse.NOW.minusSeconds(3_600);

    @SuppressWarnings("NullAway.Init") // by start
    private PageHouse house;

    @BeforeEach
    void start() {
        house = PageHouse.ofOneReader(Samples::few);
        house.storage.readers().add(Reader.joining(ADA, "ada", "Ada Counter", Role.READER, BEFORE));
        say(ADAS, ADA, "What about *this*? $x_1^2$");
    }

    @AfterEach
    void end() {
        house.close();
    }

    private void say(CommentId id, ReaderId author, String text) {
        house.storage
                .discussion()
                .add(
                        Comment.of(id, Samples.MATHS, Optional.empty(), author, BEFORE, text),
                        List.of());
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

    private String page(String path) throws Exception {
        return house.get(path).body();
    }

    private Comment mine() {
        return house.storage.comments().by(ReaderId.LOCAL).getFirst();
    }

    private String say(String text) throws Exception {
        send(PAPER + "/comments", "text", text);
        return PAPER + "/comments/" + mine().id();
    }

    @Test
    void whatIsSaidStandsUnderThePaper() throws Exception {
        HttpResponse<String> answer = send(PAPER + "/comments", "text", "Well *said*.");
        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.headers().firstValue("location").orElse(""))
                .endsWith(PAPER + "#c-" + mine().id());
        assertThat(page(PAPER))
                .contains(
                        "Well <em>said</em>.",
                        "The reader of this house",
                        "2 comments",
                        "Ada Counter",
                        "data-latex=\"x_1^2\"");
    }

    @Test
    void aCommentThatIsNoneIsRefusedWithItsText() throws Exception {
        HttpResponse<String> empty = send(PAPER + "/comments", "text", "  ");
        assertThat(empty.statusCode()).isEqualTo(422);
        assertThat(empty.body()).contains("1 to 10,000 characters");
        String tooLong = "x".repeat(10_001);
        assertThat(send(PAPER + "/comments", "text", tooLong).body()).contains(tooLong);
        assertThat(house.storage.comments().by(ReaderId.LOCAL)).isEmpty();
    }

    @Test
    void aPreviewKeepsNothing() throws Exception {
        String shown = send(PAPER + "/comments", "text", "A **draft**", "deed", "preview").body();
        assertThat(shown).contains("<strong>draft</strong>", "A **draft**");
        assertThat(house.storage.comments().by(ReaderId.LOCAL)).isEmpty();
    }

    @Test
    void anAnswerTellsWhomItAnswersAndTheNoticeComesWithIt() throws Exception {
        send(PAPER + "/comments", "text", "So it is.", "parent", ADAS.value());
        assertThat(mine().parent()).isEqualTo(ADAS);
        assertThat(notices(ADA)).extracting(Notice::kind).containsExactly(Kind.REPLY);
        assertThat(page(PAPER)).contains("comment comment--1");
    }

    @Test
    void anAnswerToWhatIsNotThereIsRefused() throws Exception {
        assertThat(send(PAPER + "/comments", "text", "x", "parent", "nonsense").statusCode())
                .isEqualTo(400);
        assertThat(house.storage.comments().by(ReaderId.LOCAL)).isEmpty();
    }

    @Test
    void whoIsMentionedIsToldAndLinked() throws Exception {
        say("Dear @ada and @nobody");
        assertThat(notices(ADA)).extracting(Notice::kind).containsExactly(Kind.MENTION);
        assertThat(page(PAPER))
                .contains("href=\"/readers/ada\"", "and @nobody")
                .doesNotContain("/readers/nobody");
        assertThat(page("/readers/ada")).contains("Ada Counter", "What about <em>this</em>?");
        assertThat(page("/readers/ada")).doesNotContain(">Votes</h2>");
        house.storage.votes().cast(ADA, Samples.PLAIN, BEFORE);
        house.storage.votes().cast(ADA, Samples.MATHS, BEFORE.plusSeconds(1));
        house.storage.votes().cast(ADA, Samples.CROWD, BEFORE.plusSeconds(2));
        house.storage.votes().withdraw(ADA, Samples.CROWD, BEFORE.plusSeconds(3));
        assertThat(page("/readers/ada").replaceFirst("(?s).*>Votes</h2>", ""))
                .containsSubsequence(PAPER, Addresses.paper(Samples.PLAIN))
                .doesNotContain(Addresses.paper(Samples.CROWD));
        assertThat(house.get("/readers/nobody").statusCode()).isEqualTo(404);
    }

    @Test
    void aQuotationStandsInTheForm() throws Exception {
        assertThat(page(ADAS_URL + "/reply?quote=1")).contains("&gt; What about *this*? $x_1^2$");
    }

    @Test
    void anEditKeepsItsHistory() throws Exception {
        String url = say("First");
        assertThat(page(url + "/edit")).contains(">First</textarea>");
        assertThat(send(url + "/edit", "text", "Second").statusCode()).isEqualTo(303);
        assertThat(page(PAPER)).contains("<p>Second</p>", ">edited</a>");
        assertThat(page(url + "/history")).contains(">First</pre>", ">Second</pre>");
    }

    @Test
    void nobodyChangesTheCommentOfAnother() throws Exception {
        assertThat(send(ADAS_URL + "/edit", "text", "Forged").statusCode()).isEqualTo(403);
        assertThat(send(ADAS_URL + "/remove").statusCode()).isEqualTo(403);
        assertThat(house.get(ADAS_URL + "/edit").statusCode()).isEqualTo(403);
        assertThat(house.storage.comments().find(ADAS).orElseThrow().text())
                .startsWith("What about");
    }

    @Test
    void aCommentIsFoundOnlyUnderItsPaper() throws Exception {
        String elsewhere = Addresses.paper(Samples.NASTY) + "/comments/" + ADAS;
        assertThat(house.get(elsewhere).statusCode()).isEqualTo(404);
        assertThat(send(elsewhere + "/vote", "value", "up").statusCode()).isEqualTo(404);
        assertThat(house.get(ADAS_URL).statusCode()).isEqualTo(200);
        assertThat(house.get(PAPER + "/comments/nonsense").statusCode()).isEqualTo(404);
    }

    @Test
    void aRemovedCommentLeavesItsPlace() throws Exception {
        String url = say("Gone soon");
        send(url + "/remove");
        assertThat(page(PAPER)).contains(TalkLayout.REMOVED).doesNotContain("Gone soon");
        assertThat(page(url + "/history")).doesNotContain("Gone soon");
        assertThat(page("/comments")).doesNotContain("Gone soon");
    }

    @Test
    void aJudgementCountsOnceAndCanBeTakenBack() throws Exception {
        send(ADAS_URL + "/vote", "value", "up");
        send(ADAS_URL + "/vote", "value", "up");
        assertThat(page(PAPER)).contains("Helpful 1</button>", "Not helpful 0</button>");
        send(ADAS_URL + "/vote", "value", "down");
        assertThat(page(PAPER)).contains("Helpful 0</button>", "Not helpful 1</button>");
        send(ADAS_URL + "/vote", "value", "none");
        assertThat(house.storage.commentVotes().of(List.of(ADAS)))
                .hasSize(2)
                .noneMatch(vote -> vote.withdrawnAt() == null);
        assertThat(send(ADAS_URL + "/vote", "value", "sideways").statusCode()).isEqualTo(400);
    }

    @Test
    void nobodyJudgesTheirOwnComment() throws Exception {
        String url = say("Mine");
        assertThat(send(url + "/vote", "value", "up").statusCode()).isEqualTo(403);
    }

    @Test
    void theMoreHelpfulStandsFirst() throws Exception {
        CommentId other = new CommentId("00000000000000000002");
        say(other, GONE, "Another");
        house.storage.commentVotes().cast(ADA, other, CommentVote.Judgement.HELPFUL, PageHouse.NOW);
        assertThat(page(PAPER)).containsSubsequence("c-" + other, "c-" + ADAS);
        assertThat(page(PAPER)).contains("A former reader");
    }

    @Test
    void aHiddenCommentSaysWhyAndItsAuthorIsTold() throws Exception {
        assertThat(send(ADAS_URL + "/hide", "reason", " ").statusCode()).isEqualTo(422);
        send(ADAS_URL + "/hide", "reason", "Spam");
        assertThat(page(PAPER)).contains("This comment has been hidden (Spam).");
        assertThat(page("/comments")).doesNotContain("What about");
        assertThat(page("/comments.atom")).doesNotContain("What about");
        assertThat(page("/api" + PAPER + "/comments"))
                .contains("\"hidden\":true")
                .doesNotContain("What about");
        assertThat(notices(ADA))
                .extracting(notice -> notice.subject().note())
                .containsExactly("Hidden: Spam");
        send(ADAS_URL + "/show");
        assertThat(page("/comments")).contains("What about");
    }

    @Test
    void aReportWaitsForTheCurators() throws Exception {
        send(ADAS_URL + "/report", "reason", "Off topic");
        send(ADAS_URL + "/report", "reason", "Off topic, again");
        assertThat(house.storage.reports().open(10)).hasSize(1);
        assertThat(house.storage.reports().open(10).getFirst().reports()).hasSize(1);
        assertThat(send(ADAS_URL + "/report", "reason", "").statusCode()).isEqualTo(422);
    }

    @Test
    void htmxGetsTheThreadAlone() throws Exception {
        HttpResponse<String> answer =
                house.post(ADAS_URL + "/vote", "value=up", "HX-Request", "true");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body())
                .contains("id=\"discussion\"", "aria-pressed=\"true\"")
                .doesNotContain("<html");
        assertThat(house.get(ADAS_URL + "/reply", "HX-Request", "true").body())
                .contains("<form class=\"say\"")
                .doesNotContain("<html");
    }

    @Test
    void visitorsReadAndSayNothing() throws Exception {
        try (PageHouse open = PageHouse.readOnly(Samples::few)) {
            assertThat(open.get(PAPER).body())
                    .contains("id=\"discussion\"")
                    .doesNotContain("href=\"/notifications\"")
                    .doesNotContain("<form class=\"say\"");
            assertThat(open.post(PAPER + "/comments", "text=x").statusCode()).isEqualTo(403);
            assertThat(open.get("/notifications").statusCode()).isEqualTo(403);
            assertThat(open.get("/settings/notifications").statusCode()).isEqualTo(403);
            assertThat(open.get("/comments").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void aThreadIsAFeedThatIsSentOnce() throws Exception {
        HttpResponse<String> feed = house.get(PAPER + "/comments.atom");
        assertThat(feed.headers().firstValue("content-type").orElse(""))
                .startsWith("application/atom+xml");
        assertThat(feed.headers().firstValue("last-modified")).isPresent();
        assertThat(feed.body())
                .startsWith("<?xml")
                .contains("Ada Counter", "urn:x-broadsheet:comment:" + ADAS);
        String tag = feed.headers().firstValue("etag").orElseThrow();
        assertThat(house.get(PAPER + "/comments.atom", "If-None-Match", tag).statusCode())
                .isEqualTo(304);
        say("News");
        assertThat(house.get(PAPER + "/comments.atom", "If-None-Match", tag).body())
                .contains("News");
    }

    @Test
    void theThreadIsThereAsData() throws Exception {
        String data = page("/api" + PAPER + "/comments");
        assertThat(data)
                .contains(
                        "\"id\":\"" + ADAS + "\"",
                        "\"fullname\":\"Ada Counter\"",
                        "\"type\":\"comment\"",
                        "\"raw\":\"What about *this*? $x_1^2$\"");
        assertThat(house.get("/api/papers/2510.99999/comments").statusCode()).isEqualTo(404);
    }

    @Test
    void commentsAreCountedOnTheEditionAndInTheData() throws Exception {
        // Three were counted elsewhere.
        assertThat(page("/papers/date/2025-11-07")).contains("1 comment</a>");
        assertThat(page("/api" + PAPER)).contains("\"numComments\":4");
    }

    @Test
    void theInboxHoldsMyNoticesAndMarksThem() throws Exception {
        notice("n1", ReaderId.LOCAL);
        notice("n2", ReaderId.LOCAL);
        notice("n3", ADA);
        assertThat(page("/notifications"))
                .contains("2 unread", "Ada Counter mentioned you", "value=\"n1\"")
                .doesNotContain("value=\"n3\"");
        assertThat(page("/papers")).contains("aria-label=\"Notifications, 2 unread\"");
        send("/notifications", "mark", "read", "notice", "n1", "notice", "n3");
        assertThat(page("/papers")).contains("aria-label=\"Notifications, 1 unread\"");
        assertThat(page("/notifications?show=unread"))
                .contains("value=\"n2\"")
                .doesNotContain("value=\"n1\"");
        assertThat(notices(ADA)).extracting(Notice::state).containsExactly(State.UNREAD);
        send("/notifications", "mark", "done", "all", "1");
        assertThat(page("/notifications")).doesNotContain("value=\"n");
        assertThat(page("/notifications?show=done")).contains("value=\"n1\"", "value=\"n2\"");
        assertThat(notices(ADA)).extracting(Notice::state).containsExactly(State.UNREAD);
        assertThat(send("/notifications", "mark", "lost").statusCode()).isEqualTo(400);
        assertThat(house.get("/notifications?show=lost").statusCode()).isEqualTo(400);
    }

    @Test
    void whatIsNotWantedIsNotToldAnyMore() throws Exception {
        send("/settings/notifications", "mention", "page", "mention", "mail");
        Wishes wishes =
                house.storage
                        .notices()
                        .wishes(List.of(ReaderId.LOCAL))
                        .getOrDefault(ReaderId.LOCAL, Wishes.DEFAULT);
        assertThat(wishes.wants(Kind.MENTION, Wishes.Way.PAGE)).isTrue();
        assertThat(wishes.wants(Kind.MENTION, Wishes.Way.MAIL)).isTrue();
        assertThat(wishes.wants(Kind.REPLY)).isFalse();
        assertThat(send("/settings/notifications", "reply", "pigeon").statusCode()).isEqualTo(400);
        assertThat(page("/settings/notifications?kept")).contains("Kept.");
    }

    @Test
    void whoVotedIsShown() throws Exception {
        for (int i = 0; i < 8; i++) {
            house.storage
                    .votes()
                    .cast(new ReaderId("voter" + i), Samples.MATHS, BEFORE.plusSeconds(i));
        }
        house.storage.votes().cast(ADA, Samples.MATHS, BEFORE.minusSeconds(1));
        assertThat(page(PAPER)).contains(">AC</span>", "and 3 more");
    }

    private List<Notice> notices(ReaderId reader) {
        return house.storage.notices().of(reader, Set.of(State.values()), "", 10);
    }

    private void notice(String id, ReaderId to) {
        house.storage
                .notices()
                .add(
                        List.of(
                                new Notice(
                                        id,
                                        to,
                                        Kind.MENTION,
                                        new Notice.Subject(ADA, Samples.MATHS, ADAS.value(), ""),
                                        BEFORE,
                                        State.UNREAD,
                                        false)));
    }
}
