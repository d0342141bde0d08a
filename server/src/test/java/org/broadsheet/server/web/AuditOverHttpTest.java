package org.broadsheet.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.broadsheet.account.Secret;
import org.broadsheet.discussion.Comment;
import org.broadsheet.moderation.AuditLog;
import org.broadsheet.moderation.AuditLog.Act;
import org.broadsheet.moderation.AuditLog.Entry;
import org.broadsheet.moderation.AuditLog.Kind;
import org.broadsheet.moderation.Subject;
import org.broadsheet.reader.Role;
import org.broadsheet.reader.key.OutsideIdentity;
import org.broadsheet.server.account.Accounts.Joining;
import org.broadsheet.server.web.page.Addresses;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What is written down of what people do with accounts.
class AuditOverHttpTest {
    private static final String PASSWORD = "four green lamps";
    private static final String OTHER = "seven sheep on the hill";
    private static final String MINE = "/settings/account";

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

    private List<Entry> entries(Kind... kinds) {
        Set<Kind> wanted = kinds.length == 0 ? EnumSet.allOf(Kind.class) : Set.of(kinds);
        return house.storage.audit().before(AuditLog.END, wanted, 1_000).reversed();
    }

    private List<String> acts(Kind... kinds) {
        return entries(kinds).stream().map(it -> line(it.act())).toList();
    }

    private String line(Act act) {
        String who = act.who() == null ? "?" : act.who().value().replace("r-", "");
        return "%s %s: %s (%s)"
                .formatted(
                        who, act.action(), act.subject().toString().replace("r-", ""), act.note());
    }

    private Signed joined(String name) throws Exception {
        house.accounts.join(new Joining(name, name, PASSWORD, ""), Role.READER, "");
        var answer = house.post("/sign-in", Signed.form("name", name, "password", PASSWORD));
        return new Signed(
                house,
                house.storage.readers().named(name).orElseThrow(),
                answer.headers().firstValue("set-cookie").orElseThrow().replaceFirst(";.*", ""));
    }

    @Test
    void signInsAreWrittenDownAndRefusalsWithoutWhatWasTyped() throws Exception {
        Signed emmy = joined("emmy");
        String id = emmy.reader().id().value();
        house.post("/sign-in", Signed.form("name", "emmy", "password", "not hers at all"));
        house.post("/sign-in", Signed.form("name", "typed in the wrong field", "password", "x"));
        house.post("/sign-in/passkey", "{}");
        assertThat(acts(Kind.SIGN_IN))
                .containsExactly(
                        id + " signed in by password: reader " + id + " ()",
                        "? was refused by password: reader " + id + " (wrong name or password)",
                        "? was refused by password: way password (wrong name or password)",
                        "? was refused by passkey: way passkey (not verified)");
        assertThat(entries())
                .allSatisfy(it -> assertThat(it.act().from()).isEqualTo("127.0.0.1"))
                .allSatisfy(it -> assertThat(it.act().at()).isEqualTo(PageHouse.NOW));
        assertThat(entries().toString())
                .doesNotContain(PASSWORD, "not hers at all", "wrong field", emmy.cookie());
    }

    @Test
    void whoIsRefusedAgainAndAgainFillsNoLog() throws Exception {
        for (int i = 0; i < 12; i++) {
            house.post("/sign-in", Signed.form("name", "nobody" + i, "password", "x"));
        }
        assertThat(acts(Kind.SIGN_IN)).hasSize(5);
        long kept = house.storage.limits().count();
        house.clock.moveTo(PageHouse.NOW.plusSeconds(720));
        house.post("/sign-in", Signed.form("name", "nobody0", "password", "x"));
        assertThat(acts(Kind.SIGN_IN)).hasSize(6);
        assertThat(house.storage.limits().count()).isEqualTo(kept);
    }

