package org.broadsheet.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.broadsheet.edition.EditionClock;
import org.broadsheet.reader.ReaderId;
import org.broadsheet.run.RunId;
import org.broadsheet.run.RunStore.Outcome;
import org.broadsheet.run.RunStore.Outcome.Cancelled;
import org.broadsheet.run.RunStore.Outcome.Done;
import org.broadsheet.server.trial.Papers;
import org.broadsheet.server.trial.TestHouse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/// Which changes end a page that is kept.
@TestInstance(Lifecycle.PER_CLASS)
class KeepingTest {
    @SuppressWarnings("NullAway.Init") // by start
    private TestHouse house;

    private int runs;

    @BeforeAll
    void start() {
        house = TestHouse.start(Counting.class);
        Papers.few(house.storage);
    }

    @AfterAll
    void end() {
        house.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/until-changed", "/shortly"})
    void aRunThatIsDoneEndsIt(String path) throws Exception {
        String before = house.get(path).body();
        assertThat(house.get(path).body()).isEqualTo(before);
        endARun(new Done("report", "summary", Map.of()));
        assertThat(house.get(path).body()).isNotEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/until-changed", "/shortly"})
    void aRunThatIsOnlyAskedForBegunAndCancelledLeavesIt(String path) throws Exception {
        String before = house.get(path).body();
        endARun(new Cancelled());
        assertThat(house.get(path).body()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/until-changed", "/shortly"})
    void aVoteEndsIt(String path) throws Exception {
        String before = house.get(path).body();
        ReaderId reader = new ReaderId("reader" + path.length());
        house.storage.votes().cast(reader, Papers.FULL, house.clock.instant());
        assertThat(house.get(path).body()).isNotEqualTo(before);
    }

    private void endARun(Outcome outcome) {
        RunId run = new RunId("%012x".formatted(++runs));
        house.storage.runs().ask(run, Papers.FULL, "", house.clock.instant());
        assertThat(house.storage.runs().begin(run, house.clock.instant())).isTrue();
        assertThat(house.storage.runs().end(run, outcome, house.clock.instant())).isTrue();
    }

    /// Pages that say how many were made.
    @Controller
    static class Counting {
        private final AtomicInteger made = new AtomicInteger();
        private final Keeping keeping;

        Counting(EditionClock editionClock, Clock clock) {
            keeping = new Keeping(editionClock, Readiness.none(), clock);
        }

        @GetMapping("/until-changed")
        void untilChanged(HttpServletRequest request, HttpServletResponse response)
                throws IOException {
            keeping.untilChanged(request);
            write(response);
        }

        @GetMapping("/shortly")
        void shortly(HttpServletRequest request, HttpServletResponse response) throws IOException {
            keeping.shortly(request);
            write(response);
        }

        private void write(HttpServletResponse response) throws IOException {
            response.setContentType("text/plain;charset=utf-8");
            response.getWriter().write("made " + made.incrementAndGet());
        }
    }
}
