package org.broadsheet.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// What becomes of a run whose house is killed while it goes on.
@Timeout(300)
class KilledLabTest {
    private static final String PAPER = "2407.11970";
    private static final String[] RUN = {
        "lab", "run", PAPER, "--set", "seeds=1", "--set", "orbits=4"
    };

    @Test
    void itsProcessEndsNoReportIsLeftAndTheNextHouseRunsItAgain(@TempDir Path home)
            throws Exception {
        ProcessHandle run;
        try (Child house = start(home)) {
            run = untilItRuns(house);
            house.kill();
        }
        // The run hears that nobody listens any more.
        run.onExit().get(1, TimeUnit.MINUTES);
        assertThat(run.isAlive()).isFalse();
        Child.Ended again = Child.run(home, words(home));
        assertThat(again.err()).doesNotContain("failed");
        assertThat(again.exitCode()).isEqualTo(ExitCode.DONE);
        assertThat(again.out()).contains("measured:");
    }

    @Test
    void aWorkerTakesItOverAndItsReportAnswersTheSameRun(@TempDir Path home) throws Exception {
        try (Child house = start(home)) {
            untilItRuns(house);
            house.kill();
        }
        try (Child worker = Child.start(home, List.of(), "worker", "--home", home.toString())) {
            untilItRuns(worker).onExit().get(2, TimeUnit.MINUTES);
        }
        Instant closed = Instant.now();
        Child.Ended again = Child.run(home, words(home, "--json"));
        assertThat(again.exitCode()).isEqualTo(ExitCode.DONE);
        assertThat(started(again.out())).isBefore(closed);
    }

    /// When the run began whose report this is.
    private static Instant started(String report) {
        Matcher started = Pattern.compile("\"started\":\"([^\"]+)\"").matcher(report);
        assertThat(started.find()).as(report).isTrue();
        return Instant.parse(started.group(1));
    }

    private static String[] words(Path home, String... more) {
        Stream<String> there = Stream.of("--home", home.toString());
        return Stream.of(Stream.of(RUN), there, Stream.of(more))
                .flatMap(words -> words)
                .toArray(String[]::new);
    }

    private static Child start(Path home) throws Exception {
        return Child.start(home, List.of(), words(home));
    }

    /// Waits for the run's own process.
    private static ProcessHandle untilItRuns(Child house) throws Exception {
        while (house.process().isAlive() && !Thread.interrupted()) {
            Optional<ProcessHandle> run =
                    house.process().descendants().filter(KilledLabTest::isARun).findFirst();
            if (run.isPresent()) {
                return run.get();
            }
            Thread.yield();
        }
        throw new AssertionError("no run was seen: " + Files.readString(house.errors()));
    }

    private static boolean isARun(ProcessHandle process) {
        return Arrays.asList(process.info().arguments().orElse(new String[0])).contains(PAPER);
    }
}
