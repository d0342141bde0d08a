package org.broadsheet.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.broadsheet.contract.Fixtures.NOW;
import static org.broadsheet.contract.Fixtures.WILD;
import static org.broadsheet.contract.Fixtures.id;
import static org.broadsheet.contract.Fixtures.papers;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.broadsheet.change.Change;
import org.broadsheet.paper.PaperId;
import org.broadsheet.run.Run;
import org.broadsheet.run.Run.State;
import org.broadsheet.run.RunId;
import org.broadsheet.run.RunStore;
import org.broadsheet.run.RunStore.Outcome;
import org.broadsheet.run.RunStore.Outcome.Cancelled;
import org.broadsheet.run.RunStore.Outcome.Done;
import org.broadsheet.run.RunStore.Outcome.Failed;
import org.junit.jupiter.api.Test;

/// Keeping runs, from the asking to the report.
public interface RunStoreContract extends OverStorage {
    PaperId PAPER = id(7);
    Outcome DONE = new Done("{\"verdicts\":[]}", "all reproduced", Map.of());

    private RunStore runs() {
        return storage().runs();
    }

    private static RunId run(int n) {
        return new RunId("%012x".formatted(n));
    }

    private static Instant minute(int n) {
        return NOW.plusSeconds(60L * n);
    }

    private static Run waiting(RunId id, PaperId paper, String setting, Instant asked) {
        return new Run(
                id,
                paper,
                setting,
                State.WAITING,
                asked,
                Optional.empty(),
                Optional.empty(),
                "",
                "",
                "");
    }

    private Run asked(int n) {
        return runs().ask(run(n), PAPER, "setting " + n, NOW);
    }

    private void begun(int n) {
        asked(n);
        assertThat(runs().begin(run(n), minute(1))).isTrue();
    }

    private void ended(int n, Outcome outcome) {
        begun(n);
        assertThat(runs().tell(run(n), "half way")).isTrue();
        assertThat(runs().end(run(n), outcome, minute(2))).isTrue();
    }

    private Run found(int n) {
        return runs().find(run(n)).orElseThrow();
    }

    private List<Change> changes() {
        return storage().changes().after(0, EnumSet.allOf(Change.Kind.class), 100);
    }

    @Test
    default void anEmptyStoreHasNoRuns() {
        assertThat(runs().find(run(1))).isEmpty();
        assertThat(runs().report(run(1))).isEmpty();
        assertThat(runs().file(run(1), "a.csv")).isEmpty();
        assertThat(runs().latest(List.of(), 10)).isEmpty();
        assertThat(runs().latest(List.of(PAPER), 10)).isEmpty();
        assertThat(runs().done(List.of())).isEmpty();
        assertThat(runs().done(List.of(PAPER))).isEmpty();
    }

    @Test
    default void aRunThatIsAskedForWaits() {
        Run expected = waiting(run(1), PAPER, "setting 1", NOW);
        assertThat(asked(1)).isEqualTo(expected);
        assertThat(runs().find(run(1))).contains(expected);
        assertThat(runs().find(run(2))).isEmpty();
    }

    @Test
    default void aRunOfAPaperThatTheStoreDoesNotHaveIsKeptLikeAnyOther() {
        PaperId elsewhere = PaperId.of("doi:10.1000/x.y(z)");
        runs().ask(run(1), elsewhere, "", NOW);
        assertThat(runs().end(run(1), DONE, minute(1))).isTrue();
        assertThat(runs().latest(List.of(elsewhere), 10)).extracting(Run::id).contains(run(1));
        assertThat(runs().done(List.of(elsewhere))).containsExactly(elsewhere);
        assertThat(changes()).containsExactly(new Change(1, Change.Kind.RUN, elsewhere.value()));
    }

    @Test
    default void askingAgainLeavesARunThatWaitsAsItIs() {
        Run first = asked(1);
        assertThat(runs().ask(run(1), id(8), "another", minute(9))).isEqualTo(first);
        assertThat(found(1)).isEqualTo(first);
    }

    @Test
    default void askingAgainLeavesARunThatRunsAsItIs() {
        begun(1);
        runs().tell(run(1), "half way");
        Run running = found(1);
        assertThat(runs().ask(run(1), id(8), "another", minute(9))).isEqualTo(running);
        assertThat(found(1)).isEqualTo(running);
        assertThat(running.live()).isEqualTo("half way");
    }

