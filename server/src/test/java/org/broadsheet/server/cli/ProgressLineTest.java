package org.broadsheet.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class ProgressLineTest {
    private final StringWriter written = new StringWriter();
    private Instant now = Instant.parse("2026-11-23T12:00:00Z");
    private final Clock clock = ((InstantSource) () -> now).withZone(ZoneOffset.UTC);

    @Test
    void aTerminalGetsOneLineThatIsDrawnOver() {
        ProgressLine line = line(60);

        line.show("importing", 0, 4_000_000);
        wait(Duration.ofSeconds(10));
        line.show("importing", 1_000_000, 4_000_000);

        assertThat(written.toString())
                .doesNotContain("\n")
                .contains("\rimporting [#")
                .contains(" 25 %, 100 k/s, 30 s left");
    }

    @Test
    void aTerminalIsRedrawnTenTimesASecondAtMost() {
        ProgressLine line = line(60);

        for (int i = 0; i < 1_000; i++) {
            line.show("importing", i, 1_000);
            wait(Duration.ofMillis(1));
        }

        assertThat(written.toString().chars().filter(letter -> letter == '\r').count())
                .isEqualTo(10);
    }

    @Test
    void theLineFitsTheTerminal() {
        for (int width : new int[] {2, 10, 20, 40, 80}) {
            written.getBuffer().setLength(0);
            ProgressLine line = line(width);
            line.show("importing", 1, 1_000_000);
            wait(Duration.ofSeconds(3));
            line.show("importing", 500_000, 1_000_000);

            assertThat(written.toString().split("\r")).allMatch(drawn -> drawn.length() < width);
        }
    }

    @Test
    void clearingLeavesNothingBehind() {
        ProgressLine line = line(60);
        line.show("importing", 1, 2);
        int drawn = written.toString().length() - 1;

        line.clear();

        assertThat(written.toString()).endsWith("\r" + " ".repeat(drawn) + "\r");
    }

    @Test
    void elsewhereAPlainLineComesEveryFewSeconds() {
        ProgressLine line = line(0);

        for (int second = 0; second < 12; second++) {
            line.show("importing", second, 12);
            wait(Duration.ofSeconds(1));
        }

        assertThat(written.toString().lines()).hasSize(2);
        assertThat(written.toString()).startsWith("importing 41 %").doesNotContain("\r");
    }

    @Test
    void withoutAKnownTotalItCounts() {
        line(60).show("importing", 1_234, 0);

        assertThat(written.toString()).isEqualTo("\rimporting 1,234");
    }

    private ProgressLine line(int width) {
        return new ProgressLine(new PrintWriter(written), width, clock);
    }

    private void wait(Duration time) {
        now = now.plus(time);
    }
}
