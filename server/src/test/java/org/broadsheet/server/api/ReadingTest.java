package org.broadsheet.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.broadsheet.reader.ReaderId;
import org.broadsheet.server.trial.Papers;
import org.broadsheet.server.trial.RawHttp;
import org.broadsheet.server.trial.TestHouse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@TestInstance(Lifecycle.PER_CLASS)
class ReadingTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Pattern NEXT =
            Pattern.compile("<http://127\\.0\\.0\\.1:\\d+(/[^>]*)>; rel=\"next\"");

    @SuppressWarnings("NullAway.Init") // by start
    private TestHouse few;

    @SuppressWarnings("NullAway.Init") // by start
    private TestHouse many;

    @BeforeAll
    void start() {
        few = TestHouse.start();
        Papers.few(few.storage);
        few.storage.votes().cast(ReaderId.LOCAL, Papers.FULL, few.clock.instant());
        many = TestHouse.start();
        Papers.many(many.storage, 20, 11);
    }

    @AfterAll
    void end() {
        few.close();
        many.close();
    }

    @Test
    void anEntryHasTheHostedPagesShape() throws Exception {
        var answer = few.get("/api/daily_papers?date=2025-11-07&limit=1");
        assertThat(answer.headers().firstValue("content-type"))
                .hasValue("application/json;charset=utf-8");
        Golden.check("entry.json", answer.body());
    }

    @Test
    void aPaperHasTheHostedPagesShape() throws Exception {
        Golden.check("paper.json", few.get("/api/papers/2511.00001").body());
    }

    @Test
    void aPaperWithHardlyAFactIsStillWhole() throws Exception {
        JsonNode entry = json(few.get("/api/daily_papers?date=2025-11-07").body()).get(1);
        assertThat(entry.at("/paper/id").asString()).isEqualTo("cs/9809007");
        assertThat(entry.at("/paper/authors").isArray()).isTrue();
        assertThat(entry.at("/paper/upvotes").asInt()).isZero();
        assertThat(entry.at("/summary").asString()).isEmpty();
        assertThat(entry.at("/publishedAt").asString()).isEqualTo("2025-11-07T02:30:00.000Z");
        assertThat(entry.at("/broadsheet/rank").asInt()).isEqualTo(2);
        assertThat(entry.has("submittedBy")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2511.00001",
                "2511.00001v2",
                "arXiv:2511.00001",
                "2511.1",
                "cs/9809007",
                "cs%2F9809007",
                "cs/9809007v1",
                "doi:10.1000/(sici)1;2-3/4",
                "doi%3A10.1000%2F(SICI)1%3B2-3%2F4"
            })
    void everyFormOfAnIdIsUnderstood(String id) throws Exception {
        assertThat(few.get("/api/papers/" + id).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2511.99999", "nonsense", "..%2Fetc", "2511.00001/x", "a%0ab"})
    void anUnknownPaperIsNotFound(String id) throws Exception {
        var answer = few.get("/api/papers/" + id);
        assertThat(answer.statusCode()).isIn(404, 400);
        assertThat(json(answer.body()).get("error").asString()).isNotEmpty();
        assertThat(answer.headers().firstValue("x-error-code")).isPresent();
        assertThat(answer.headers().firstValue("x-error-message")).isPresent();
        assertThat(answer.headers().firstValue("x-request-id")).isPresent();
    }

    @Test
    void theErrorOfAnUnknownPaperSaysWhatIsAccepted() throws Exception {
        var answer = few.get("/api/papers/2511.99999");
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body())
                .startsWith(
                        "{\"error\":\"no paper \\\"2511.99999\\\" here; accepted is an arXiv id");
        assertThat(answer.headers().firstValue("x-error-code")).hasValue("PaperNotFound");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/api/daily_papers?date=2025-13-07 | 2025-11-07",
                "/api/daily_papers?date=yesterday | 2025-11-07",
                "/api/daily_papers?week=2025-W60 | 2025-W45",
                "/api/daily_papers?month=2025 | 2025-11",
                "/api/daily_papers?date=2025-11-07&week=2025-W45 | only one of",
                "/api/daily_papers?limit=0 | from 1 to 100",
                "/api/daily_papers?limit=101 | from 1 to 100",
                "/api/daily_papers?limit=ten | from 1 to 100",
                "/api/daily_papers?p=-1 | from 0 to",
                "/api/daily_papers?p=99999999999 | from 0 to",
                "/api/daily_papers?sort=best | publishedAt, trending",
                "/api/daily_papers?asof=then | 2025-11-07T12:00Z",
                "/api/papers?limit=1000 | from 1 to 100",
                "/api/papers?cursor=xyz | Link header",
                "/api/papers/search | 1 to 250 characters",
                "/api/papers/search?q= | 1 to 250 characters",
                "/api/papers/search?q=a&limit=121 | from 1 to 120",
                "/api/papers/search?q=author: | accepted is a name",
                "/api/papers/search?q=a&explain=yes | 0, 1",
                "/api/papers/search?q=%ff%zz | cannot be decoded",
            })
    void whatCannotBeReadIsABadRequestThatSaysWhatIsAccepted(String path, String accepted)
            throws Exception {
        String answer = RawHttp.ask(few.port(), "GET " + path + " HTTP/1.1", "Host: localhost");
        assertThat(answer)
                .startsWith("HTTP/1.1 400")
                .contains(
                        "{\"error\":",
                        "X-Error-Message: ",
                        "X-Error-Code: ",
                        "X-Request-Id: ",
                        accepted);
    }

    @Test
    void aQueryMayHave250Characters() throws Exception {
        assertThat(few.get("/api/papers/search?q=" + "a".repeat(250)).body()).isEqualTo("[]");
        assertThat(few.get("/api/papers/search?q=" + "a".repeat(251)).statusCode()).isEqualTo(400);
    }

    @Test
    void unknownParametersAreIgnored() throws Exception {
        assertThat(few.get("/api/daily_papers?date=2025-11-07&utm_source=x").body())
                .isEqualTo(few.get("/api/daily_papers?date=2025-11-07").body());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/daily_papers?p=100", "/api/daily_papers?date=2001-01-01",
                "/api/daily_papers?date=2025-11-07&p=1", "/api/daily_papers?sort=trending&p=9",
                "/api/daily_papers?submitter=nobody"
            })
    void aPageWithNothingOnItIsAnEmptyList(String path) throws Exception {
        assertThat(few.get(path).body()).isEqualTo("[]");
        assertThat(few.get(path).headers().firstValue("link")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"date=2025-11-07", "week=2025-W45", "month=2025-11", "sort=trending"})
    void everyPeriodHasItsList(String period) throws Exception {
        JsonNode entries = json(few.get("/api/daily_papers?" + period).body());
        assertThat(entries.get(0).at("/paper/id").asString()).isEqualTo("2511.00001");
        assertThat(entries.get(0).at("/broadsheet/reason").asString()).isNotEmpty();
        assertThat(entries.size()).isBetween(2, 3);
    }

    @Test
    void aPastMomentIsShownAsItWas() throws Exception {
        JsonNode then =
                json(few.get("/api/daily_papers?date=2025-11-07&asof=2025-11-07T11:00Z").body());
        assertThat(then.get(0).at("/paper/upvotes").asInt()).isZero();
    }

    @Test
    void followingTheLinksOfAllDaysMeetsEveryPaperOnce() throws Exception {
        List<String> met = follow("/api/daily_papers?limit=25");
        assertThat(met).hasSize(220).doesNotHaveDuplicates();
        assertThat(met.getFirst()).startsWith("2511.07");
        assertThat(met.getLast()).startsWith("2508.04");
    }

    @Test
    void theLinksOfASubmitterStayWithIt() throws Exception {
        assertThat(follow("/api/daily_papers?limit=100&submitter=reader-one")).hasSize(220);
    }

    @Test
    void followingTheCursorsMeetsEveryPaperOnceNewestFirst() throws Exception {
        List<String> met = follow("/api/papers?limit=37");
        assertThat(met).hasSize(220).doesNotHaveDuplicates();
        assertThat(met.getFirst()).startsWith("2511.07");
    }

    @Test
    void searchExplainsItselfWhenAsked() throws Exception {
        JsonNode plain = json(few.get("/api/papers/search?q=heads").body()).get(0);
        JsonNode explained = json(few.get("/api/papers/search?q=heads&explain=1").body()).get(0);
        assertThat(plain.at("/broadsheet").has("explain")).isFalse();
        assertThat(explained.at("/broadsheet/explain/score").asDouble()).isEqualTo(0.016);
        assertThat(explained.at("/broadsheet/explain/parts/0/list").asString()).isEqualTo("words");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/daily_papers",
                "/api/papers",
                "/api/papers/2511.00001",
                "/api/papers/search?q=heads"
            })
    void headIsGetWithoutABody(String path) throws Exception {
        var get = few.get(path);
        var head = few.send("HEAD", path);
        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
        assertThat(head.headers().firstValue("etag")).isEqualTo(get.headers().firstValue("etag"));
        assertThat(head.headers().firstValue("content-length"))
                .isEqualTo(get.headers().firstValue("content-length"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/daily_papers",
                "/api/papers",
                "/api/papers/2511.00001",
                "/api/papers/search?q=heads"
            })
    void whoHasTheAnswerIsNotSentItAgain(String path) throws Exception {
        var first = few.get(path);
        String tag = first.headers().firstValue("etag").orElseThrow();
        assertThat(first.headers().firstValue("cache-control")).hasValue("no-cache");
        var again = few.get(path, "If-None-Match", "W/\"x\", " + tag);
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "DELETE", "PATCH"})
    void otherMethodsAreToldWhichAreAllowed(String method) throws Exception {
        var answer = few.send(method, "/api/daily_papers");
        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(answer.headers().firstValue("allow")).hasValue("GET, HEAD, OPTIONS");
        assertThat(answer.body()).contains("accepted are GET and HEAD");
    }

    @Test
    void anUnknownRouteNamesTheOnesThereAre() throws Exception {
        var answer = few.get("/api/nothing/here");
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("/api/daily_papers", "/api/papers/search");
    }

    private List<String> follow(String first) throws Exception {
        List<String> met = new ArrayList<>();
        Optional<String> next = Optional.of(first);
        while (next.isPresent()) {
            var answer = many.get(next.get());
            for (JsonNode entry : json(answer.body())) {
                met.add(
                        entry.has("paper")
                                ? entry.at("/paper/id").asString()
                                : entry.get("id").asString());
            }
            next = answer.headers().firstValue("link").map(ReadingTest::next);
        }
        return met;
    }

    private static String next(String link) {
        Matcher parts = NEXT.matcher(link);
        assertThat(parts.matches()).as(link).isTrue();
        return parts.group(1);
    }

    private static JsonNode json(String text) {
        return JSON.readTree(text);
    }
}
