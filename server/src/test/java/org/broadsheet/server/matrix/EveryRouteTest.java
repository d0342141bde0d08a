package org.broadsheet.server.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.broadsheet.paper.PaperId;
import org.broadsheet.server.trial.RawHttp;
import org.broadsheet.vote.Vote;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Who may take which route, for all of both, generated from the table in [Entry]; the routes
/// themselves come from Spring, so that none is forgotten.
@TestInstance(Lifecycle.PER_CLASS)
class EveryRouteTest {
    /// Where the server itself sends what failed.
    private static final Set<String> NOT_FOR_ASKING = Set.of(" /error");

    /// Requests that prove by other means where they come from, or change nothing.
    private static final Set<String> WITHOUT_ORIGIN =
            Set.of(
                    "POST /csp-reports",
                    "POST /owner/commands/{name}",
                    "POST /digest/{pass}/unsubscribe");

    @SuppressWarnings("NullAway.Init") // by start
    private WholeHouse house;

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        house = WholeHouse.open(folder);
    }

    @AfterAll
    void end() {
        house.close();
    }

    @Test
    void everyRouteIsInTheTableAndNoOther() {
        Set<String> routes = house.routes();
        routes.removeAll(NOT_FOR_ASKING);
        Set<String> table = new TreeSet<>(Entry.ALL.stream().map(Entry::route).toList());
        assertThat(table)
                .as("the table in Entry; a new route needs a line there")
                .containsExactlyElementsOf(routes);
    }

    static Stream<Arguments> everyEntryByEveryRole() {
        return Entry.ALL.stream()
                .flatMap(entry ->
                        Arrays.stream(Role.values()).map(role -> Arguments.of(entry, role)));
    }

    @ParameterizedTest(name = "{1}: {0}")
    @MethodSource("everyEntryByEveryRole")
    void aRouteIsOpenToWhomTheTableSaysAndToNobodyElse(Entry entry, Role role) throws Exception {
        HttpResponse<String> answer = house.send(entry, role, "Sec-Fetch-Site", "same-origin");
        assertThat(answer.statusCode()).isLessThan(500);
        assertThat(isRefused(answer))
                .as("%s by %s was answered %d", entry, role, answer.statusCode())
                .isEqualTo(!entry.allowed().contains(role));
    }

    /// With 401 or 403, or by being led to where one signs in.
    private static boolean isRefused(HttpResponse<String> answer) {
        String to = answer.headers().firstValue("location").orElse("");
        return answer.statusCode() == 401 || answer.statusCode() == 403 || to.contains("/sign-in");
    }

    static Stream<Entry> everyChange() {
        return Entry.ALL.stream()
                .filter(Entry::isPost)
                .filter(entry -> !WITHOUT_ORIGIN.contains(entry.route()));
    }

    @ParameterizedTest
    @MethodSource("everyChange")
    void noChangeIsTakenFromAnotherSitesPage(Entry entry) throws Exception {
        List<String[]> foreign =
                List.of(
                        new String[] {"Origin", "https://other.example"},
                        new String[] {"Origin", "null"},
                        new String[] {"Sec-Fetch-Site", "cross-site"},
                        new String[] {"Sec-Fetch-Site", "same-site"},
                        new String[] {});
        for (String[] headers : foreign) {
            HttpResponse<String> answer = house.send(entry, Role.ADMIN, headers);
            assertThat(answer.statusCode()).as(String.join(": ", headers)).isEqualTo(403);
        }
    }

    @Test
    void aFormCannotSayForWhomOrWhenAVoteIs() throws Exception {
        PaperId paper = PaperId.of("2407.11970");
        Entry vote =
                Entry.post(
                        "",
                        Role.SIGNED_IN,
                        "/papers/" + paper + "/vote",
                        "value=up&reader=emmy&castAt=2001-01-01T00:00:00Z&paper=2008.02217&role=ADMIN");
        assertThat(house.send(vote, Role.READER, "Sec-Fetch-Site", "same-origin").statusCode())
                .isEqualTo(303);
        List<Vote> kept = house.house().storage().votes().of(List.of(paper));
        assertThat(kept)
                .extracting(Vote::reader)
                .containsExactly(house.roles().reader(Role.READER).id());
        assertThat(kept.getFirst().castAt().toString()).doesNotStartWith("2001");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/../../etc/passwd",
                "/%2e%2e/%2e%2e/etc/passwd",
                "/..%2f..%2f..%2fetc%2fpasswd",
                "/%252e%252e%252fetc%252fpasswd",
                "/..;/..;/etc/passwd",
                "/fonts/../application.properties",
                "/fonts/..%2fapplication.properties",
                "/fonts/%2e%2e/application.properties",
                "/fonts/..%5capplication.properties",
                "/fonts//../application.properties",
                "/application.properties",
                "/logback.xml",
                "/WEB-INF/web.xml",
                "/META-INF/MANIFEST.MF",
                "/file:/etc/passwd",
                "/papers/../../etc/passwd.md",
                "/papers/..%2f..%2f..%2fetc%2fpasswd.md",
                "/lab/runs/0123456789ab/..%2f..%2f..%2f..%2fetc%2fpasswd",
                "/lab/runs/..%2f..%2fetc/passwd",
                "/authors/..%2f..%2fbroadsheet.yaml",
                "/owner.json",
                "/broadsheet.sqlite"
            })
    void noPathLeadsOutOfWhatIsServed(String path) throws Exception {
        String answer =
                RawHttp.ask(
                        house.port(),
                        "GET " + path + " HTTP/1.1",
                        "Host: localhost",
                        "Cookie: " + house.roles().cookie(Role.ADMIN));
        assertThat(answer)
                .matches("(?s)HTTP/1\\.1 (?:400|404) .*")
                .doesNotContain(
                        "root:",
                        "spring.main",
                        "Manifest-Version",
                        "<configuration",
                        "SQLite format");
    }
}
