package org.broadsheet.server.cache;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPInputStream;
import org.broadsheet.change.Change.Kind;
import org.broadsheet.edition.Tally;
import org.broadsheet.paper.Origin;
import org.broadsheet.paper.Paper;
import org.broadsheet.paper.PaperId;
import org.broadsheet.paper.SourceName;
import org.broadsheet.server.security.Who;
import org.broadsheet.server.trial.Papers;
import org.broadsheet.server.trial.RawHttp;
import org.broadsheet.server.trial.TestHouse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

@TestInstance(Lifecycle.PER_CLASS)
class CacheTest {
    private static final Instant NEVER = Instant.MAX;
    private static final AtomicInteger MADE = new AtomicInteger();

    @SuppressWarnings("NullAway.Init") // by start
    private TestHouse house;

    private long counted;

    @BeforeAll
    void start() {
        house = TestHouse.start(Counting.class, Arriving.class);
        Papers.few(house.storage);
    }

    /// Every page depends on votes, so a new count empties the shelf.
    @BeforeEach
    void forget() {
        house.clock.moveTo(Instant.parse("2025-11-07T18:00:00Z"));
        countAnew();
        MADE.set(0);
    }

    @AfterAll
    void end() {
        house.close();
    }

    private void countAnew() {
        Instant now = house.clock.instant();
        house.storage
                .tallies()
                .keep(List.of(new Tally(Papers.FULL, Tally.Kind.VOTES, "test", ++counted, now)));
    }

    @Test
    void anAnswerIsMadeOnceAndSentAgain() throws Exception {
        var first = house.get("/page");
        var second = house.get("/page");
        assertThat(second.body()).isEqualTo(first.body()).startsWith("made 1 ");
        assertThat(second.headers().map())
                .usingRecursiveComparison()
                .ignoringFields("date")
                .isEqualTo(first.headers().map());
    }

    @Test
    void everyHeaderOfSecurityComesAlong() throws Exception {
        house.get("/page");
        assertThat(house.get("/page").headers().firstValue("content-security-policy"))
                .hasValueSatisfying(policy -> assertThat(policy).contains("default-src 'none'"));
    }

    @Test
    void aChangeOfItsKindEndsIt() throws Exception {
        house.get("/page");
        countAnew();
        assertThat(house.get("/page").body()).startsWith("made 2 ");
    }

    @Test
    void aChangeOfAnotherKindLeavesIt() throws Exception {
        house.get("/page");
        house.storage.papers().keep(List.of(paper("2511.00009")));
        assertThat(house.get("/page").body()).startsWith("made 1 ");
    }

    @Test
    void aChangeWhileItIsMadeEndsItToo() throws Exception {
        Counting.meanwhile = this::countAnew;
        assertThat(house.get("/page").body()).startsWith("made 1 ");
        assertThat(house.get("/page").body()).startsWith("made 2 ");
        assertThat(house.get("/page").body()).startsWith("made 2 ");
    }

    @Test
    void itsMomentEndsIt() throws Exception {
        house.get("/today");
        house.clock.moveTo(Instant.parse("2025-11-08T02:29:59Z"));
        assertThat(house.get("/today").body()).startsWith("made 1 ");
        house.clock.moveTo(Instant.parse("2025-11-08T02:30:00Z"));
        assertThat(house.get("/today").body()).startsWith("made 2 ");
    }

