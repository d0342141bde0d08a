package org.broadsheet.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.broadsheet.contract.Fixtures.ARXIV;
import static org.broadsheet.contract.Fixtures.id;
import static org.broadsheet.contract.Fixtures.paper;
import static org.broadsheet.contract.Fixtures.papers;
import static org.broadsheet.contract.Fixtures.titled;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.broadsheet.change.Change;
import org.broadsheet.paper.Link;
import org.broadsheet.paper.Origin;
import org.broadsheet.paper.Paper;
import org.broadsheet.paper.PaperId;
import org.broadsheet.search.TextForVector;
import org.broadsheet.search.VectorStore;
import org.broadsheet.search.VectorStore.Vector;
import org.junit.jupiter.api.Test;

/// Keeping vectors and knowing which are missing.
public interface VectorStoreContract extends OverStorage {
    String MODEL = "a-model@1";

    private VectorStore vectors() {
        return storage().vectors();
    }

    private void put(String model, Paper paper, float... values) {
        vectors().put(model, Map.of(paper.id(), vector(paper, values)));
    }

    private static Vector vector(Paper paper, float... values) {
        return new Vector(values, TextForVector.fingerprint(paper));
    }

    private static Paper retitled(Paper paper, int days) {
        Origin later = new Origin(ARXIV.source(), ARXIV.asOf().plusDays(days));
        return Paper.of(paper.id(), paper.title() + " of day " + days, later).build();
    }

    @Test
    default void anEmptyStoreHasAndMissesNothing() {
        assertThat(vectors().get(MODEL, List.of(id(1)))).isEmpty();
        assertThat(vectors().missing(MODEL, 10)).isEmpty();
        assertThat(vectors().count(MODEL)).isZero();
        vectors().put(MODEL, Map.of());
        assertThat(storage().changes().latest()).isZero();
    }

    @Test
    default void aVectorComesBackBitForBit() {
        storage().papers().keep(papers(3));
        float[] values = {
            0, -0f, 1, -1, 1e-38f, Float.MIN_VALUE, Float.MAX_VALUE, Float.NaN, (float) Math.PI
        };
        put(MODEL, paper(1), values);
        Map<PaperId, Vector> found = vectors().get(MODEL, List.of(id(1), id(2), id(77)));
        assertThat(found).containsOnlyKeys(id(1));
        Vector vector = Objects.requireNonNull(found.get(id(1)));
        assertThat(vector.values()).isEqualTo(values);
        assertThat(vector.fingerprint()).isEqualTo(TextForVector.fingerprint(paper(1)));
    }

    @Test
    default void aNewVectorReplacesTheOldOneOfItsPaper() {
        storage().papers().keep(papers(2));
        put(MODEL, paper(1), 1, 2);
        put(MODEL, paper(1), 3, 4);
        assertThat(vectors().get(MODEL, List.of(id(1))).values())
                .extracting(vector -> vector.values()[0])
                .containsExactly(3f);
        assertThat(vectors().count(MODEL)).isEqualTo(1);
    }

    @Test
    default void aVectorOfAnotherModelReplacesItToo() {
        storage().papers().keep(papers(1));
        put(MODEL, paper(0), 1);
        put("another", paper(0), 2);
        assertThat(vectors().get(MODEL, List.of(id(0)))).isEmpty();
        assertThat(vectors().get("another", List.of(id(0)))).hasSize(1);
        assertThat(vectors().missing(MODEL, 10)).containsExactly(id(0));
        assertThat(vectors().missing("another", 10)).isEmpty();
        assertThat(vectors().missing("a third", 10)).containsExactly(id(0));
    }

    @Test
    default void aVectorOfAnUnknownPaperIsLeftOut() {
        storage().papers().keep(papers(1));
        long before = storage().changes().latest();
        Map<PaperId, Vector> two = new HashMap<>();
        two.put(id(0), vector(paper(0), 1));
        two.put(id(404), vector(paper(404), 1));
        vectors().put(MODEL, two);
        assertThat(vectors().get(MODEL, List.of(id(0), id(404)))).containsOnlyKeys(id(0));
        assertThat(storage().changes().after(before, Set.of(Change.Kind.VECTOR), 10))
                .extracting(Change::subject)
                .containsExactly(id(0).value());
    }

