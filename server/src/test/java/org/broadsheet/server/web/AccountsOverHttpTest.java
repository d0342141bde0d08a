package org.broadsheet.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.broadsheet.account.Secret;
import org.broadsheet.account.Session;
import org.broadsheet.account.Ticket;
import org.broadsheet.house.HouseSettings;
import org.broadsheet.house.HouseSettings.Registration;
import org.broadsheet.moderation.AuditLog;
import org.broadsheet.reader.Reader;
import org.broadsheet.reader.Role;
import org.broadsheet.server.account.Accounts.Joining;
import org.broadsheet.server.security.SigningIn;
import org.broadsheet.server.web.page.Addresses;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Accounts as browsers meet them, over real HTTP.
class AccountsOverHttpTest {
    private static final String GOOD = "four green lamps";
    private static final String VOTE = Addresses.paper(Samples.MATHS) + "/vote";
    private static final String MINE = "/settings/account";

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

    private Reader add(String name, Role role) {
        return house.accounts.join(new Joining(name, "The " + name, GOOD, ""), role, "");
    }

    private void registration(Registration registration) {
        house.storage
                .house()
                .choose(new HouseSettings("Broadsheet", "", List.of(), List.of(), registration));
    }

    private static String form(String... pairs) {
        StringBuilder form = new StringBuilder();
        for (int i = 0; i < pairs.length; i += 2) {
            form.append(i == 0 ? "" : "&")
                    .append(pairs[i])
                    .append('=')
                    .append(URLEncoder.encode(pairs[i + 1], StandardCharsets.UTF_8));
        }
        return form.toString();
    }

    private HttpResponse<String> tryPassword(String name, String password, String... headers)
            throws Exception {
        return house.post("/sign-in", form("name", name, "password", password), headers);
    }

    private static String cookie(HttpResponse<String> answer) {
        Matcher set =
                Pattern.compile("(session=[^;]+);.*")
                        .matcher(answer.headers().firstValue("set-cookie").orElse(""));
        assertThat(set.matches()).as("a session cookie in " + answer.headers()).isTrue();
        return set.group(1);
    }

    private String signedIn(String name) throws Exception {
        return cookie(tryPassword(name, GOOD));
    }

    private static String to(HttpResponse<String> answer) {
        return answer.headers().firstValue("location").orElse("").replaceFirst("^http://[^/]+", "");
    }

    private String linkOfLastMail() {
        String body = house.mails.getLast().body();
        Matcher link = Pattern.compile("http://127\\.0\\.0\\.1:\\d+(/\\S+)").matcher(body);
        assertThat(link.find()).as(body).isTrue();
        return link.group(1);
    }

    private static String token(String link) {
        return link.replaceFirst(".*token=", "");
    }

    @Test
    void aKeptPageIsSentToItsReaderAlone() throws Exception {
        add("ada", Role.READER);
        add("emmy", Role.READER);
        String page = "/papers/date/2025-11-07";
        for (String name : List.of("ada", "emmy", "ada")) {
            var answer = house.get(page, "Cookie", signedIn(name));
            assertThat(answer.body()).contains(">The %s</a>".formatted(name));
            assertThat(answer.headers().firstValue("cache-control")).hasValue("private, no-cache");
        }
        assertThat(house.get(page).body()).contains(">Sign in</a>");
        String ended = signedIn("ada");
        house.post("/sign-out", "", "Cookie", ended);
        assertThat(house.get(page, "Cookie", ended).body()).contains(">Sign in</a>");
    }