    @Test
    default void askingAgainLeavesARunThatIsDoneAsItIs() {
        ended(1, DONE);
        Run done = found(1);
        assertThat(runs().ask(run(1), id(8), "another", minute(9))).isEqualTo(done);
        assertThat(found(1)).isEqualTo(done);
        assertThat(runs().report(run(1))).contains("{\"verdicts\":[]}");
    }

    @Test
    default void aRunThatFailedWaitsAgainAsIfNew() {
        ended(1, new Failed("out of memory"));
        waitsAgain();
    }

    @Test
    default void aRunThatWasCancelledWaitsAgainAsIfNew() {
        ended(1, new Cancelled());
        waitsAgain();
    }

    private void waitsAgain() {
        Run again = waiting(run(1), PAPER, "setting 1", minute(9));
        assertThat(runs().ask(run(1), id(8), "another", minute(9)))
                .as("with the paper and the setting of the first asking")
                .isEqualTo(again);
        assertThat(found(1)).isEqualTo(again);
        assertThat(runs().begin(run(1), minute(10))).isTrue();
        assertThat(runs().end(run(1), DONE, minute(11))).isTrue();
        assertThat(found(1).state()).isEqualTo(State.DONE);
    }

    @Test
    default void aRunThatBeganRunsSinceThen() {
        begun(1);
        Run running = found(1);
        assertThat(running.state()).isEqualTo(State.RUNNING);
        assertThat(running.asked()).isEqualTo(NOW);
        assertThat(running.started()).contains(minute(1));
        assertThat(running.ended()).isEmpty();
    }

    @Test
    default void aRunThatBeginsAgainForgetsWhatTheEarlierTryTold() {
        begun(1);
        runs().tell(run(1), "half way");
        assertThat(runs().begin(run(1), minute(5))).isTrue();
        assertThat(found(1).state()).isEqualTo(State.RUNNING);
        assertThat(found(1).started()).contains(minute(5));
        assertThat(found(1).live()).isEmpty();
    }

    @Test
    default void aRunThatIsUnknownCannotBegin() {
        assertThat(runs().begin(run(404), NOW)).isFalse();
        assertThat(runs().find(run(404))).isEmpty();
    }

    @Test
    default void whatARunTellsReplacesWhatItToldBefore() {
        begun(1);
        assertThat(runs().tell(run(1), "a quarter")).isTrue();
        assertThat(runs().tell(run(1), "half way")).isTrue();
        assertThat(found(1).live()).isEqualTo("half way");
    }

    @Test
    default void aRunThatDoesNotRunCannotTell() {
        asked(1);
        ended(2, DONE);
        ended(3, new Failed("why"));
        ended(4, new Cancelled());
        for (int n : new int[] {1, 2, 3, 4, 404}) {
            assertThat(runs().tell(run(n), "still here")).as("run %s", n).isFalse();
            assertThat(runs().find(run(n)).map(Run::live).orElse("")).isNotEqualTo("still here");
        }
    }

    @Test
    default void aRunThatIsDoneHasItsReportItsSummaryAndItsFiles() {
        Map<String, byte[]> files =
                Map.of("a.csv", new byte[] {1, 2}, "b.wav", new byte[] {3}, "empty", new byte[0]);
        ended(1, new Done("the report", "the summary", files));
        assertThat(found(1))
                .isEqualTo(
                        new Run(
                                run(1),
                                PAPER,
                                "setting 1",
                                State.DONE,
                                NOW,
                                Optional.of(minute(1)),
                                Optional.of(minute(2)),
                                "",
                                "",
                                "the summary"));
        assertThat(runs().report(run(1))).contains("the report");
        files.forEach((name, bytes) -> assertThat(runs().file(run(1), name)).contains(bytes));
        assertThat(runs().file(run(1), "c.csv")).isEmpty();
        assertThat(runs().file(run(1), WILD)).isEmpty();
        assertThat(runs().file(run(2), "a.csv")).isEmpty();
    }

    @Test
    default void aRunThatFailedSaysWhyAndHasNoReport() {
        ended(1, new Failed("its memory was full"));
        assertThat(found(1))
                .isEqualTo(
                        new Run(
                                run(1),
                                PAPER,
                                "setting 1",
                                State.FAILED,
                                NOW,
                                Optional.of(minute(1)),
                                Optional.of(minute(2)),
                                "its memory was full",
                                "half way",
                                ""));
        assertThat(runs().report(run(1))).isEmpty();
    }

    @Test
    default void aRunThatFailedKeepsWhatItLastToldUntilItIsAskedForAgain() {
        begun(1);
        runs().tell(run(1), "half way");
        runs().end(run(1), new Failed("out of memory"), minute(2));
        assertThat(found(1).live()).isEqualTo("half way");
        runs().ask(run(1), PAPER, "setting 1", minute(3));
        assertThat(found(1).live()).isEmpty();
    }

