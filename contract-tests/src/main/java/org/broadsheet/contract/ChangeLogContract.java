package org.broadsheet.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.broadsheet.contract.Fixtures.ADA;
import static org.broadsheet.contract.Fixtures.NOW;
import static org.broadsheet.contract.Fixtures.TODAY;
import static org.broadsheet.contract.Fixtures.id;
import static org.broadsheet.contract.Fixtures.paper;
import static org.broadsheet.contract.Fixtures.papers;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.broadsheet.change.Change;
import org.broadsheet.change.Change.Kind;
import org.broadsheet.change.ChangeLog;
import org.broadsheet.edition.Submission;
import org.broadsheet.paper.Paper;
import org.broadsheet.reader.ReaderId;
import org.broadsheet.search.VectorStore.Vector;
import org.junit.jupiter.api.Test;

/// The sequence of changes, and what a follower of it can rely on.
public interface ChangeLogContract extends OverStorage {
    Set<Kind> ALL = EnumSet.allOf(Kind.class);

    private ChangeLog log() {
        return storage().changes();
    }

    @Test
    default void anEmptyStoreHasNoChanges() {
        assertThat(log().latest()).isZero();
        assertThat(log().latest(ALL)).isZero();
        assertThat(log().latest(Set.of())).isZero();
        assertThat(log().after(0, ALL, 10)).isEmpty();
        assertThat(log().after(0, Set.of(), 10)).isEmpty();
    }

    @Test
    default void everyChangeGetsTheNextNumberInItsOrder() {
        storage().papers().keep(List.of(paper(2), paper(1)));
        storage().papers().keep(List.of(paper(3)));
        List<Change> changes = log().after(0, ALL, 10);
        assertThat(changes).extracting(Change::sequence).containsExactly(1L, 2L, 3L);
        assertThat(changes.getLast().subject()).isEqualTo(id(3).value());
        assertThat(log().latest()).isEqualTo(3);
    }

    @Test
    default void kindsAreFollowedApart() {
        storage().papers().keep(papers(2));
        storage().votes().cast(ADA, id(0), NOW);
        storage().editions().submit(List.of(new Submission(id(0), TODAY, NOW, "", "reader")));
        storage().vectors().put("m", Map.of(id(1), new Vector(new float[] {1}, "f")));
        assertThat(log().latest()).isEqualTo(5);
        assertThat(log().latest(Set.of(Kind.PAPER))).isEqualTo(2);
        assertThat(log().latest(Set.of(Kind.VOTE))).isEqualTo(3);
        assertThat(log().latest(Set.of(Kind.EDITION, Kind.VOTE))).isEqualTo(4);
        assertThat(log().latest(Set.of(Kind.VECTOR))).isEqualTo(5);
        assertThat(log().after(0, Set.of(Kind.EDITION, Kind.VECTOR), 10))
                .containsExactly(
                        new Change(4, Kind.EDITION, TODAY.toString()),
                        new Change(5, Kind.VECTOR, id(1).value()));
    }

    @Test
    default void onlyTheLatestChangeOfASubjectIsKept() {
        storage().papers().keep(papers(2));
        storage().votes().cast(ADA, id(0), NOW);
        storage().votes().cast(ADA, id(1), NOW);
        storage().votes().withdraw(ADA, id(0), NOW.plusSeconds(1));
        assertThat(log().after(0, Set.of(Kind.VOTE), 10))
                .containsExactly(
                        new Change(4, Kind.VOTE, id(1).value()),
                        new Change(5, Kind.VOTE, id(0).value()));
    }

    @Test
    default void changesAreReadInOrderPageByPage() {
        storage().papers().keep(papers(25));
        storage().vectors().put("m", Map.of(id(3), new Vector(new float[] {1}, "f")));
        List<Long> read = new ArrayList<>();
        List<Change> page = log().after(0, ALL, 10);
        while (!page.isEmpty()) {
            assertThat(page).hasSizeLessThanOrEqualTo(10);
            page.forEach(change -> read.add(change.sequence()));
            assertThat(read).as("no page repeats one before").doesNotHaveDuplicates();
            page = log().after(read.getLast(), ALL, 10);
        }
        assertThat(read).hasSize(26).isSorted().endsWith(26L);
        assertThat(log().after(0, ALL, 0)).isEmpty();
    }

    @Test
    default void aChangeIsVisibleOnceTheWriteReturns() {
        for (int i = 0; i < 20; i++) {
            storage().papers().keep(List.of(paper(i)));
            assertThat(log().latest()).isEqualTo(i + 1);
            assertThat(log().after(i, ALL, 10)).hasSize(1);
        }
    }

    /// Each paper changes once, so a follower that skips no number must see every number.
    @Test
    default void aFollowerOfManyWritersSeesEveryNumberInOrder() {
        int writers = 5;
        int each = 40;
        List<List<Long>> seen =
                Together.run(
                        writers + 1,
                        i -> i < writers ? () -> write(i, each) : () -> follow(writers * each));
        assertThat(seen.getLast())
                .hasSize(writers * each)
                .startsWith(1L)
                .endsWith((long) writers * each)
                .isSorted()
                .doesNotHaveDuplicates();
    }

    private List<Long> write(int writer, int count) {
        for (int n = 0; n < count; n++) {
            Paper paper = paper(writer * 1_000 + n);
            storage().papers().keep(List.of(paper));
        }
        return List.of();
    }

    private List<Long> follow(int until) {
        List<Long> seen = new ArrayList<>();
        long last = 0;
        while (last < until) {
            long latest = log().latest();
            List<Change> news = log().after(last, ALL, 7);
            for (Change change : news) {
                seen.add(change.sequence());
                last = change.sequence();
            }
            if (news.size() < 7) {
                assertThat(last)
                        .as("all up to the latest are visible")
                        .isGreaterThanOrEqualTo(latest);
            }
        }
        return seen;
    }

    @Test
    default void writersOfEveryKindShareOneSequence() {
        storage().papers().keep(papers(8));
        Together.run(
                8,
                i ->
                        () -> {
                            storage().votes().cast(new ReaderId("r" + i), id(i), NOW);
                            storage().papers().keep(List.of(paper(100 + i)));
                            return i;
                        });
        assertThat(log().after(0, ALL, 100)).hasSize(24);
        assertThat(log().latest()).isEqualTo(24);
    }
}
