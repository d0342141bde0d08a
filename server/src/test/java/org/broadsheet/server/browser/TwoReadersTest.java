package org.broadsheet.server.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.broadsheet.discussion.Discussing;
import org.broadsheet.paper.PaperId;
import org.broadsheet.reader.Role;
import org.broadsheet.server.config.Key;
import org.broadsheet.server.house.House;
import org.broadsheet.server.trial.RealPostgres;
import org.broadsheet.server.trial.ServedHouse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// A curator at a desk and a reader with a phone, each in a browser of their own, see what the
/// other does: with scripts and without, on one node and on two that share a database.
class TwoReadersTest {
    private static final PaperId ID = PaperId.of("2405.19331");
    private static final String PAPER = "/papers/2405.19331";
    private static final String SPAM = "Buy *watches* at my shop";
    private static final String REASON = "no advertisements";

    @SuppressWarnings("NullAway.Init") // by start
    private static Chromium chromium;

    /// One for all nodes, as clocks of servers in step.
    private final Clock clock = RunningHouse.clock();

    @TempDir private Path folder;

    @BeforeAll
    static void start() {
        chromium = Chromium.start();
    }

    @AfterAll
    static void end() {
        chromium.close();
    }

    /// Whether the browsers run scripts.
    enum Scripts {
        RUN,
        DO_NOT_RUN;

        NewContextOptions in(NewContextOptions options) {
            return options.setJavaScriptEnabled(this == RUN);
        }
    }

    private ServedHouse node(String name, String database) throws Exception {
        return ServedHouse.open(
                folder.resolve(name),
                Map.of(Key.VECTORS_ENABLED, "false", Key.STORAGE, database),
                clock,
                _ -> {});
    }

    @ParameterizedTest
    @EnumSource
    void onOneNode(Scripts scripts) throws Exception {
        try (ServedHouse node = node("one", "sqlite")) {
            people(node.house());
            walk(node, node, scripts);
        }
    }

    @ParameterizedTest
    @EnumSource
    void onTwoNodesOfOneDatabase(Scripts scripts) throws Exception {
        String database = RealPostgres.newDatabase();
        try (ServedHouse one = node("one", database);
                ServedHouse two = node("two", database)) {
            people(one.house());
            walk(one, two, scripts);
        }
    }

    /// Ada is a curator, Emmy reads; Grace has said what nobody wants to read.
    private static void people(House house) {
        SignedIn.join(house, "alan", "Alan Keeper", Role.ADMIN);
        SignedIn.join(house, "ada", "Ada Counter", Role.CURATOR);
        SignedIn.join(house, "emmy", "Emmy Ring", Role.READER);
        SignedIn.join(house, "grace", "Grace Bug", Role.READER);
        new Discussing(
                        new Discussing.Parts(
                                house.storage().discussion(),
                                house.storage().comments(),
                                house.storage().notices()),
                        house.clock(),
                        new Random(1))
                .write(
                        house.storage().readers().named("grace").orElseThrow().id(),
                        ID,
                        Optional.empty(),
                        SPAM,
                        new Discussing.Audience(List.of(), List.of()));
    }

    private static void walk(ServedHouse adas, ServedHouse emmys, Scripts scripts) {
        try (SignedIn ada =
                        SignedIn.at(adas.address(), "ada", chromium, scripts.in(Browsing.wide()));
                SignedIn emmy =
                        SignedIn.at(
                                emmys.address(), "emmy", chromium, scripts.in(Browsing.phone()))) {
            aVoteIsSeen(emmy, ada);
            aMentionIsSeenAndAnswered(emmy, ada);
            whatIsReportedIsHidden(emmy, ada);
            aVoteIsTakenBack(emmy, ada);
            emmyLeavesAndAdaStays(emmy, ada);
            for (SignedIn one : List.of(ada, emmy)) {
                org.assertj.core.api.Assertions.assertThat(one.visit().complaints()).isEmpty();
            }
        }
    }

    private static void aVoteIsSeen(SignedIn emmy, SignedIn ada) {
        Locator vote = emmy.on(PAPER, "header button.vote");
        assertThat(vote).hasText("0");
        vote.click();
        assertThat(vote).hasAttribute("aria-pressed", "true");
        assertThat(vote).hasText("1");
        ada.sees(PAPER, "header button.vote[aria-pressed=false]:has-text('1')");
        assertThat(ada.page().locator(".voters a[href='/readers/emmy']")).hasCount(1);
        ada.sees("/papers/date/2025-11-07", "[data-paper='" + ID + "'] button:has-text('1')");
    }