    @Test
    void anAnswerThatIsOverIsMadeOnceHoweverManyAskForIt() throws Exception {
        house.get("/page");
        countAnew();
        int readers = 12;
        Arriving.expected = new CountDownLatch(readers);
        Counting.meanwhile = Arriving::awaitAll;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<String> reading = () -> house.get("/page").body();
            for (Future<String> answer : threads.invokeAll(Collections.nCopies(readers, reading))) {
                assertThat(answer.get()).startsWith("made 2 ");
            }
        }
        assertThat(MADE).hasValue(2);
    }

    @Test
    void whoWaitedForAnAnswerThatIsNotKeptMakesTheirOwn() throws Exception {
        house.get("/going");
        countAnew();
        int readers = 3;
        Arriving.expected = new CountDownLatch(readers);
        Counting.meanwhile = Arriving::awaitAll;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<Integer> reading = () -> house.get("/going").statusCode();
            for (Future<Integer> answer :
                    threads.invokeAll(Collections.nCopies(readers, reading))) {
                assertThat(answer.get()).isEqualTo(404);
            }
        }
        assertThat(MADE).hasValue(1 + readers);
    }

    @Test
    void compressedAndPlainAreOneAnswerWithTwoTags() throws Exception {
        var plain = house.get("/page");
        var packed = house.bytes("/page", "Accept-Encoding", "br, gzip;q=0.8");
        assertThat(packed.headers().firstValue("content-encoding")).hasValue("gzip");
        assertThat(packed.headers().firstValue("vary").orElseThrow()).contains("Accept-Encoding");
        assertThat(unpack(packed.body())).isEqualTo(plain.body());
        assertThat(packed.body().length).isLessThan(plain.body().length() / 2);
        assertThat(packed.headers().firstValue("etag"))
                .isNotEqualTo(plain.headers().firstValue("etag"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "gzip | true", "deflate, gzip, br | true", "gzip;q=1.0 | true", "gzip;q=0 | false",
                "gzip; q=0.0, br | false", "br | false", "identity | false", "'' | false"
            })
    void gzipIsSentToWhoeverAcceptsIt(String header, boolean isAccepted) {
        assertThat(Finished.acceptsGzip(header)).isEqualTo(isAccepted);
    }

    @Test
    void whoHasItIsTold() throws Exception {
        String tag = house.get("/page").headers().firstValue("etag").orElseThrow();
        assertThat(house.get("/page", "If-None-Match", tag).statusCode()).isEqualTo(304);
        assertThat(house.get("/page", "If-None-Match", "*").statusCode()).isEqualTo(304);
        assertThat(house.get("/page", "If-None-Match", "\"other\"").statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "Authorization,Bearer x",
        "Accept,text/markdown",
        "HX-Request,true",
        "X-Forwarded-For,203.0.113.9"
    })
    void whatAsksOtherwiseIsNotSentTheUsualAnswer(String header, String value) throws Exception {
        house.get("/page");
        assertThat(house.get("/page", header, value).body()).startsWith("made 2 ");
    }

    @Test
    void linksInAnswersNameTheHostThatWasAskedFor() throws Exception {
        house.get("/page");
        assertThat(RawHttp.ask(house.port(), "GET /page HTTP/1.1", "Host: localhost"))
                .contains("made 2 ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/page?p=1", "/page?q=x&p=2", "/page?p"})
    void knownParametersAreKeptApart(String path) throws Exception {
        house.get("/page");
        assertThat(house.get(path).body()).startsWith("made 2 ");
        assertThat(house.get(path).body()).startsWith("made 2 ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/page?utm=1", "/page?p=1&x=2", "/page?q=%s"})
    void otherParametersAreNotKept(String path) throws Exception {
        String asked = path.replace("%s", "long".repeat(200));
        assertThat(house.get(asked).body()).startsWith("made 1 ");
        assertThat(house.get(asked).body()).startsWith("made 2 ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/unmarked", "/cookie", "/missing", "/once"})
    void whatMayNotBeKeptIsMadeEachTime(String path) throws Exception {
        house.get(path);
        var second = house.get(path);
        assertThat(MADE).hasValue(2);
        assertThat(second.body()).startsWith("made 2 ");
    }

    @Test
    void whatIsSentOnceIsCompressedToo() throws Exception {
        var packed = house.bytes("/once", "Accept-Encoding", "gzip");
        assertThat(packed.headers().firstValue("content-encoding")).hasValue("gzip");
        assertThat(unpack(packed.body())).startsWith("made 1 ");
    }

    @Test
    void writingIsNeverAnsweredFromTheShelf() throws Exception {
        house.get("/page");
        var answer = house.send("POST", "/page", "Origin", "http://127.0.0.1:" + house.port());
        assertThat(answer.body()).isEqualTo("written");
    }

    @Test
    void theShelfHoldsItsLimitAndKeepsWhatIsAskedFor() {
        Shelf shelf = new Shelf(100_000);
        Key first = key(0);
        shelf.put(first, kept());
        for (int i = 1; i < 100; i++) {
            shelf.put(key(i), kept());
            assertThat(shelf.get(first)).isNotNull();
            assertThat(shelf.sizeBytes()).isLessThanOrEqualTo(100_000);
        }
        assertThat(shelf.get(key(1))).isNull();
        assertThat(shelf.get(key(99))).isNotNull();
    }

    private static Key key(int number) {
        return new Key(Who.VISITOR, "localhost", "/" + number, "", Key.Dress.USUAL);
    }

    private static Shelf.Kept kept() {
        return new Shelf.Kept(
                Finished.of("text/plain", List.of(), new byte[5_000], Finished.Effort.SOON),
                Reuse.ONCE,
                0);
    }

    private static Paper paper(String id) {
        return Paper.of(PaperId.of(id), "Another", new Origin(SourceName.HOSTED_DAILY, Papers.DAY))
                .build();
    }

    private static String unpack(byte[] bytes) throws IOException {
        try (var gzip = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            return new String(gzip.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /// Pages that say how many were made.
    @Controller
    static class Counting {
        static volatile Runnable meanwhile = () -> {};

        @GetMapping("/page")
        void page(HttpServletRequest request, HttpServletResponse response) throws IOException {
            Reuse.whileUnchanged(NEVER, Kind.VOTE, Kind.EDITION).mark(request);
            write(response);
        }

        @GetMapping("/today")
        void today(HttpServletRequest request, HttpServletResponse response) throws IOException {
            Reuse.whileUnchanged(Instant.parse("2025-11-08T02:30:00Z"), Kind.VOTE).mark(request);
            write(response);
        }

        /// There the first time, gone afterwards.
        @GetMapping("/going")
        void going(HttpServletRequest request, HttpServletResponse response) throws IOException {
            Reuse.whileUnchanged(NEVER, Kind.VOTE).mark(request);
            response.setStatus(MADE.get() == 0 ? 200 : 404);
            write(response);
        }

        @GetMapping("/once")
        void once(HttpServletRequest request, HttpServletResponse response) throws IOException {
            Reuse.ONCE.mark(request);
            write(response);
        }

        @GetMapping("/cookie")
        void cookie(HttpServletRequest request, HttpServletResponse response) throws IOException {
            Reuse.whileUnchanged(NEVER, Kind.VOTE).mark(request);
            response.addHeader("Set-Cookie", "a=b");
            write(response);
        }

        @GetMapping("/missing")
        void missing(HttpServletRequest request, HttpServletResponse response) throws IOException {
            Reuse.whileUnchanged(NEVER, Kind.VOTE).mark(request);
            response.setStatus(404);
            write(response);
        }

        @GetMapping("/unmarked")
        void unmarked(HttpServletResponse response) throws IOException {
            write(response);
        }

        @PostMapping("/page")
        void written(HttpServletResponse response) throws IOException {
            response.getWriter().write("written");
        }

        private static void write(HttpServletResponse response) throws IOException {
            response.setContentType("text/plain;charset=utf-8");
            Runnable once = meanwhile;
            meanwhile = () -> {};
            once.run();
            response.getWriter()
                    .write("made " + MADE.incrementAndGet() + " é " + "x".repeat(2_000));
        }
    }

    /// Sees every request before the shelf does.
    @Configuration(proxyBeanMethods = false)
    static class Arriving {
        static volatile CountDownLatch expected = new CountDownLatch(0);

        @Bean
        FilterRegistrationBean<Filter> arriving() {
            var filter =
                    new FilterRegistrationBean<Filter>((request, response, chain) -> {
                        expected.countDown();
                        chain.doFilter(request, response);
                    });
            filter.setOrder(Ordered.HIGHEST_PRECEDENCE);
            return filter;
        }

        static void awaitAll() {
            try {
                assertThat(expected.await(1, TimeUnit.MINUTES)).isTrue();
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }
    }
}
