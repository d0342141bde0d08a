package org.broadsheet.lab.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import org.broadsheet.lab.Setting;
import org.broadsheet.lab.Size;
import org.broadsheet.lab.Verdict;
import org.broadsheet.lab.process.Descriptor;
import org.broadsheet.lab.process.LabProgram;
import org.broadsheet.lab.process.LabProgram.Limits;
import org.broadsheet.lab.process.TestProgram;
import org.broadsheet.lab.report.Report;
import org.broadsheet.lab.report.ReportFolder;
import org.broadsheet.lab.stranger.Dice;
import org.broadsheet.run.Run;
import org.broadsheet.run.Run.State;
import org.broadsheet.storage.InMemoryStorage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Asking, running, cancelling and going on, with real processes over a store in memory.
@Timeout(180)
class RunWorkerTest {
    private static final LabProgram PROGRAM = TestProgram.of(new Limits(64, Duration.ofMinutes(2)));

    @TempDir private Path folder = Path.of("");
    private final InMemoryStorage storage = new InMemoryStorage();
    private Laboratory lab = laboratory();
    private RunWorker worker = worker();

    @BeforeEach
    void open() {
        lab = laboratory();
        worker = worker();
        worker.start();
    }

    @AfterEach
    void close() {
        worker.close();
    }

    private Laboratory laboratory() {
        return new Laboratory(
                new Catalogue(PROGRAM, folder), storage.runs(), storage.jobs(), Clock.systemUTC());
    }

    private RunWorker worker() {
        return new RunWorker(lab, "worker", () -> {}, () -> {});
    }

    private Descriptor dice() {
        return lab.catalogue().of(Dice.PAPER).orElseThrow();
    }

    private Setting mood(String mood) {
        return Setting.of(dice().parameters(), Size.QUICK, 1, Map.of("mood", mood));
    }

    private Run until(Run run, Predicate<Run> isSo) {
        while (true) {
            Run now = lab.find(run.id()).orElseThrow();
            if (isSo.test(now)) {
                return now;
            }
            LockSupport.parkNanos(10_000_000);
        }
    }

    private Run ended(Run run) {
        return until(run, now -> now.state().isEnd());
    }

