package org.broadsheet.server.sources.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Exchanger;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.broadsheet.source.Manner;
import org.broadsheet.source.SourceTrouble;
import org.broadsheet.source.Web;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PoliteWebTest {
    private static final Instant NOW = Instant.parse("2025-11-07T12:00:00Z");
    private static final Manner MANNER =
            new Manner(
                    "A test",
                    URI.create("http://example.org/"),
                    Duration.ofSeconds(3),
                    Manner.Proof.DOCUMENTED);

    private final List<Duration> waited = Collections.synchronizedList(new ArrayList<>());

    private PoliteWeb web() {
        return web(
                new Patience(
                        4,
                        Duration.ofSeconds(2),
                        Duration.ofMinutes(5),
                        Duration.ofSeconds(60),
                        100_000));
    }

    private PoliteWeb web(Patience patience) {
        return new PoliteWeb("papers@example.org", patience, InstantSource.fixed(NOW), waited::add);
    }

    private static String body(Web.Answer answer) {
        return new String(answer.body(), StandardCharsets.UTF_8);
    }

    private static Web.Answer get(PoliteWeb web, URI address) throws Exception {
        return web.asking(MANNER).get(address, Map.of());
    }

    @Test
    void itSaysWhoAsks() throws Exception {
        try (PlayedServer server =
                        new PlayedServer((_, out) ->
                                PlayedServer.send(out, 200, "yes", "Content-Type", "text/plain"));
                PoliteWeb web = web()) {
            Web.Answer answer =
                    web.asking(MANNER).get(server.at("/a?b=c"), Map.of("Accept", "x/y"));

            assertThat(body(answer)).isEqualTo("yes");
            assertThat(answer.contentType()).isEqualTo("text/plain");
            PlayedServer.Asked asked = server.asked().getFirst();
            assertThat(asked.header("User-agent"))
                    .startsWith("Broadsheet/")
                    .contains("contact papers@example.org");
            assertThat(asked.header("Accept")).isEqualTo("x/y");
            assertThat(asked.header("Accept-encoding")).isEqualTo("gzip");
        }
    }

    @Test
    void betweenTwoRequestsToAHostThereIsThePause() throws Exception {
        try (PlayedServer server =
                        new PlayedServer((_, out) -> PlayedServer.send(out, 200, "yes"));
                PoliteWeb web = web()) {
            get(web, server.at("/1"));
            get(web, server.at("/2"));
            get(web, server.at("/3"));

            assertThat(waited).containsExactly(Duration.ofSeconds(3), Duration.ofSeconds(3));
        }
    }

    /// Each request waits a while for company before it is answered. Whoever has got the answer may
    /// ask again at once, so nothing is counted after it.
    @Test
    void oneRequestIsUnderWayAtATime() throws Exception {
        Exchanger<String> company = new Exchanger<>();
        AtomicInteger met = new AtomicInteger();
        try (PlayedServer server =
                        new PlayedServer((_, out) -> {
                            if (isMet(company)) {
                                met.incrementAndGet();
                            }
                            PlayedServer.send(out, 200, "yes");
                        });
                PoliteWeb web = web();
                ExecutorService threads = Executors.newFixedThreadPool(8)) {
            Callable<Web.Answer> asking = () -> get(web, server.at("/"));
            for (Future<Web.Answer> one : threads.invokeAll(Collections.nCopies(16, asking))) {
                one.get();
            }

            assertThat(server.asked()).hasSize(16);
            assertThat(met).hasValue(0);
        }
    }

    private static boolean isMet(Exchanger<String> company) {
        try {
            company.exchange("here", 50, TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException _) {
            return false;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "120, 120",
        "0, 2",
        "'Fri, 07 Nov 2025 12:01:30 GMT', 90",
        "'Fri, 07 Nov 2025 11:00:00 GMT', 2",
        "soon, 2"
    })
    void aBusyServerIsAskedAgainWhenItWishes(String header, long seconds) throws Exception {
        AtomicInteger times = new AtomicInteger();
        try (PlayedServer server =
                        new PlayedServer((_, out) -> {
                            if (times.incrementAndGet() == 1) {
                                PlayedServer.send(out, 503, "busy", "Retry-After", header);
                            } else {
                                PlayedServer.send(out, 200, "yes");
                            }
                        });
                PoliteWeb web = web()) {
            assertThat(body(get(web, server.at("/")))).isEqualTo("yes");
            assertThat(waited).contains(Duration.ofSeconds(seconds));
        }
    }

    @Test
    void aServerThatWishesToBeLeftAloneForLongIs() throws Exception {
        try (PlayedServer server =
                        new PlayedServer((_, out) ->
                                PlayedServer.send(out, 429, "no", "Retry-After", "86400"));
                PoliteWeb web = web()) {
            assertThatThrownBy(() -> get(web, server.at("/")))
                    .isInstanceOfSatisfying(
                            SourceTrouble.class,
                            trouble ->
                                    assertThat(trouble.remedy())
                                            .isEqualTo(SourceTrouble.Remedy.AGAIN))
                    .hasMessageContaining("left alone for 1440 min");
            assertThat(server.asked()).hasSize(1);
        }
    }

    @Test
    void theWaitGrowsWithEachFailureAndTheAttemptsEnd() throws Exception {
        try (PlayedServer server = new PlayedServer((_, out) -> PlayedServer.send(out, 503, "no"));
                PoliteWeb web = web()) {
            assertThatThrownBy(() -> get(web, server.at("/")))
                    .hasMessageContaining("status 503, 4 times in a row");
            assertThat(waited)
                    .containsSubsequence(
                            Duration.ofSeconds(2), Duration.ofSeconds(4), Duration.ofSeconds(8));
            assertThat(server.asked()).hasSize(4);
        }
    }

    @Test
    void aConnectionCutInMidBodyIsAskedAgain() throws Exception {
        AtomicInteger times = new AtomicInteger();
        String whole = "x".repeat(50_000);
        try (PlayedServer server =
                        new PlayedServer((_, out) -> {
                            if (times.incrementAndGet() < 3) {
                                PlayedServer.cut(out, whole);
                            } else {
                                PlayedServer.send(out, 200, whole);
                            }
                        });
                PoliteWeb web = web()) {
            assertThat(body(get(web, server.at("/")))).isEqualTo(whole);
            assertThat(times).hasValue(3);
        }
    }

    @Test
    void aServerThatSaysNothingIsNotWaitedForForever() throws Exception {
        CountDownLatch end = new CountDownLatch(1);
        try (PlayedServer server =
                        new PlayedServer((_, out) -> {
                            out.sendResponseHeaders(200, 1_000);
                            out.getResponseBody().write(1);
                            out.getResponseBody().flush();
                            await(end);
                        });
                PoliteWeb web =
                        web(
                                new Patience(
                                        2,
                                        Duration.ZERO,
                                        Duration.ZERO,
                                        Duration.ofMillis(300),
                                        9_999))) {
            assertThatThrownBy(() -> get(web, server.at("/")))
                    .isInstanceOf(SourceTrouble.class)
                    .hasMessageContaining("no whole answer within");
            end.countDown();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void nobodyThereIsTroubleThatNamesTheAddress() throws Exception {
        int free;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            free = socket.getLocalPort();
        }
        try (PoliteWeb web = web()) {
            URI address = URI.create("http://127.0.0.1:" + free + "/oai");
            assertThatThrownBy(() -> get(web, address))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining(address.toString());
        }
    }

    @Test
    void packedAnswersAreUnpacked() throws Exception {
        byte[] packed = PlayedServer.packed("a packed answer");
        try (PlayedServer server =
                        new PlayedServer((_, out) -> PlayedServer.sendPacked(out, packed));
                PoliteWeb web = web()) {
            assertThat(body(get(web, server.at("/")))).isEqualTo("a packed answer");
        }
    }

    @Test
    void damagedPackedAnswersAreAskedForAgain() throws Exception {
        AtomicInteger times = new AtomicInteger();
        byte[] packed = PlayedServer.packed("a packed answer ".repeat(100));
        try (PlayedServer server =
                        new PlayedServer((_, out) ->
                                PlayedServer.sendPacked(
                                        out,
                                        times.incrementAndGet() == 1
                                                ? Arrays.copyOf(packed, packed.length - 12)
                                                : packed));
                PoliteWeb web = web()) {
            assertThat(body(get(web, server.at("/")))).startsWith("a packed answer");
            assertThat(times).hasValue(2);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void anAnswerLongerThanAcceptedIsRefusedPackedOrNot(boolean isPacked) throws Exception {
        String bomb = "0".repeat(2_000_000);
        byte[] packed = PlayedServer.packed(bomb);
        try (PlayedServer server =
                        new PlayedServer((_, out) -> {
                            if (isPacked) {
                                PlayedServer.sendPacked(out, packed);
                            } else {
                                PlayedServer.send(out, 200, bomb);
                            }
                        });
                PoliteWeb web = web()) {
            assertThatThrownBy(() -> get(web, server.at("/")))
                    .isInstanceOf(SourceTrouble.class)
                    .hasMessageContaining("longer than the 100,000 bytes");
            assertThat(server.asked()).hasSize(1);
        }
    }

    @Test
    void whatWasNotModifiedIsNotSentAgain() throws Exception {
        try (PlayedServer server =
                        new PlayedServer((asked, out) -> {
                            if (asked.header("If-none-match").equals("\"v1\"")) {
                                PlayedServer.send(out, 304, "");
                            } else {
                                PlayedServer.send(
                                        out, 200, "feed", "ETag", "\"v1\"", "Content-Type", "a/b");
                            }
                        });
                PoliteWeb web = web()) {
            get(web, server.at("/rss"));
            Web.Answer again = get(web, server.at("/rss"));

            assertThat(body(again)).isEqualTo("feed");
            assertThat(again.status()).isEqualTo(200);
            assertThat(again.contentType()).isEqualTo("a/b");
        }
    }

    @Test
    void redirectsAreFollowedButNotForever() throws Exception {
        try (PlayedServer server =
                        new PlayedServer((asked, out) -> {
                            switch (asked.address().getPath()) {
                                case "/old" ->
                                        PlayedServer.send(out, 301, "", "Location", "/new?q=1");
                                case "/new" -> PlayedServer.send(out, 200, "here");
                                default -> PlayedServer.send(out, 302, "", "Location", "/loop");
                            }
                        });
                PoliteWeb web = web()) {
            assertThat(body(get(web, server.at("/old")))).isEqualTo("here");
            assertThatThrownBy(() -> get(web, server.at("/loop")))
                    .hasMessageContaining("leads on and on");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"file:///etc/passwd", "ftp://example.org/x", "jar:file:/x!/y", "/relative"})
    void onlyHttpIsAsked(String address) {
        try (PoliteWeb web = web()) {
            assertThatThrownBy(() -> get(web, URI.create(address)))
                    .isInstanceOf(SourceTrouble.class)
                    .hasMessageContaining("http:// or https://");
        }
    }

    @Test
    void aRedirectToAFileIsRefused() throws Exception {
        try (PlayedServer server =
                        new PlayedServer((_, out) ->
                                PlayedServer.send(out, 302, "", "Location", "file:///etc/passwd"));
                PoliteWeb web = web()) {
            assertThatThrownBy(() -> get(web, server.at("/")))
                    .hasMessageContaining("cannot ask \"file:///etc/passwd\"");
        }
    }

    @Test
    void notFoundIsAnAnswerAndOtherStatusesAreTrouble() throws Exception {
        try (PlayedServer server =
                        new PlayedServer((asked, out) ->
                                PlayedServer.send(
                                        out,
                                        Integer.parseInt(asked.address().getPath().substring(1)),
                                        "because"));
                PoliteWeb web = web()) {
            assertThat(get(web, server.at("/404")).status()).isEqualTo(404);
            assertThatThrownBy(() -> get(web, server.at("/403")))
                    .isInstanceOfSatisfying(
                            SourceTrouble.class,
                            trouble ->
                                    assertThat(trouble.remedy())
                                            .isEqualTo(SourceTrouble.Remedy.OTHERWISE))
                    .hasMessageContaining("status 403: because");
        }
    }
}