    @Test
    void linksInMailsAndFeedsLeadToTheAddressThatTheWorldKnows() throws Exception {
        try (PageHouse here = PageHouse.known(Samples::few, "https://papers.example.org")) {
            var first =
                    here.post(
                            "/first",
                            form("name", "ada", "password", GOOD, "address", "ada@example.org"));
            assertThat(here.mails.getLast().body())
                    .contains("\nhttps://papers.example.org/confirm?token=")
                    .doesNotContain("127.0.0.1");
            here.post("/forgot", form("address", "ada@example.org"));
            here.mails.forEach(mail -> assertThat(mail.body()).doesNotContain("127.0.0.1"));
            assertThat(
                            here.post(
                                            "/admin/members/invite",
                                            "role=reader",
                                            "Cookie",
                                            cookie(first))
                                    .body())
                    .contains("https://papers.example.org/invite/");
            assertThat(here.get("/comments.atom").body())
                    .contains("https://papers.example.org/comments\"")
                    .doesNotContain("127.0.0.1");
        }
    }

    @Test
    void withTheFirstAccountTheHouseSwitchesOverWithoutARestart() throws Exception {
        try (PageHouse here = PageHouse.with(Samples::few)) {
            assertThat(here.post(VOTE, "value=up").statusCode()).isEqualTo(303);
            assertThat(here.get("/papers/date/2025-11-07").body()).doesNotContain("Sign in");
            var first = here.post("/first", form("name", "ada", "password", GOOD));
            assertThat(first.statusCode()).isEqualTo(303);
            assertThat(here.post(VOTE, "value=none").statusCode()).isEqualTo(403);
            assertThat(here.get("/papers/date/2025-11-07").body()).contains(">Sign in</a>");
            assertThat(here.get("/admin/house").statusCode()).isEqualTo(403);
            String cookie = cookie(first);
            assertThat(here.get("/admin/house", "Cookie", cookie).statusCode()).isEqualTo(200);
            assertThat(here.get("/papers/date/2025-11-07", "Cookie", cookie).body())
                    .contains(">ada</a>")
                    .doesNotContain(">Sign in</a>");
        }
    }

    @Test
    void theFirstAccountOfAHouseThatOthersReachNeedsTheCode() throws Exception {
        String code = house.accounts.firstCode().orElseThrow().value();
        var wrong = house.post("/first", form("name", "ada", "password", GOOD, "code", "X"));
        assertThat(wrong.statusCode()).isEqualTo(400);
        assertThat(wrong.body()).contains("The code is not right");
        assertThat(house.storage.readers().count()).isZero();
        var right = house.post("/first", form("name", "ada", "password", GOOD, "code", code));
        assertThat(right.statusCode()).isEqualTo(303);
        assertThat(house.storage.readers().named("ada").orElseThrow().role()).isEqualTo(Role.ADMIN);
        var again = house.post("/first", form("name", "eve", "password", GOOD, "code", code));
        assertThat(again.statusCode()).isEqualTo(400);
        assertThat(house.storage.readers().count()).isEqualTo(1);
    }

    @Test
    void theCookieIsForThisHostAndNotForScripts() throws Exception {
        add("ada", Role.ADMIN);
        String set = tryPassword("ada", GOOD).headers().firstValue("set-cookie").orElse("");
        assertThat(set)
                .matches(
                        "session=[A-Za-z0-9_-]{43}; Path=/; Max-Age=2592000; HttpOnly;"
                                + " SameSite=Lax");
    }

    @Test
    void theStoreHasTheHashOfTheSessionAlone() throws Exception {
        Reader ada = add("ada", Role.ADMIN);
        String secret = signedIn("ada").replace("session=", "");
        assertThat(house.storage.sessions().of(ada.id(), PageHouse.NOW))
                .extracting(Session::hash)
                .containsExactly(new Secret(secret).hash());
    }

    @Test
    void aPlantedSessionIsNotSignedInAndAnOldOneEndsAtTheNext() throws Exception {
        add("ada", Role.ADMIN);
        String planted = "session=" + "A".repeat(43);
        String first = cookie(tryPassword("ada", GOOD, "Cookie", planted));
        assertThat(first).isNotEqualTo(planted);
        assertThat(house.get(MINE, "Cookie", planted).statusCode()).isEqualTo(303);
        String second = cookie(tryPassword("ada", GOOD, "Cookie", first));
        assertThat(second).isNotEqualTo(first);
        assertThat(house.get(MINE, "Cookie", first).statusCode()).isEqualTo(303);
        assertThat(house.get(MINE, "Cookie", second).statusCode()).isEqualTo(200);
    }

