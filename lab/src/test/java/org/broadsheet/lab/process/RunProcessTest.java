package org.broadsheet.lab.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.broadsheet.lab.Setting;
import org.broadsheet.lab.Size;
import org.broadsheet.lab.Verdict;
import org.broadsheet.lab.process.LabProgram.Limits;
import org.broadsheet.lab.process.RunProcess.Ending;
import org.broadsheet.lab.report.Recording;
import org.broadsheet.lab.stranger.Dice;
import org.broadsheet.paper.PaperId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Real processes over the class path of this test.
@Timeout(120)
class RunProcessTest {
    private static final Limits LIMITS = new Limits(64, Duration.ofSeconds(60));

    private record Ended(Ending ending, Recording recording) {
        String reason() {
            return ((Ending.Failed) ending).reason();
        }
    }

    private static Ended run(String mood) throws IOException, InterruptedException {
        return run(Dice.PAPER, mood, LIMITS);
    }

    private static Ended run(PaperId paper, String mood, Limits limits)
            throws IOException, InterruptedException {
        Setting setting = Setting.of(new Dice().parameters(), Size.QUICK, 7, Map.of("mood", mood));
        try (RunProcess process = TestProgram.of(limits).start(paper, setting)) {
            while (true) {
                Optional<Ending> ending = process.await(Duration.ofMillis(50));
                if (ending.isPresent()) {
                    return new Ended(ending.get(), process.recording());
                }
            }
        }
    }

    @Test
    void describesWhatCanBeRunAndSaysWhatCannot() throws Exception {
        Descriptor.Catalogue catalogue = TestProgram.of(LIMITS).describe();
        assertThat(catalogue.descriptors()).containsExactly(Descriptor.of(new Dice()));
        assertThat(catalogue.broken()).singleElement().asString().contains("its data is missing");
        assertThat(catalogue.kernel()).isEqualTo("plain");
    }

    @Test
    void aRunTellsAllThatItMeasures() throws Exception {
        Ended ended = run("good");
        assertThat(ended.ending()).isEqualTo(new Ending.Complete());
        Recording recording = ended.recording();
        assertThat(recording.metrics())
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.metric()).isEqualTo("mean");
                    assertThat(one.values()).hasSize(5);
                });
        assertThat(recording.exhibits()).singleElement().matches(one -> one.id().equals("means"));
        assertThat(recording.files()).containsOnlyKeys("means.csv");
        assertThat(recording.lines()).containsExactly("the mood is good");
        assertThat(recording.progress()).isEqualTo(new Recording.Progress("done", 5, 5));
        assertThat(recording.judge(new Dice().claims()))
                .extracting(one -> one.verdict())
                .containsExactly(Verdict.REPRODUCED, Verdict.NOT_TESTED);
    }

    @Test
    void theSameSettingGivesTheSameBits() throws Exception {
        assertThat(run("good").recording().metrics()).isEqualTo(run("good").recording().metrics());
    }

    @Test
    void whatARunThrowsIsTheReasonOfItsFailure() throws Exception {
        Ended ended = run("throws");
        assertThat(ended.reason()).isEqualTo("the die fell off the table");
        assertThat(ended.recording().lines()).anyMatch(line -> line.contains("Dice.behave"));
    }

    @Test
    void whatAParallelStreamThrowsKeepsItsWords() throws Exception {
        Ended ended = run("throws-in-parallel");
        assertThat(ended.reason()).isEqualTo("a die broke");
        assertThat(ended.recording().lines()).anyMatch(line -> line.contains("Dice."));
    }

    @Test
    void aRunThatExitsHasFailedEvenWithCodeZero() throws Exception {
        assertThat(run("exits").reason())
                .isEqualTo("its process ended itself with exit code 0 before the run was complete");
    }

    @Test
    void aRunThatPrintsAndPrintsKeepsOnlyTheFirstLines() throws Exception {
        Ended ended = run("prints");
        assertThat(ended.ending()).isEqualTo(new Ending.Complete());
        assertThat(ended.recording().lines()).hasSize(1_001).last().asString().contains("not kept");
    }

    @Test
    void aRunThatEatsAllMemoryFailsAlone() throws Exception {
        assertThat(run("eats").reason()).contains("out of memory").contains("64 MiB");
    }

    @Test
    void aMetricThatIsNoNumberFailsTheRunByItsName() throws Exception {
        assertThat(run("nan").reason()).contains("mean").contains("NaN");
    }

    @Test
    void aThreadLeftBehindDoesNotKeepTheProcess() throws Exception {
        assertThat(run("threads").ending()).isEqualTo(new Ending.Complete());
    }

    @Test
    void linesThatAreNoneOfTheBenchBecomeLog() throws Exception {
        Ended ended = run("native");
        assertThat(ended.recording().lines()).contains("plain words");
        assertThat(ended.recording().lines()).anyMatch(line -> line.startsWith("not understood"));
    }

    @Test
    void aRunThatLoopsIsEndedAtItsLimit() throws Exception {
        Ended ended = run(Dice.PAPER, "loops", new Limits(64, Duration.ofSeconds(3)));
        assertThat(ended.reason()).contains("not done within 3 s");
    }

    @Test
    void aRunThatIsKilledSaysSo() throws Exception {
        Setting setting =
                Setting.of(new Dice().parameters(), Size.QUICK, 7, Map.of("mood", "loops"));
        try (RunProcess process = TestProgram.of(LIMITS).start(Dice.PAPER, setting)) {
            while (process.recording().metrics().isEmpty()) {
                Thread.onSpinWait();
            }
            ProcessHandle.current().children().forEach(ProcessHandle::destroyForcibly);
            assertThat(process.await(Duration.ofMinutes(1)))
                    .contains(new Ending.Failed("its process was killed by signal 9"));
        }
    }

    @Test
    void anUnknownPaperIsNamed() throws Exception {
        assertThat(run(PaperId.of("local:nobody"), "good", LIMITS).reason())
                .isEqualTo("no reproduction of local:nobody");
    }
}