    @Test
    void whatReadersDoWithTheirAccountsIsWrittenDown() throws Exception {
        Signed emmy = joined("emmy");
        String id = emmy.reader().id().value();
        house.storage
                .identities()
                .link(
                        new OutsideIdentity(
                                "https://issuer.example", "s", emmy.reader().id(), PageHouse.NOW));
        emmy.post(MINE + "/keys/unlink", "issuer", "https://issuer.example", "subject", "s");
        emmy.get(MINE + "/export");
        emmy.post(MINE + "/address", "address", "emmy@example.org", "password", PASSWORD);
        emmy.post(MINE + "/password", "password", PASSWORD, "new", OTHER);
        emmy.post(MINE + "/sessions/end", "session", "");
        emmy.post(MINE + "/delete", "password", "wrong");
        emmy.post(MINE + "/delete", "password", OTHER);
        assertThat(house.storage.readers().named("emmy")).isEmpty();
        String about = ": reader " + id + " ";
        assertThat(acts(Kind.ACCOUNT, Kind.SIGN_IN))
                .containsExactly(
                        id + " signed in by password" + about + "()",
                        id + " unlinked an identity" + about + "()",
                        id + " took the account's data along" + about + "()",
                        id + " gave another mail address" + about + "(to be confirmed)",
                        id + " changed the password" + about + "()",
                        id + " signed out elsewhere" + about + "(all other browsers)",
                        "? was refused by password" + about + "(asked for again)",
                        id + " deleted the account" + about + "()");
        assertThat(entries().toString())
                .doesNotContain(PASSWORD, OTHER, "example.org", emmy.cookie(), "emmy");
    }

    @Test
    void aNewPasswordByALinkIsWrittenDown() throws Exception {
        Signed emmy = joined("emmy");
        Secret secret = house.accounts.resetting(emmy.reader());
        house.post("/reset", Signed.form("token", secret.value(), "password", OTHER));
        assertThat(acts(Kind.ACCOUNT).getLast()).contains("set a new password", "(by a link)");
        assertThat(acts(Kind.SIGN_IN).getLast()).contains("signed in by link");
        assertThat(entries().toString()).doesNotContain(secret.value(), secret.hash(), OTHER);
    }

    @Test
    void invitationsAreFollowedFromTheirMakingToTheirUse() throws Exception {
        ada.post("/admin/members/invite", "role", "curator");
        String hash = house.accounts.invitations(9).getFirst().hash();
        String label = hash.substring(0, 10);
        ada.post("/admin/members/invite", "role", "reader", "address", "emmy@example.org");
        String link = house.mails.getLast().body().replaceAll("(?s).*(/invite/\\S+).*", "$1");
        var joined = house.post(link, Signed.form("name", "emmy", "password", PASSWORD));
        assertThat(joined.statusCode()).isEqualTo(303);
        ada.post("/admin/members/uninvite", "invitation", hash);
        ada.post("/admin/members/uninvite", "invitation", hash);
        assertThat(acts(Kind.PRIVATE))
                .hasSize(3)
                .startsWith("ada invited a curator: invitation " + label + " (by a link)")
                .endsWith("ada took back: invitation " + label + " ()");
        assertThat(acts(Kind.PRIVATE).get(1)).contains("ada invited a reader", "(by mail)");
        String used = acts(Kind.ACCOUNT).getFirst();
        String second = new Secret(link.replace("/invite/", "")).hash().substring(0, 10);
        assertThat(used).contains("used invitation " + second, "(as reader)");
        assertThat(entries().toString())
                .doesNotContain("example.org", link.replace("/invite/", ""), hash, PASSWORD);
    }

    @Test
    void rolesAndBlocksAreWrittenDown() throws Exception {
        Signed emmy = Signed.in(house, "emmy", Role.READER);
        String member = emmy.reader().id().value();
        ada.post("/admin/members/role", "member", member, "role", "curator");
        ada.post("/admin/members/block", "member", member, "blocked", "yes");
        assertThat(acts(Kind.PRIVATE))
                .containsExactly(
                        "ada gave the role curator: reader emmy (was reader)",
                        "ada blocked: reader emmy ()");
    }