    @Test
    void whoSignsOutIsSignedOutAtOnce() throws Exception {
        add("ada", Role.ADMIN);
        String cookie = signedIn("ada");
        assertThat(house.get(MINE, "Cookie", cookie).statusCode()).isEqualTo(200);
        var out = house.post("/sign-out", "", "Cookie", cookie);
        assertThat(out.headers().firstValue("set-cookie").orElse("")).contains("Max-Age=0");
        assertThat(house.get(MINE, "Cookie", cookie).statusCode()).isEqualTo(303);
    }

    @Test
    void aSessionThatAnotherNodeEndedIsOverAfterTheBoundAtLatest() throws Exception {
        Reader ada = add("ada", Role.ADMIN);
        String cookie = signedIn("ada");
        assertThat(house.get(MINE, "Cookie", cookie).statusCode()).isEqualTo(200);
        house.storage.sessions().endAllBut(ada.id(), "");
        house.clock.moveTo(PageHouse.NOW.plus(SigningIn.BELIEVED));
        assertThat(house.get(MINE, "Cookie", cookie).statusCode()).isEqualTo(303);
    }

    @Test
    void aSessionEndsAfterThirtyDays() throws Exception {
        add("ada", Role.ADMIN);
        String cookie = signedIn("ada");
        house.clock.moveTo(PageHouse.NOW.plus(Session.LIFE).minusSeconds(1));
        assertThat(house.get(MINE, "Cookie", cookie).statusCode()).isEqualTo(200);
        house.clock.moveTo(PageHouse.NOW.plus(Session.LIFE));
        assertThat(house.get(MINE, "Cookie", cookie).statusCode()).isEqualTo(303);
    }

    @Test
    void anotherBrowserIsSignedOutFromTheAccountPage() throws Exception {
        add("ada", Role.ADMIN);
        String here = signedIn("ada");
        String there = signedIn("ada");
        String hash = new Secret(there.replace("session=", "")).hash();
        assertThat(house.get(MINE, "Cookie", there).statusCode()).isEqualTo(200);
        var ended = house.post(MINE + "/sessions/end", form("session", hash), "Cookie", here);
        assertThat(ended.statusCode()).isEqualTo(303);
        assertThat(house.get(MINE, "Cookie", there).statusCode()).isEqualTo(303);
        assertThat(house.get(MINE, "Cookie", here).statusCode()).isEqualTo(200);
    }

    @Test
    void nobodyEndsTheSessionOfAnother() throws Exception {
        add("ada", Role.ADMIN);
        add("emmy", Role.READER);
        String ada = signedIn("ada");
        String hash = new Secret(ada.replace("session=", "")).hash();
        var tried =
                house.post(
                        MINE + "/sessions/end", form("session", hash), "Cookie", signedIn("emmy"));
        assertThat(tried.statusCode()).isEqualTo(404);
        assertThat(house.get(MINE, "Cookie", ada).statusCode()).isEqualTo(200);
    }

    @Test
    void theAnswerIsTheSameForAWrongPasswordAndAnUnknownName() throws Exception {
        add("ada", Role.ADMIN);
        var wrong = tryPassword("ada", "wrong password");
        var unknown = tryPassword("eva", "wrong password");
        assertThat(wrong.statusCode()).isEqualTo(401).isEqualTo(unknown.statusCode());
        assertThat(wrong.body().replace("ada", "eva")).isEqualTo(unknown.body());
        assertThat(wrong.headers().firstValue("set-cookie")).isEmpty();
    }