    @Test
    default void aRunThatWasCancelledSaysNothing() {
        ended(1, new Cancelled());
        Run run = found(1);
        assertThat(run.state()).isEqualTo(State.CANCELLED);
        assertThat(run.ended()).contains(minute(2));
        assertThat(List.of(run.message(), run.live(), run.summary())).containsOnly("");
        assertThat(runs().report(run(1))).isEmpty();
    }

    @Test
    default void aRunThatWaitsCanBeEnded() {
        List<Outcome> outcomes = List.of(DONE, new Failed("why"), new Cancelled());
        for (int n = 0; n < outcomes.size(); n++) {
            asked(n);
            assertThat(runs().end(run(n), outcomes.get(n), minute(1))).isTrue();
            assertThat(found(n).started()).isEmpty();
            assertThat(found(n).ended()).contains(minute(1));
        }
        assertThat(IntStream.range(0, 3).mapToObj(n -> found(n).state()))
                .containsExactly(State.DONE, State.FAILED, State.CANCELLED);
    }

    @Test
    default void ofTwoEndsOnlyTheFirstHappens() {
        List<Outcome> outcomes =
                List.of(
                        new Done("first", "first", Map.of("a.csv", new byte[] {1})),
                        new Done("second", "second", Map.of("b.csv", new byte[] {2})),
                        new Failed("why"),
                        new Cancelled());
        for (int n = 0; n < outcomes.size(); n++) {
            ended(n, outcomes.get(n));
            Run end = found(n);
            long latest = storage().changes().latest();
            for (Outcome second : outcomes) {
                assertThat(runs().end(run(n), second, minute(9))).isFalse();
            }
            assertThat(runs().begin(run(n), minute(9))).isFalse();
            assertThat(found(n)).isEqualTo(end);
            assertThat(storage().changes().latest()).isEqualTo(latest);
        }
        assertThat(runs().report(run(0))).contains("first");
        assertThat(runs().file(run(0), "a.csv")).isPresent();
        assertThat(runs().file(run(0), "b.csv")).isEmpty();
        assertThat(runs().report(run(2))).isEmpty();
    }

    @Test
    default void aRunThatIsUnknownCannotEnd() {
        assertThat(runs().end(run(404), DONE, NOW)).isFalse();
        assertThat(runs().end(run(404), new Cancelled(), NOW)).isFalse();
        assertThat(runs().find(run(404))).isEmpty();
        assertThat(runs().report(run(404))).isEmpty();
        assertThat(changes()).isEmpty();
    }

    @Test
    default void onlyAReportIsAChangeOfItsPaper() {
        storage().papers().keep(papers(8));
        long before = storage().changes().latest();
        ended(1, new Failed("why"));
        ended(2, new Cancelled());
        begun(3);
        assertThat(storage().changes().latest()).isEqualTo(before);
        ended(4, DONE);
        assertThat(storage().changes().after(before, EnumSet.allOf(Change.Kind.class), 10))
                .containsExactly(new Change(before + 1, Change.Kind.RUN, PAPER.value()));
        assertThat(storage().changes().latest(Set.of(Change.Kind.RUN))).isEqualTo(before + 1);
    }

    @Test
    default void wildTextComesBackAsItWas() {
        runs().ask(run(1), PAPER, WILD, NOW);
        runs().begin(run(1), NOW);
        runs().tell(run(1), "live " + WILD);
        assertThat(found(1).live()).isEqualTo("live " + WILD);
        runs().end(run(1), new Done("report " + WILD, "summary " + WILD, Map.of()), NOW);
        assertThat(found(1).setting()).isEqualTo(WILD);
        assertThat(found(1).summary()).isEqualTo("summary " + WILD);
        assertThat(runs().report(run(1))).contains("report " + WILD);
        ended(2, new Failed(WILD + "\n\t" + WILD));
        assertThat(found(2).message()).isEqualTo(WILD + "\n\t" + WILD);
    }

    @Test
    default void aReportOfFiveMegabytesComesBackWhole() {
        String report = "0123456789 ünïcödé\n".repeat(250_000);
        ended(1, new Done(report, "", Map.of()));
        assertThat(report.length()).isEqualTo(4_750_000);
        assertThat(runs().report(run(1)).orElseThrow().equals(report)).isTrue();
    }

