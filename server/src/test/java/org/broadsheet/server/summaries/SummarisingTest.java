package org.broadsheet.server.summaries;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.broadsheet.edition.EditionClock;
import org.broadsheet.edition.Submission;
import org.broadsheet.enrichment.Enricher;
import org.broadsheet.enrichment.Enrichment;
import org.broadsheet.paper.Origin;
import org.broadsheet.paper.Paper;
import org.broadsheet.paper.PaperId;
import org.broadsheet.paper.SourceName;
import org.broadsheet.paper.Summary;
import org.broadsheet.server.trial.MovableClock;
import org.broadsheet.storage.InMemoryStorage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class SummarisingTest {
    private static final Instant NOW = Instant.parse("2025-11-07T12:00:00Z");
    private static final LocalDate DAY = LocalDate.of(2025, 11, 7);
    private static final String GOOD =
            "{\"choices\":[{\"message\":{\"role\":\"assistant\",\"content\":\"Sheep were counted.\"}}]}";

    private final InMemoryStorage storage = new InMemoryStorage();
    private final MovableClock clock = new MovableClock(NOW);
    private final Queue<Played> played = new ArrayDeque<>();
    private final List<String> asked = new ArrayList<>();
    private final List<String> keys = new ArrayList<>();
    private final CountDownLatch end = new CountDownLatch(1);
    private final HttpServer server;
    private final ModelEndpoint model;
    private final Summarising summarising;

    /// An answer that the server gives once; a status of 0 is none at all.
    private record Played(int status, String body, String retryAfter) {}

    SummarisingTest() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newCachedThreadPool(Thread.ofPlatform().daemon().factory()));
        URI address = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/v1/");
        model =
                new ModelEndpoint(
                        new ModelEndpoint.Place(address, "sheep-7b", "s3cret"),
                        Duration.ofSeconds(2));
        summarising = new Summarising(model, storage, EditionClock.DEFAULT, clock, () -> {});
        storage.papers().keep(List.of(paper(1), paper(2)));
        storage.editions()
                .submit(
                        List.of(
                                new Submission(id(1), DAY, NOW, "", "reader"),
                                new Submission(id(2), DAY, NOW.plusSeconds(1), "", "reader")));
        server.createContext("/v1/chat/completions", this::play);
        server.start();
    }

    @AfterEach
    void close() {
        end.countDown();
        model.close();
        server.stop(0);
    }

    private void play(HttpExchange exchange) throws IOException {
        asked.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        keys.add(String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
        Played answer = Objects.requireNonNullElse(played.poll(), new Played(200, GOOD, ""));
        if (answer.status() == 0) {
            awaitEnd();
            exchange.close();
            return;
        }
        byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
        if (!answer.retryAfter().isEmpty()) {
            exchange.getResponseHeaders().set("Retry-After", answer.retryAfter());
        }
        exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private void awaitEnd() {
        try {
            end.await();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void papersOfTheLatestEditionsAreSummarisedUnderTheModelsName() {
        all();
        assertThat(summary(1))
                .isEqualTo(
                        new Summary(
                                "Sheep were counted.", "", Summary.Writer.HOUSE_MODEL, "sheep-7b"));
        assertThat(summary(2)).isNotNull();
        assertThat(asked).hasSize(2).allMatch(one -> one.contains("\"model\":\"sheep-7b\""));
        assertThat(asked).anyMatch(one -> one.contains("Counting sheep 1"));
        assertThat(keys).containsOnly("Bearer s3cret");
        all();
        assertThat(asked).hasSize(2);
    }

    @Test
    void itTakesThePlaceOfAnExtractAndNoOneElses() {
        Paper paper = storage.papers().get(id(1)).orElseThrow();
        storage.papers().keep(List.of(new Enrichment(new Enricher()).of(paper).orElseThrow()));
        Summary ours = new Summary("Ours.", "", Summary.Writer.BROADSHEET);
        storage.papers()
                .keep(
                        List.of(
                                Paper.of(
                                                id(2),
                                                "Counting sheep 2",
                                                new Origin(SourceName.FIRST_EDITION, DAY))
                                        .summary(ours)
                                        .build()));
        all();
        assertThat(Objects.requireNonNull(summary(1)).by()).isEqualTo(Summary.Writer.HOUSE_MODEL);
        assertThat(summary(2)).isEqualTo(ours);
        assertThat(asked).hasSize(1);
        Paper summarised = storage.papers().get(id(1)).orElseThrow();
        new Enrichment(new Enricher())
                .of(summarised)
                .ifPresent(again -> storage.papers().keep(List.of(again)));
        assertThat(Objects.requireNonNull(summary(1)).by()).isEqualTo(Summary.Writer.HOUSE_MODEL);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "no JSON at all",
                "",
                "[]",
                "{\"error\":{\"message\":\"out of sheep\"}}",
                "{\"choices\":[]}",
                "{\"choices\":[{\"message\":{\"content\":\"  \"}}]}",
                "{\"choices\":[{\"message\":{\"content\":null}}]}"
            })
    void anAnswerThatIsNoneFailsItsPaperAndTheOtherGoesOn(String body) {
        played.add(new Played(200, body, ""));
        all();
        assertThat(summaries()).hasSize(1);
        assertThat(asked).hasSize(2);
        all();
        assertThat(asked).hasSize(2);
        clock.moveTo(NOW.plus(Duration.ofMinutes(5)));
        all();
        assertThat(summaries()).hasSize(2);
    }

    @Test
    void anOverlongAnswerIsNoSummary() {
        played.add(new Played(200, GOOD.replace("counted", "x".repeat(2_000)), ""));
        all();
        assertThat(summaries()).hasSize(1);
    }

    @Test
    void aServerThatNeverAnswersFailsItsPaperAndTheOtherGoesOn() {
        played.add(new Played(0, "", ""));
        all();
        assertThat(asked).hasSize(2);
        assertThat(summaries()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 503, 500, 401})
    void aBusyOrUnwillingServerIsLeftInPeaceForAsLongAsItSays(int status) {
        played.add(new Played(status, "{}", "600"));
        all();
        assertThat(asked).hasSize(1);
        clock.moveTo(NOW.plus(Duration.ofMinutes(9)));
        all();
        assertThat(asked).hasSize(1);
        clock.moveTo(NOW.plus(Duration.ofMinutes(11)));
        all();
        assertThat(summaries()).hasSize(2);
    }

    @Test
    void aPaperThatAlwaysFailsIsLeftAlone() {
        for (int i = 0; i < 20; i++) {
            played.add(new Played(400, "{\"error\":\"too woolly\"}", ""));
        }
        for (int hour = 0; hour < 100; hour += 7) {
            clock.moveTo(NOW.plus(Duration.ofHours(hour)));
            all();
        }
        assertThat(asked).hasSize(2 * Summarising.MOST_ATTEMPTS);
        assertThat(summaries()).isEmpty();
    }

    @Test
    void aServerThatIsNotThereIsNoReasonToStop() {
        server.stop(0);
        all();
        assertThat(summaries()).isEmpty();
        assertThat(asked).isEmpty();
    }

    @Test
    void theKeyIsNeverShown() {
        assertThat(new ModelEndpoint.Place(URI.create("http://a/v1"), "m", "s3cret").toString())
                .doesNotContain("s3cret");
    }

    private void all() {
        for (int i = 0; i < 10 && !summarising.due().isEmpty(); i++) {
            summarising.next();
        }
    }

    private @org.jspecify.annotations.Nullable Summary summary(int n) {
        return storage.papers().get(id(n)).orElseThrow().summary();
    }

    private List<Summary> summaries() {
        List<Summary> all = new ArrayList<>();
        for (int n = 1; n <= 2; n++) {
            Summary one = summary(n);
            if (one != null) {
                all.add(one);
            }
        }
        return all;
    }

    private static PaperId id(int n) {
        return PaperId.of("2511.%05d".formatted(n));
    }

    private static Paper paper(int n) {
        return Paper.of(id(n), "Counting sheep " + n, new Origin(SourceName.ARXIV_OAI, DAY))
                .abstractText("We count sheep. It helps.")
                .published(DAY)
                .build();
    }
}