    @Test
    void whoTriesTooOftenIsToldHowOftenIsAccepted() throws Exception {
        add("ada", Role.ADMIN);
        for (int i = 0; i < 10; i++) {
            tryPassword("ada", "wrong password");
        }
        var limited = tryPassword("ada", GOOD);
        assertThat(limited.statusCode()).isEqualTo(429);
        assertThat(limited.body()).contains("10 times in 15 minutes");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://other.example/",
                "//other.example/",
                "/\\other.example/",
                "\\\\other.example",
                "/\tother",
                "/\r\nSet-Cookie: x=y",
                "javascript:alert(1)",
                "other.example",
                ""
            })
    void nobodyIsSentToAnotherSiteAfterSigningIn(String next) throws Exception {
        add("ada", Role.ADMIN);
        var answer = house.post("/sign-in", form("name", "ada", "password", GOOD, "next", next));
        assertThat(to(answer)).isEqualTo("/papers");
        assertThat(house.get("/sign-in?" + form("next", next)).body())
                .contains("name=\"next\" value=\"/papers\"");
    }

    @Test
    void whoSignsInGoesOnWhereTheyWere() throws Exception {
        add("ada", Role.ADMIN);
        var answer =
                house.post(
                        "/sign-in",
                        form("name", "ada", "password", GOOD, "next", "/papers/2510.00002"));
        assertThat(to(answer)).isEqualTo("/papers/2510.00002");
    }

    @Test
    void aFormOfAnotherSiteSignsNobodyIn() throws Exception {
        add("ada", Role.ADMIN);
        var answer = tryPassword("ada", GOOD, "Origin", "https://other.example");
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.headers().firstValue("set-cookie")).isEmpty();
    }

    @Test
    void readersVoteAndDoNoMoreCuratorsAndAdminsDo() throws Exception {
        add("ada", Role.ADMIN);
        add("cora", Role.CURATOR);
        Reader emmy = add("emmy", Role.READER);
        String reader = signedIn("emmy");
        String curator = signedIn("cora");
        assertThat(house.post(VOTE, "value=up", "Cookie", reader).statusCode()).isEqualTo(303);
        assertThat(house.storage.votes().by(emmy.id())).hasSize(1);
        String decide = form("paper", Samples.MATHS.value(), "decision", "in");
        assertThat(house.post("/wire/decisions", decide, "Cookie", reader).statusCode())
                .isEqualTo(403);
        assertThat(house.post("/wire/decisions", decide, "Cookie", curator).statusCode())
                .isEqualTo(303);
        assertThat(house.get("/admin/members", "Cookie", curator).statusCode()).isEqualTo(403);
        assertThat(house.get("/admin/members", "Cookie", signedIn("ada")).statusCode())
                .isEqualTo(200);
        assertThat(house.get("/admin/members").statusCode()).isEqualTo(403);
    }

    @Test
    void aBlockedReaderReadsTakesTheirDataAndLeavesAndDoesNothingElse() throws Exception {
        add("ada", Role.ADMIN);
        Reader emmy = add("emmy", Role.READER);
        String cookie = signedIn("emmy");
        var blocked =
                house.post(
                        "/admin/members/block",
                        form("member", emmy.id().value(), "blocked", "yes"),
                        "Cookie",
                        signedIn("ada"));
        assertThat(blocked.statusCode()).isEqualTo(303);
        assertThat(house.post(VOTE, "value=up", "Cookie", cookie).statusCode()).isEqualTo(403);
        assertThat(house.storage.votes().by(emmy.id())).isEmpty();
        assertThat(house.get(MINE, "Cookie", cookie).body()).contains("Blocked since");
        assertThat(house.post(MINE + "/name", form("shown", "New"), "Cookie", cookie).statusCode())
                .isEqualTo(400);
        assertThat(house.get(MINE + "/export", "Cookie", cookie).statusCode()).isEqualTo(200);
        assertThat(
                        house.post(MINE + "/delete", form("password", GOOD), "Cookie", cookie)
                                .statusCode())
                .isEqualTo(303);
        assertThat(house.storage.readers().get(emmy.id())).isEmpty();
    }

    @Test
    void anybodyRegistersWhereTheHouseIsOpenAndNobodyElsewhere() throws Exception {
        add("ada", Role.ADMIN);
        String typed = form("name", "Emmy", "password", GOOD, "address", "emmy@example.org");
        assertThat(house.post("/register", typed).statusCode()).isEqualTo(403);
        assertThat(house.get("/register").body()).contains("by invitation");
        registration(Registration.CLOSED);
        assertThat(house.post("/register", typed).statusCode()).isEqualTo(403);
        registration(Registration.OPEN);
        var joined = house.post("/register", typed + "&role=ADMIN");
        assertThat(joined.statusCode()).isEqualTo(303);
        Reader emmy = house.storage.readers().named("emmy").orElseThrow();
        assertThat(emmy.role()).isEqualTo(Role.READER);
        assertThat(house.get(MINE, "Cookie", cookie(joined)).body()).contains("@emmy");
        var taken = house.post("/register", typed);
        assertThat(taken.statusCode()).isEqualTo(400);
        assertThat(taken.body()).contains("is taken").doesNotContain(GOOD);
    }

    @Test
    void anAddressIsConfirmedByAButtonOnce() throws Exception {
        add("ada", Role.ADMIN);
        registration(Registration.OPEN);
        house.post(
                "/register", form("name", "emmy", "password", GOOD, "address", "emmy@example.org"));
        String link = linkOfLastMail();
        assertThat(link).startsWith("/confirm?token=");
        house.get(link);
        assertThat(house.storage.credentials().at("emmy@example.org")).isEmpty();
        var confirmed = house.post("/confirm", form("token", token(link)));
        assertThat(confirmed.statusCode()).isEqualTo(200);
        assertThat(house.storage.credentials().at("emmy@example.org")).isPresent();
        assertThat(house.post("/confirm", form("token", token(link))).statusCode()).isEqualTo(400);
    }

    private Reader withAddress(String name, String address) {
        Reader reader = add(name, Role.ADMIN);
        house.storage.credentials().await(reader.id(), address);
        house.storage.credentials().confirm(reader.id(), address);
        return reader;
    }

    @Test
    void theAnswerIsTheSameForKnownAndUnknownAddresses() throws Exception {
        withAddress("ada", "ada@example.org");
        var known = house.post("/forgot", form("address", "ada@example.org"));
        var unknown = house.post("/forgot", form("address", "eva@example.org"));
        assertThat(known.statusCode()).isEqualTo(200).isEqualTo(unknown.statusCode());
        assertThat(known.body()).isEqualTo(unknown.body());
        assertThat(house.mails).hasSize(1);
    }

    @Test
    void aPasswordIsSetAnewByMailOnceAndSignsOutEverywhere() throws Exception {
        withAddress("ada", "ada@example.org");
        String before = signedIn("ada");
        house.post("/forgot", form("address", "ada@example.org"));
        String link = linkOfLastMail();
        assertThat(house.get(link).body()).contains("A new password for @ada");
        String token = token(link);
        var common = house.post("/reset", form("token", token, "password", "password1"));
        assertThat(common.statusCode()).isEqualTo(400);
        String another = "seven tin whistles";
        var set = house.post("/reset", form("token", token, "password", another));
        assertThat(set.statusCode()).isEqualTo(303);
        assertThat(house.get(MINE, "Cookie", before).statusCode()).isEqualTo(303);
        assertThat(house.get(MINE, "Cookie", cookie(set)).statusCode()).isEqualTo(200);
        assertThat(tryPassword("ada", GOOD).statusCode()).isEqualTo(401);
        assertThat(tryPassword("ada", another).statusCode()).isEqualTo(303);
        assertThat(house.post("/reset", form("token", token, "password", GOOD)).statusCode())
                .isEqualTo(400);
    }

    @Test
    void aLinkToSetAPasswordWorksForAnHourAndTheOneBeforeItNoMore() throws Exception {
        withAddress("ada", "ada@example.org");
        house.post("/forgot", form("address", "ada@example.org"));
        String first = linkOfLastMail();
        house.post("/forgot", form("address", "ada@example.org"));
        String second = linkOfLastMail();
        assertThat(house.get(first).statusCode()).isEqualTo(400);
        assertThat(house.get(second).statusCode()).isEqualTo(200);
        house.clock.moveTo(PageHouse.NOW.plus(Ticket.Purpose.RESET.life()));
        assertThat(house.get(second).statusCode()).isEqualTo(400);
        assertThat(
                        house.post("/reset", form("token", token(second), "password", GOOD + "s"))
                                .statusCode())
                .isEqualTo(400);
    }

    @Test
    void anInvitationMakesOneAccountOfItsRole() throws Exception {
        add("ada", Role.ADMIN);
        String admin = signedIn("ada");
        String page =
                house.post("/admin/members/invite", form("role", "curator"), "Cookie", admin)
                        .body();
        Matcher shown = Pattern.compile("(/invite/[A-Za-z0-9_-]+)").matcher(page);
        assertThat(shown.find()).isTrue();
        String link = shown.group(1);
        assertThat(house.get("/admin/members", "Cookie", admin).body()).doesNotContain(link);
        assertThat(house.get(link).body()).contains("You are invited");
        var refused = house.post(link, form("name", "ada", "password", GOOD));
        assertThat(refused.body()).contains("is taken");
        var joined = house.post(link, form("name", "cora", "password", GOOD));
        assertThat(joined.statusCode()).isEqualTo(303);
        assertThat(house.storage.readers().named("cora").orElseThrow().role())
                .isEqualTo(Role.CURATOR);
        assertThat(house.post(link, form("name", "eve", "password", GOOD)).statusCode())
                .isEqualTo(404);
        assertThat(house.get(link).statusCode()).isEqualTo(404);
    }

    @Test
    void whatTakesAnAccountAsksForThePassword() throws Exception {
        add("ada", Role.ADMIN);
        String cookie = signedIn("ada");
        for (String path : List.of("/address", "/password", "/delete")) {
            var tried =
                    house.post(
                            MINE + path,
                            form(
                                    "password",
                                    "wrong one",
                                    "new",
                                    "seven tin whistles",
                                    "address",
                                    "eve@example.org"),
                            "Cookie",
                            cookie);
            assertThat(tried.statusCode()).as(path).isEqualTo(400);
            assertThat(tried.body()).contains("That is not your password");
        }
        assertThat(house.mails).isEmpty();
        assertThat(tryPassword("ada", GOOD).statusCode()).isEqualTo(303);
    }

    @Test
    void anotherPasswordSignsOutAllOtherBrowsers() throws Exception {
        add("ada", Role.ADMIN);
        String here = signedIn("ada");
        String there = signedIn("ada");
        assertThat(house.get(MINE, "Cookie", there).statusCode()).isEqualTo(200);
        var changed =
                house.post(
                        MINE + "/password",
                        form("password", GOOD, "new", "seven tin whistles"),
                        "Cookie",
                        here);
        assertThat(changed.statusCode()).isEqualTo(303);
        assertThat(house.get(MINE, "Cookie", there).statusCode()).isEqualTo(303);
        assertThat(house.get(MINE, "Cookie", here).statusCode()).isEqualTo(200);
    }

    @Test
    void whoLeavesTakesTheirVotesAlong() throws Exception {
        add("ada", Role.ADMIN);
        Reader emmy = add("emmy", Role.READER);
        String cookie = signedIn("emmy");
        house.post(VOTE, "value=up", "Cookie", cookie);
        String export = house.get(MINE + "/export", "Cookie", cookie).body();
        assertThat(export)
                .contains("\"name\" : \"emmy\"", Samples.MATHS.value())
                .doesNotContain("argon2", new Secret(cookie.replace("session=", "")).hash());
        var left = house.post(MINE + "/delete", form("password", GOOD), "Cookie", cookie);
        assertThat(left.statusCode()).isEqualTo(303);
        assertThat(house.storage.votes().of(List.of(Samples.MATHS))).isEmpty();
        assertThat(house.storage.readers().get(emmy.id())).isEmpty();
        assertThat(house.get(MINE, "Cookie", cookie).statusCode()).isEqualTo(303);
        assertThat(tryPassword("emmy", GOOD).statusCode()).isEqualTo(401);
    }

    @Test
    void theLastAdminStaysWhileOthersHaveAccounts() throws Exception {
        Reader ada = add("ada", Role.ADMIN);
        add("emmy", Role.READER);
        String cookie = signedIn("ada");
        var left = house.post(MINE + "/delete", form("password", GOOD), "Cookie", cookie);
        assertThat(left.statusCode()).isEqualTo(400);
        assertThat(left.body()).contains("last active admin");
        var down =
                house.post(
                        "/admin/members/role",
                        form("member", ada.id().value(), "role", "reader"),
                        "Cookie",
                        cookie);
        assertThat(down.statusCode()).isEqualTo(400);
        assertThat(house.storage.readers().get(ada.id())).contains(ada);
    }

    @Test
    void whatAdminsDoToMembersIsWrittenDown() throws Exception {
        Reader ada = add("ada", Role.ADMIN);
        Reader emmy = add("emmy", Role.READER);
        house.post(
                "/admin/members/role",
                form("member", emmy.id().value(), "role", "curator"),
                "Cookie",
                signedIn("ada"));
        assertThat(house.storage.readers().get(emmy.id()).orElseThrow().role())
                .isEqualTo(Role.CURATOR);
        var entries = house.storage.audit().before(AuditLog.END, Set.of(AuditLog.Kind.PRIVATE), 9);
        assertThat(entries).hasSize(1);
        assertThat(entries.getFirst().act().who()).isEqualTo(ada.id());
        assertThat(entries.getFirst().act().action()).isEqualTo("gave the role curator");
    }

    @Test
    void pagesOfAccountsAreKeptByNobody() throws Exception {
        add("ada", Role.ADMIN);
        String cookie = signedIn("ada");
        for (String path :
                List.of("/sign-in", "/forgot", "/reset?token=x", MINE, MINE + "/export")) {
            var answer = house.get(path, "Cookie", path.startsWith(MINE) ? cookie : "a=b");
            assertThat(answer.headers().firstValue("cache-control")).as(path).contains("no-store");
        }
        assertThat(
                        house.get("/papers/date/2025-11-07", "Cookie", cookie)
                                .headers()
                                .firstValue("cache-control"))
                .contains("private, no-cache");
    }

    @Test
    void whatIsTypedComesBackEscaped() throws Exception {
        add("ada", Role.ADMIN);
        registration(Registration.OPEN);
        String wild = "\"><script>alert(1)</script>";
        var answer =
                house.post(
                        "/register",
                        form(
                                "name",
                                wild,
                                "shown",
                                wild,
                                "address",
                                wild,
                                "password",
                                wild,
                                "next",
                                wild));
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).doesNotContain("<script>alert");
    }

    @Test
    void theUseOfASessionIsWrittenAtMostOnceAMinute() throws Exception {
        Reader ada = add("ada", Role.ADMIN);
        String cookie = signedIn("ada");
        house.clock.moveTo(PageHouse.NOW.plusSeconds(59));
        house.get(MINE, "Cookie", cookie);
        assertThat(seen(ada)).isEqualTo(PageHouse.NOW);
        house.clock.moveTo(PageHouse.NOW.plus(Duration.ofMinutes(1)));
        house.get(MINE, "Cookie", cookie);
        assertThat(seen(ada)).isEqualTo(PageHouse.NOW.plusSeconds(60));
    }

    private Instant seen(Reader reader) {
        return house.storage.sessions().of(reader.id(), PageHouse.NOW).getFirst().seen();
    }
}