    @Test
    default void filesComeBackByteForByte() {
        byte[] every = new byte[256];
        IntStream.range(0, every.length).forEach(i -> every[i] = (byte) i);
        byte[] large = new byte[3 << 20];
        new Random(1).nextBytes(large);
        ended(1, new Done("", "", Map.of("every.bin", every, "large.bin", large)));
        assertThat(runs().file(run(1), "every.bin")).contains(every);
        assertThat(runs().file(run(1), "large.bin")).contains(large);
    }

    @Test
    default void whatACallerDoesToABytesArrayChangesNoFile() {
        byte[] bytes = {1, 2, 3};
        ended(1, new Done("", "", Map.of("a.bin", bytes)));
        bytes[0] = 9;
        runs().file(run(1), "a.bin").orElseThrow()[1] = 9;
        assertThat(runs().file(run(1), "a.bin")).contains(new byte[] {1, 2, 3});
    }

    @Test
    default void theLatestAskedStandFirstThenById() {
        runs().ask(run(3), id(1), "", minute(1));
        runs().ask(run(2), id(2), "", minute(1));
        runs().ask(run(1), id(1), "", minute(0));
        runs().ask(run(4), id(3), "", minute(2));
        assertThat(latest(10)).containsExactly(run(4), run(2), run(3), run(1));
        assertThat(latest(10, id(1))).containsExactly(run(3), run(1));
        assertThat(latest(10, id(1), id(2), id(1))).containsExactly(run(2), run(3), run(1));
        assertThat(latest(10, id(404))).isEmpty();
        assertThat(latest(2)).containsExactly(run(4), run(2));
        assertThat(latest(1, id(1), id(2))).containsExactly(run(2));
    }

    @Test
    default void noneAreLatestUpToALimitOfNone() {
        asked(1);
        assertThat(latest(0)).isEmpty();
        assertThat(latest(0, PAPER)).isEmpty();
        assertThat(latest(-1)).isEmpty();
    }

    @Test
    default void aRunThatWaitsAgainStandsWhereItWasLastAskedFor() {
        runs().ask(run(1), PAPER, "", minute(0));
        runs().ask(run(2), PAPER, "", minute(1));
        assertThat(latest(10)).containsExactly(run(2), run(1));
        runs().end(run(1), new Cancelled(), minute(2));
        runs().ask(run(1), PAPER, "", minute(3));
        assertThat(latest(10)).containsExactly(run(1), run(2));
    }

    private List<RunId> latest(int limit, PaperId... papers) {
        return runs().latest(List.of(papers), limit).stream().map(Run::id).toList();
    }

    @Test
    default void theLatestOfManyPapersAreThoseOfAll() {
        IntStream.range(0, 40).forEach(n -> runs().ask(run(n), id(40 * n), "", minute(n)));
        List<PaperId> many = IntStream.range(0, 1_500).mapToObj(Fixtures::id).toList();
        assertThat(runs().latest(many, 3))
                .extracting(Run::id)
                .containsExactly(run(37), run(36), run(35));
        assertThat(runs().latest(many, 100)).hasSize(38);
    }

    @Test
    default void theLatestAreAsTheyAreWhenAskedForAlone() {
        ended(1, DONE);
        ended(2, new Failed("why"));
        asked(3);
        assertThat(runs().latest(List.of(), 10))
                .containsExactlyInAnyOrder(found(1), found(2), found(3));
    }

    @Test
    default void onlyPapersWithAFinishedRunAreDone() {
        List<Outcome> outcomes = List.of(DONE, new Failed("why"), new Cancelled(), DONE);
        for (int n = 0; n < outcomes.size(); n++) {
            runs().ask(run(n), id(n), "", NOW);
            runs().end(run(n), outcomes.get(n), NOW);
        }
        runs().ask(run(10), id(10), "", NOW);
        runs().ask(run(11), id(0), "another of a paper that has one", NOW);
        runs().end(run(11), DONE, NOW);
        runs().ask(run(12), id(3), "and one that failed", NOW);
        runs().end(run(12), new Failed("why"), NOW);
        List<PaperId> all = IntStream.range(0, 1_500).mapToObj(Fixtures::id).toList();
        assertThat(runs().done(all)).containsExactlyInAnyOrder(id(0), id(3));
        assertThat(runs().done(List.of(id(1), id(3)))).containsExactly(id(3));
        assertThat(runs().done(List.of())).isEmpty();
    }

    @Test
    default void whoAsksForOneRunAtOnceGetsTheSame() {
        List<Run> got = Together.run(8, i -> () -> runs().ask(run(1), PAPER, "setting", minute(i)));
        assertThat(Set.copyOf(got)).hasSize(1);
        assertThat(runs().latest(List.of(), 10)).containsExactly(got.getFirst());
    }