    private static void aMentionIsSeenAndAnswered(SignedIn emmy, SignedIn ada) {
        emmy.page().navigate(PAPER);
        say(emmy.page(), "#discussion > form.say", "Dear @ada, is *this* so? $x_1^2$");
        assertThat(emmy.page().locator("article.comment em:text-is('this')")).isVisible();

        ada.sees("/papers", ".bell b:text-is('1')");
        ada.sees("/notifications", ".notices a:has-text('Emmy Ring mentioned you')");
        ada.page().locator(".notices a").click();
        Locator said = ada.page().locator(":target");
        assertThat(said).containsText("Emmy Ring");
        assertThat(said.locator(".said a[href='/readers/ada']")).hasText("@ada");
        said.locator(":text-is('Reply')").click();
        say(ada.page(), "form.say:has([name=parent])", "Quite **so**.");
        assertThat(ada.page().locator("article.comment--1 strong")).hasText("so");
        Locator helpful =
                ada.page().locator("article.comment:has(em:text-is('this')) .judge").first();
        helpful.click();
        assertThat(helpful).hasAttribute("aria-pressed", "true");

        emmy.sees("/papers", ".bell b:text-is('1')");
        emmy.sees("/notifications", ".notices a:has-text('Ada Counter answered your comment')");
        emmy.page().locator(".notices input[name=notice]").check();
        emmy.page().locator("button[value=read]").click();
        assertThat(emmy.page().locator(".bell b")).hasCount(0);
        emmy.sees(PAPER, "article.comment--1 strong:text-is('so')");
        assertThat(emmy.page().locator("article.comment:has(em:text-is('this')) .count"))
                .containsText("1 helpful");
    }

    private static void whatIsReportedIsHidden(SignedIn emmy, SignedIn ada) {
        Locator spam = emmy.on(PAPER, "article.comment:has(em:text-is('watches'))");
        spam.locator(":text-is('Report')").click();
        Locator form = emmy.page().locator("form.say:has([name=reason])");
        form.locator("[name=reason]").fill("an advertisement");
        form.locator("button[value=keep]").click();
        assertThat(emmy.page().locator("form.say:has([name=reason])")).hasCount(0);

        ada.sees("/admin/moderation", "main:has-text('an advertisement')");
        assertThat(ada.page().locator("main")).containsText("Reported by one reader");
        ada.page().locator("form [name=reason]").fill(REASON);
        ada.page().locator("button[value=hidden]").click();
        assertThat(ada.page().locator("main")).containsText("Nothing is reported");

        emmy.sees(PAPER, ".absent:has-text('" + REASON + "')");
        assertThat(emmy.page().locator("#discussion")).not().containsText("watches");
        emmy.sees("/moderation", "li:has-text('A curator hid'):has-text('" + REASON + "')");
        assertThat(emmy.page().locator("main")).not().containsText("Emmy");
        assertThat(emmy.page().locator("main")).not().containsText("Ada");
        emmy.page().navigate("/admin/moderation");
        assertThat(emmy.page().locator("main form")).hasCount(0);
    }

    private static void aVoteIsTakenBack(SignedIn emmy, SignedIn ada) {
        Locator vote = emmy.on(PAPER, "header button.vote");
        vote.click();
        assertThat(vote).hasAttribute("aria-pressed", "false");
        assertThat(vote).hasText("0");
        ada.seesNoMore(PAPER, ".voters");
        assertThat(ada.page().locator("header button.vote")).hasText("0");
    }

    private static void emmyLeavesAndAdaStays(SignedIn emmy, SignedIn ada) {
        emmy.on("/settings/account", "form[action='/sign-out'] button").click();
        assertThat(emmy.page().locator(".corner")).hasText("Sign in");
        assertThat(emmy.on(PAPER, "form.say")).hasCount(0);
        assertThat(ada.on(PAPER, ".corner")).hasText("Ada Counter");
    }

    private static void say(Page page, String form, String text) {
        page.locator(form).locator("textarea").fill(text);
        page.locator(form).locator("button[value=keep]").click();
    }
}
