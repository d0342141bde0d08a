package org.broadsheet.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.broadsheet.contract.Fixtures.NOW;
import static org.broadsheet.contract.Fixtures.id;
import static org.broadsheet.contract.Fixtures.papers;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.broadsheet.change.Change;
import org.broadsheet.edition.Tally;
import org.broadsheet.edition.TallyStore;
import org.broadsheet.paper.PaperId;
import org.junit.jupiter.api.Test;

/// Keeping what other places counted.
public interface TallyStoreContract extends OverStorage {
    private TallyStore tallies() {
        storage().papers().keep(papers(5));
        return storage().tallies();
    }

    private static Tally votes(int paper, long count, int minute) {
        return tally(paper, Tally.Kind.VOTES, "elsewhere", count, minute);
    }

    private static Tally tally(int paper, Tally.Kind kind, String origin, long count, int minute) {
        return new Tally(id(paper), kind, origin, count, minute(minute));
    }

    private static Instant minute(int n) {
        return NOW.plusSeconds(60L * n);
    }

    private static List<PaperId> ids(int count) {
        return IntStream.range(0, count).mapToObj(Fixtures::id).toList();
    }

    @Test
    default void anEmptyStoreHasNoCounts() {
        assertThat(storage().tallies().of(ids(3), NOW)).isEmpty();
        assertThat(storage().tallies().of(List.of(), NOW)).isEmpty();
        assertThat(storage().tallies().keep(List.of())).isZero();
    }

    @Test
    default void aCountComesBackAsItWasKept() {
        Tally tally = tally(1, Tally.Kind.STARS, "a place's \"name\" 👩‍🔬", 1L << 40, 0);
        assertThat(tallies().keep(List.of(tally))).isEqualTo(1);
        assertThat(storage().tallies().of(ids(3), NOW)).containsExactly(tally);
    }

    @Test
    default void theSameCountAgainChangesNothing() {
        TallyStore tallies = tallies();
        tallies.keep(List.of(votes(1, 7, 0)));
        long latest = storage().changes().latest();
        assertThat(tallies.keep(List.of(votes(1, 7, 5)))).isZero();
        assertThat(tallies.of(ids(3), minute(9))).containsExactly(votes(1, 7, 0));
        assertThat(storage().changes().latest()).isEqualTo(latest);
    }

    @Test
    default void aDifferentCountIsAddedAndTheOlderStaysInThePast() {
        TallyStore tallies = tallies();
        tallies.keep(List.of(votes(1, 7, 0)));
        assertThat(tallies.keep(List.of(votes(1, 9, 5)))).isEqualTo(1);
        assertThat(tallies.keep(List.of(votes(1, 7, 8)))).isEqualTo(1);
        assertThat(tallies.of(ids(3), minute(-1))).isEmpty();
        assertThat(tallies.of(ids(3), minute(0))).containsExactly(votes(1, 7, 0));
        assertThat(tallies.of(ids(3), minute(4))).containsExactly(votes(1, 7, 0));
        assertThat(tallies.of(ids(3), minute(5))).containsExactly(votes(1, 9, 5));
        assertThat(tallies.of(ids(3), Instant.MAX)).containsExactly(votes(1, 7, 8));
    }

    @Test
    default void ofTwoCountsOfOneMomentTheLaterKeptHolds() {
        TallyStore tallies = tallies();
        assertThat(tallies.keep(List.of(votes(1, 7, 0), votes(1, 8, 0)))).isEqualTo(2);
        assertThat(tallies.of(ids(3), NOW)).containsExactly(votes(1, 8, 0));
    }

    @Test
    default void aHistoryThatIsKeptAgainChangesNothing() {
        TallyStore tallies = tallies();
        List<Tally> history = List.of(votes(1, 7, 0), votes(1, 9, 1));
        tallies.keep(history);
        long latest = storage().changes().latest();
        assertThat(tallies.keep(history)).isZero();
        assertThat(storage().changes().latest()).isEqualTo(latest);
    }

    @Test
    default void kindsAndOriginsAreCountedApart() {
        TallyStore tallies = tallies();
        List<Tally> all =
                List.of(
                        votes(1, 7, 0),
                        votes(2, 7, 0),
                        tally(1, Tally.Kind.COMMENTS, "elsewhere", 7, 0),
                        tally(1, Tally.Kind.VOTES, "a third place", 7, 0));
        assertThat(tallies.keep(all)).isEqualTo(4);
        assertThat(tallies.of(ids(3), NOW)).containsExactlyInAnyOrderElementsOf(all);
        assertThat(tallies.of(List.of(id(2)), NOW)).containsExactly(votes(2, 7, 0));
    }

    @Test
    default void aCountChangesItsPaperOnce() {
        TallyStore tallies = tallies();
        long before = storage().changes().latest();
        tallies.keep(List.of(votes(1, 7, 0), tally(1, Tally.Kind.COMMENTS, "elsewhere", 2, 0)));
        assertThat(storage().changes().after(before, Set.of(Change.Kind.VOTE), 10))
                .extracting(Change::subject)
                .containsExactly(id(1).value());
    }

    @Test
    default void theSameCountKeptFromEightPlacesAtOnceIsNewOnce() {
        TallyStore tallies = tallies();
        List<Integer> kept = Together.run(8, i -> () -> tallies.keep(List.of(votes(1, 7, i))));
        assertThat(kept.stream().mapToInt(Integer::intValue).sum()).isEqualTo(1);
    }

    @Test
    default void countsOfManyPapersAreAskedForAtOnce() {
        storage().tallies().keep(IntStream.range(0, 2_000).mapToObj(n -> votes(n, n, 0)).toList());
        assertThat(storage().tallies().of(ids(3_000), NOW)).hasSize(2_000);
    }
}