    @Test
    default void ofManyEndsAtOnceOneHappensWhole() {
        for (int round = 0; round < 10; round++) {
            RunId id = run(round);
            runs().ask(id, id(round), "", NOW);
            runs().begin(id, NOW);
            long before = storage().changes().latest();
            List<Boolean> happened =
                    Together.run(8, i -> () -> runs().end(id, outcome(i), minute(i)));
            assertThat(happened).containsOnlyOnce(true);
            assertEnded(id, happened.indexOf(true));
            assertThat(storage().changes().latest() - before)
                    .isEqualTo(happened.indexOf(true) < 4 ? 1 : 0);
        }
    }

    /// The first four leave a report and a file each, the others none.
    private static Outcome outcome(int i) {
        return switch (i) {
            case 0, 1, 2, 3 -> new Done("report " + i, "", Map.of("file" + i, new byte[] {1}));
            case 4, 5 -> new Failed("why " + i);
            default -> new Cancelled();
        };
    }

    private void assertEnded(RunId id, int winner) {
        Run run = runs().find(id).orElseThrow();
        assertThat(run.ended()).contains(minute(winner));
        assertThat(runs().report(id))
                .isEqualTo(winner < 4 ? Optional.of("report " + winner) : Optional.empty());
        for (int i = 0; i < 4; i++) {
            assertThat(runs().file(id, "file" + i).isPresent()).isEqualTo(i == winner);
        }
        assertThat(run.message()).isEqualTo(winner == 4 || winner == 5 ? "why " + winner : "");
    }

    @Test
    default void aCancelBesideABeginningLeavesARunThatIsCancelled() {
        for (int round = 0; round < 20; round++) {
            RunId id = run(round);
            runs().ask(id, PAPER, "", NOW);
            List<Boolean> did =
                    Together.run(
                            2,
                            i ->
                                    i == 0
                                            ? () -> runs().begin(id, minute(1))
                                            : () -> runs().end(id, new Cancelled(), minute(2)));
            Run run = runs().find(id).orElseThrow();
            assertThat(did.getLast()).isTrue();
            assertThat(run.state()).isEqualTo(State.CANCELLED);
            assertThat(run.started().isPresent()).isEqualTo(did.getFirst());
            assertThat(runs().tell(id, "still here")).isFalse();
        }
    }

    @Test
    default void nothingIsToldAfterTheEndHoweverCloseTheyAre() {
        for (int round = 0; round < 20; round++) {
            RunId id = run(round);
            runs().ask(id, PAPER, "", NOW);
            runs().begin(id, NOW);
            Together.run(
                    4,
                    i ->
                            i == 0
                                    ? () -> runs().end(id, DONE, minute(1))
                                    : () -> runs().tell(id, "told by " + i));
            assertThat(runs().find(id).orElseThrow().state()).isEqualTo(State.DONE);
            assertThat(runs().find(id).orElseThrow().live()).isEmpty();
        }
    }

    @Test
    default void whoAsksBesideACancelFindsTheRunWaitingOrCancelled() {
        for (int round = 0; round < 20; round++) {
            RunId id = run(round);
            runs().ask(id, PAPER, "", NOW);
            runs().begin(id, minute(1));
            List<State> seen =
                    Together.run(
                            2,
                            i ->
                                    i == 0
                                            ? () -> runs().ask(id, PAPER, "", minute(3)).state()
                                            : () -> cancel(id));
            State expected = seen.getFirst() == State.WAITING ? State.WAITING : State.CANCELLED;
            assertThat(seen.getFirst()).isIn(State.WAITING, State.RUNNING);
            assertThat(runs().find(id).orElseThrow().state()).isEqualTo(expected);
        }
    }

    private State cancel(RunId id) {
        assertThat(runs().end(id, new Cancelled(), minute(2))).isTrue();
        return State.CANCELLED;
    }

    @Test
    default void reportsOfManyRunsAtOnceAreAllNumbered() {
        Together.run(
                6,
                w ->
                        () -> {
                            for (int n = w; n < 24; n += 6) {
                                runs().ask(run(n), id(n), "", NOW);
                                runs().end(run(n), DONE, NOW);
                            }
                            return w;
                        });
        assertThat(changes())
                .hasSize(24)
                .allMatch(change -> change.kind() == Change.Kind.RUN)
                .extracting(Change::sequence)
                .startsWith(1L)
                .endsWith(24L);
        assertThat(changes()).extracting(Change::subject).doesNotHaveDuplicates();
    }
}