    @Test
    default void missingVectorsStandLatestPublishedFirstUpToTheLimit() {
        storage().papers().keep(papers(6));
        storage().papers().keep(List.of(titled(id(9), "Undated").build()));
        put(MODEL, paper(2), 1);
        assertThat(vectors().missing(MODEL, 3)).containsExactly(id(0), id(1), id(3));
        assertThat(vectors().missing(MODEL, 100))
                .containsExactly(id(0), id(1), id(3), id(4), id(5), id(9));
        assertThat(vectors().missing(MODEL, 0)).isEmpty();
        assertThat(vectors().count(MODEL)).isEqualTo(1);
    }

    @Test
    default void papersOfDifferentOldModelsAreMissingInOneOrder() {
        storage().papers().keep(papers(4));
        put("old", paper(0), 1);
        put("older", paper(2), 1);
        put(MODEL, paper(3), 1);
        assertThat(vectors().missing(MODEL, 10)).containsExactly(id(0), id(1), id(2));
        assertThat(vectors().missing(MODEL, 2)).containsExactly(id(0), id(1));
    }

    @Test
    default void aPaperWhoseTextBecomesDifferentIsMissingAgainAndKeepsItsOldVector() {
        storage().papers().keep(papers(2));
        put(MODEL, paper(1), 1);
        storage().papers().keep(List.of(retitled(paper(1), 1)));
        assertThat(vectors().missing(MODEL, 10)).containsExactly(id(0), id(1));
        assertThat(vectors().count(MODEL)).isZero();
        assertThat(vectors().get(MODEL, List.of(id(1)))).hasSize(1);
    }

    @Test
    default void aPaperWhoseTextComesBackIsNoLongerMissing() {
        storage().papers().keep(papers(1));
        put(MODEL, paper(0), 1);
        storage().papers().keep(List.of(retitled(paper(0), 1)));
        Origin later = new Origin(ARXIV.source(), ARXIV.asOf().plusDays(2));
        storage().papers().keep(List.of(Paper.of(id(0), paper(0).title(), later).build()));
        assertThat(vectors().missing(MODEL, 10)).isEmpty();
    }

    @Test
    default void aChangeThatLeavesTheTextAloneKeepsTheVectorCurrent() {
        storage().papers().keep(papers(1));
        put(MODEL, paper(0), 1);
        storage()
                .papers()
                .keep(
                        List.of(
                                titled(id(0), paper(0).title())
                                        .link(new Link(Link.Kind.CODE, "https://example.org/"))
                                        .build()));
        assertThat(vectors().missing(MODEL, 10)).isEmpty();
        assertThat(vectors().count(MODEL)).isEqualTo(1);
    }

    @Test
    default void aVectorMadeForOlderTextDoesNotCount() {
        storage().papers().keep(papers(1));
        storage().papers().keep(List.of(retitled(paper(0), 1)));
        put(MODEL, paper(0), 1);
        assertThat(vectors().count(MODEL)).isZero();
        assertThat(vectors().missing(MODEL, 10)).containsExactly(id(0));
        assertThat(vectors().get(MODEL, List.of(id(0)))).hasSize(1);
    }

    @Test
    default void manyVectorsAreKeptAndAskedForAtOnce() {
        storage().papers().keep(papers(1_500));
        Map<PaperId, Vector> many = new HashMap<>();
        IntStream.range(0, 1_500).forEach(n -> many.put(id(n), vector(paper(n), n)));
        vectors().put(MODEL, many);
        assertThat(vectors().get(MODEL, many.keySet())).hasSize(1_500);
        assertThat(vectors().count(MODEL)).isEqualTo(1_500);
        assertThat(vectors().missing(MODEL, 10)).isEmpty();
    }
}
