package org.broadsheet.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import org.broadsheet.discussion.Comment;
import org.broadsheet.discussion.Discussing;
import org.broadsheet.moderation.AuditLog;
import org.broadsheet.moderation.AuditLog.Kind;
import org.broadsheet.moderation.Report;
import org.broadsheet.moderation.Subject;
import org.broadsheet.reader.ReaderId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ModerationOverHttpTest {
    private static final String QUEUE = "/admin/moderation";
    private static final ReaderId ADA = new ReaderId("ada-who-reports");
    private static final ReaderId EMMY = new ReaderId("emmy-who-reports");
    private static final Instant NOW = PageHouse.NOW;

    @SuppressWarnings("NullAway.Init") // by start
    private PageHouse house;

    @BeforeEach
    void start() {
        house = PageHouse.with(Samples::few);
    }

    @AfterEach
    void end() {
        house.close();
    }

    private Comment comment() {
        return house.discussing()
                .write(
                        new ReaderId("grace"),
                        Samples.MATHS,
                        java.util.Optional.empty(),
                        "Buy <b>watches</b>",
                        new Discussing.Audience(List.of(), List.of()));
    }

    private Subject reported(Comment comment) {
        Subject subject = new Subject("comment", comment.id().value());
        house.storage.reports().file(new Report(ADA, subject, "an <i>advertisement</i>", NOW));
        house.storage.reports().file(new Report(EMMY, subject, "spam", NOW));
        return subject;
    }

    private static String form(Subject subject, String outcome, String reason) {
        return "subject="
                + subject.toString().replace(" ", "+")
                + "&outcome="
                + outcome
                + "&reason="
                + reason;
    }

    @Test
    void theQueueShowsWhatWasReportedByHowManyAndWhy() throws Exception {
        Subject subject = reported(comment());
        assertThat(house.get(QUEUE).body())
                .contains(
                        subject.toString(),
                        "Reported by 2 readers",
                        "an &lt;i&gt;advertisement&lt;/i&gt;",
                        "“spam”",
                        "Buy &lt;b&gt;watches&lt;/b&gt;",
                        ">Hide</button>")
                .doesNotContain(ADA.value());
    }

    @Test
    void whatIsHiddenIsGoneFromTheQueueAndStandsInThePublicLogWithoutNames() throws Exception {
        Comment comment = comment();
        Subject subject = reported(comment);
        var answer = house.post(QUEUE, form(subject, "hidden", "no+advertisements"));
        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(house.storage.comments().find(comment.id()).orElseThrow().isShown()).isFalse();
        assertThat(house.get(QUEUE).body()).contains("Nothing is reported.");
        assertThat(house.get("/moderation").body())
                .contains("A curator hid", subject.toString(), "no advertisements")
                .doesNotContain(ADA.value(), EMMY.value(), ">local");
        assertThat(house.get("/admin/audit").body()).contains("local hid", "from 127.0.0.1");
    }

    @Test
    void whatIsDismissedStaysAndIsLogged() throws Exception {
        Comment comment = comment();
        Subject subject = reported(comment);
        house.post(QUEUE, form(subject, "dismissed", "it+is+a+joke"));
        assertThat(house.storage.comments().find(comment.id()).orElseThrow().isShown()).isTrue();
        assertThat(house.storage.reports().countOpen()).isZero();
        assertThat(house.get("/moderation").body()).contains("dismissed reports about");
    }

    @Test
    void aPaperCanBeReportedButNotHidden() throws Exception {
        Subject paper = new Subject("paper", Samples.MATHS.value());
        house.storage.reports().file(new Report(ADA, paper, "wrong date", NOW));
        assertThat(house.get(QUEUE).body())
                .contains("href=\"/papers/2510.00002\"", ">Dismiss</button>")
                .doesNotContain(">Hide</button>");
        assertThat(house.post(QUEUE, form(paper, "hidden", "because")).statusCode()).isEqualTo(404);
        assertThat(house.storage.reports().countOpen()).isEqualTo(1);
    }

    @Test
    void aDecisionNeedsAReasonAnOutcomeAndASubject() throws Exception {
        Subject subject = reported(comment());
        assertThat(house.post(QUEUE, form(subject, "hidden", "")).statusCode()).isEqualTo(400);
        assertThat(house.post(QUEUE, form(subject, "burnt", "x")).body()).contains("burnt");
        assertThat(house.post(QUEUE, "subject=x&outcome=hidden&reason=x").statusCode())
                .isEqualTo(400);
        assertThat(house.storage.reports().countOpen()).isEqualTo(1);
        assertThat(house.storage.audit().before(AuditLog.END, EnumSet.allOf(Kind.class), 9))
                .isEmpty();
    }

    @Test
    void theLogReadsPageByPage() throws Exception {
        for (int i = 1; i <= 150; i++) {
            house.storage
                    .audit()
                    .append(
                            new AuditLog.Act(
                                    NOW,
                                    Kind.PUBLIC,
                                    ADA,
                                    "",
                                    "hid",
                                    new Subject("comment", "c" + i),
                                    "reason number " + i));
        }
        assertThat(house.get("/moderation").body())
                .contains("reason number 150<", "reason number 51<", "/moderation?before=51")
                .doesNotContain("reason number 50<");
        assertThat(house.get("/moderation?before=51").body())
                .contains("reason number 50<")
                .doesNotContain("reason number 51<");
        assertThat(house.get("/moderation?before=x").statusCode()).isEqualTo(400);
    }

    @Test
    void readersWhoseVotesCoincideAreNamedToWhoeverRunsTheHouse() throws Exception {
        assertThat(house.get("/admin/votes").body()).contains("No readers’ votes coincide");
    }
}