    @Test
    void whatIsHiddenAndShownInItsThreadStandsInThePublicLogAndSettlesReports() throws Exception {
        Signed emmy = Signed.in(house, "emmy", Role.READER);
        emmy.post("/papers/" + Samples.MATHS + "/comments", "text", "Watches");
        Comment comment = house.storage.comments().by(emmy.reader().id()).getFirst();
        String url = Addresses.comment(Samples.MATHS, comment.id());
        Signed grace = Signed.in(house, "grace", Role.READER);
        grace.post(url + "/report", "reason", "spam");
        assertThat(house.storage.reports().countOpen()).isEqualTo(1);
        ada.post(url + "/hide", "reason", "an advertisement");
        ada.post(url + "/hide", "reason", "an advertisement");
        assertThat(house.storage.reports().countOpen()).isZero();
        ada.post(url + "/show");
        ada.post(url + "/show");
        assertThat(acts(Kind.PUBLIC))
                .containsExactly(
                        "ada hid: comment " + comment.id() + " (an advertisement)",
                        "ada showed again: comment " + comment.id() + " ()");
        assertThat(house.get("/moderation").body())
                .contains("A curator hid", "A curator showed again", "an advertisement")
                .doesNotContain("grace", "@ada", "r-ada");
    }

    @Test
    void theLogIsShownByKind() throws Exception {
        Signed emmy = joined("emmy");
        ada.post("/admin/members/block", "member", emmy.reader().id().value(), "blocked", "yes");
        house.storage
                .audit()
                .append(
                        new Act(
                                PageHouse.NOW,
                                Kind.OPERATOR,
                                null,
                                "",
                                "made the account",
                                new Subject("reader", emmy.reader().id().value()),
                                ""));
        String all = ada.get("/admin/audit").body();
        assertThat(all)
                .contains(
                        "@ada blocked</b> <a href=\"/readers/emmy\">@emmy</a>",
                        "@emmy signed in by password",
                        "from 127.0.0.1",
                        "The operator made the account",
                        "href=\"/admin/audit?kind=sign-ins\"");
        assertThat(ada.get("/admin/audit?kind=sign-ins").body())
                .contains(
                        "signed in by password",
                        "href=\"/admin/audit?kind=sign-ins\" aria-current=\"true\"")
                .doesNotContain("@ada blocked", "The operator");
        assertThat(ada.get("/admin/audit?kind=members").body())
                .contains("@ada blocked")
                .doesNotContain("signed in by password");
        assertThat(ada.get("/admin/audit?kind=operator").body()).contains("The operator made");
        assertThat(ada.get("/admin/audit?kind=decisions").body()).contains("Nothing was done yet");
        var unknown = ada.get("/admin/audit?kind=secrets");
        assertThat(unknown.statusCode()).isEqualTo(400);
        assertThat(unknown.body()).contains("secrets", "sign-ins, accounts, operator");
        assertThat(emmy.get("/admin/audit").statusCode()).isEqualTo(403);
    }

    @Test
    void aLongLogOfOneKindReadsOnInThatKind() throws Exception {
        for (int i = 0; i < 140; i++) {
            house.storage
                    .audit()
                    .append(
                            new Act(
                                    PageHouse.NOW,
                                    i % 10 == 0 ? Kind.PRIVATE : Kind.SIGN_IN,
                                    ada.reader().id(),
                                    "",
                                    "did",
                                    new Subject("thing", "t" + i),
                                    "number " + i + "."));
        }
        assertThat(ada.get("/admin/audit?kind=sign-ins").body())
                .contains("number 139.", "/admin/audit?kind=sign-ins&amp;before=")
                .doesNotContain("number 110.");
    }
}