    @Test
    void aRunThatIsAskedForEndsWithItsReport() {
        Run run = ended(lab.ask(dice(), mood("good")));
        assertThat(run.state()).isEqualTo(State.DONE);
        Report report = lab.report(run.id()).orElseThrow();
        assertThat(report.findings())
                .extracting(finding -> finding.verdict())
                .containsExactly(Verdict.REPRODUCED, Verdict.NOT_TESTED);
        assertThat(report.setting()).isEqualTo(mood("good"));
        assertThat(report.exhibits()).hasSize(1);
        assertThat(report.provenance().seconds()).isPositive();
        assertThat(lab.file(run.id(), "means.csv"))
                .hasValue("mean\n".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        assertThat(lab.summary(run).verdicts())
                .containsExactly(Verdict.REPRODUCED, Verdict.NOT_TESTED);
    }

    @Test
    void theSameRunIsAnsweredFromItsReport() {
        Run first = ended(lab.ask(dice(), mood("good")));
        Run again = lab.ask(dice(), mood("good"));
        assertThat(again).isEqualTo(first);
        assertThat(lab.latest(List.of(), 10)).hasSize(1);
    }

    @Test
    void aRunThatFailsSaysWhyAndCanBeAskedForAgain() {
        Run failed = ended(lab.ask(dice(), mood("throws")));
        assertThat(failed.state()).isEqualTo(State.FAILED);
        assertThat(failed.message()).isEqualTo("the die fell off the table");
        assertThat(lab.report(failed.id())).isEmpty();
        assertThat(lab.live(failed).lines()).contains("the mood is throws");
        assertThat(lab.ask(dice(), mood("throws")).state()).isEqualTo(State.WAITING);
        ended(failed);
    }

    @Test
    void aRunUnderWayIsSeenAndCanBeCancelledAndTheNextOneRuns() {
        Run run = lab.ask(dice(), mood("loops"));
        Run seen = until(run, now -> !now.live().isEmpty() && lab.live(now).done() > 0);
        assertThat(seen.state()).isEqualTo(State.RUNNING);
        assertThat(lab.live(seen).metrics()).isNotEmpty();
        assertThat(lab.cancel(run.id())).isTrue();
        assertThat(lab.find(run.id()).orElseThrow().state()).isEqualTo(State.CANCELLED);
        assertThat(lab.cancel(run.id())).isFalse();
        assertThat(ended(lab.ask(dice(), mood("good"))).state()).isEqualTo(State.DONE);
        assertThat(lab.report(run.id())).isEmpty();
    }

    @Test
    void aRunThatIsCancelledBeforeItBeginsNeverDoes() {
        Run first = lab.ask(dice(), mood("loops"));
        until(first, now -> now.state() == State.RUNNING);
        Run second = lab.ask(dice(), mood("good"));
        assertThat(lab.cancel(second.id())).isTrue();
        lab.cancel(first.id());
        Run third = ended(lab.ask(dice(), mood("prints")));
        assertThat(third.state()).isEqualTo(State.DONE);
        assertThat(lab.find(second.id()).orElseThrow().started()).isEmpty();
    }

    @Test
    void aRunUnderWayWhenItsWorkerEndsWaitsAndIsRunByTheNext() {
        Run run = lab.ask(dice(), mood("loops"));
        until(run, now -> now.state() == State.RUNNING && !now.live().isEmpty());
        worker.close();
        assertThat(lab.find(run.id()).orElseThrow().state()).isEqualTo(State.RUNNING);
        worker = worker();
        worker.start();
        Run first = lab.find(run.id()).orElseThrow();
        until(run, now -> !now.started().equals(first.started()) && !now.live().isEmpty());
        lab.cancel(run.id());
        ended(run);
    }

    @Test
    void aRunOfAnotherVersionSaysThatItIsOne() {
        Setting setting = mood("good");
        var id = Laboratory.name(Dice.PAPER, 99, setting, "plain");
        storage.runs()
                .ask(
                        id,
                        Dice.PAPER,
                        org.broadsheet.lab.report.LabJson.write(setting),
                        Clock.systemUTC().instant());
        storage.jobs().offer(Laboratory.JOB, id.value(), Clock.systemUTC().instant());
        Run run = until(storage.runs().find(id).orElseThrow(), now -> now.state().isEnd());
        assertThat(run.message()).contains("another version");
    }

    @Test
    void theStandingReportIsTheLargestOfTheStandardParameters() {
        ended(
                lab.ask(
                        dice(),
                        Setting.of(dice().parameters(), Size.FULL, 1, Map.of("throws", "10"))));
        Run quick = ended(lab.ask(dice(), mood("good")));
        assertThat(lab.standing(List.of(Dice.PAPER))).containsEntry(Dice.PAPER, quick);
        Run full = ended(lab.ask(dice(), Setting.of(dice().parameters(), Size.FULL, 1, Map.of())));
        assertThat(lab.standing(List.of())).containsEntry(Dice.PAPER, full);
    }

    @Test
    void aReportMadeElsewhereIsTakenInOnce() throws Exception {
        Run run = ended(lab.ask(dice(), mood("good")));
        Report report = lab.report(run.id()).orElseThrow();
        InMemoryStorage other = new InMemoryStorage();
        Laboratory there =
                new Laboratory(
                        new Catalogue(PROGRAM, folder),
                        other.runs(),
                        other.jobs(),
                        Clock.systemUTC());
        assertThat(there.takeIn(report, Map.of())).isTrue();
        assertThat(there.takeIn(report, Map.of())).isFalse();
        assertThat(there.report(run.id()).orElseThrow().findings()).isEqualTo(report.findings());
        assertThat(there.ask(dice(), mood("good")).state()).isEqualTo(State.DONE);
    }

    @Test
    void aReportBecomesAFolderToRead() throws Exception {
        Run run = ended(lab.ask(dice(), mood("good")));
        Path written = folder.resolve("written");
        ReportFolder.write(
                lab.report(run.id()).orElseThrow(), Map.of("means.csv", new byte[] {1}), written);
        assertThat(Files.list(written).map(path -> path.getFileName().toString()))
                .containsExactlyInAnyOrder("README.md", "report.json", "means.svg", "means.csv");
        assertThat(written.resolve("README.md"))
                .content()
                .contains(
                        "# On dice",
                        "A fair die shows 3.5 on average.",
                        "3.5, section 1",
                        "![Means of the seeds](means.svg)");
    }

    @Test
    void theCatalogueIsKeptForTheSameJars() {
        assertThat(new Catalogue(PROGRAM, folder).all()).isEqualTo(lab.catalogue().all());
        assertThat(folder)
                .isDirectoryContaining(
                        "glob:**catalogue-" + lab.catalogue().fingerprint() + ".json");
        assertThat(lab.catalogue().broken()).hasSize(1);
    }
}
