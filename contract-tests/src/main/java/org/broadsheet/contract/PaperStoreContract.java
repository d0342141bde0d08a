package org.broadsheet.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.broadsheet.contract.Fixtures.ARXIV;
import static org.broadsheet.contract.Fixtures.HOSTED;
import static org.broadsheet.contract.Fixtures.id;
import static org.broadsheet.contract.Fixtures.paper;
import static org.broadsheet.contract.Fixtures.papers;
import static org.broadsheet.contract.Fixtures.titled;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.broadsheet.change.Change;
import org.broadsheet.paper.Author;
import org.broadsheet.paper.AuthorKey;
import org.broadsheet.paper.Fact;
import org.broadsheet.paper.Link;
import org.broadsheet.paper.Origin;
import org.broadsheet.paper.Paper;
import org.broadsheet.paper.PaperId;
import org.broadsheet.paper.PaperStore;
import org.broadsheet.paper.PaperStore.Kept;
import org.broadsheet.paper.PaperStore.WirePlace;
import org.junit.jupiter.api.Test;

/// Keeping papers: what comes back, what merges, what counts as a change.
public interface PaperStoreContract extends OverStorage {
    private PaperStore papersHere() {
        return storage().papers();
    }

    @Test
    default void anEmptyStoreHasNoPapers() {
        assertThat(papersHere().count()).isZero();
        assertThat(papersHere().get(id(1))).isEmpty();
        assertThat(papersHere().get(List.of(id(1), id(2)))).isEmpty();
        assertThat(papersHere().get(List.of())).isEmpty();
        assertThat(papersHere().wire(WirePlace.TOP, 10)).isEmpty();
        assertThat(papersHere().by(AuthorKey.of("Nobody"))).isEmpty();
        assertThat(papersHere().byTitle(List.of("nothing"))).isEmpty();
    }

    @Test
    default void keepingNothingIsFine() {
        assertThat(papersHere().keep(List.of())).isEqualTo(new Kept(0, 0, 0));
        assertThat(storage().changes().latest()).isZero();
    }

    @Test
    default void aPaperComesBackAsItWasKept() {
        Paper everything = Fixtures.everything();
        assertThat(papersHere().keep(List.of(everything))).isEqualTo(new Kept(1, 0, 0));
        assertThat(papersHere().get(everything.id())).contains(everything);
    }

    @Test
    default void aPaperOfWhichOnlyTheTitleIsKnownComesBackSo() {
        Paper bare = titled(id(1), "A bare title").build();
        papersHere().keep(List.of(bare));
        assertThat(papersHere().get(id(1))).contains(bare);
    }

    @Test
    default void idsOfEverySchemeAreKept() {
        List<PaperId> ids =
                List.of(
                        PaperId.of("cs/9809007"),
                        PaperId.of("math.AG/0301001"),
                        PaperId.of("doi:10.1000/x.y"),
                        PaperId.of("acl:P19-1001"),
                        PaperId.of("openreview:abc_D-1"),
                        PaperId.of("local:отчёт-👩‍🔬"));
        papersHere().keep(ids.stream().map(one -> titled(one, "Titled " + one).build()).toList());
        assertThat(papersHere().get(ids).keySet()).containsExactlyInAnyOrderElementsOf(ids);
    }

    @Test
    default void tenThousandAuthorsComeBackInTheirOrder() {
        List<String> names = IntStream.range(0, 10_000).mapToObj(n -> "Author " + n).toList();
        Paper paper = titled(id(1), "A large collaboration").authors(names).build();
        papersHere().keep(List.of(paper));
        assertThat(papersHere().get(id(1)).orElseThrow().authors())
                .containsExactlyElementsOf(names.stream().map(Author::new).toList());
        assertThat(papersHere().by(AuthorKey.of("Author 9999"))).containsExactly(paper);
    }

    @Test
    default void theSamePapersAgainChangeNothingAndTakeNoNumber() {
        papersHere().keep(papers(50));
        long latest = storage().changes().latest();
        assertThat(papersHere().keep(papers(50))).isEqualTo(new Kept(0, 0, 50));
        assertThat(storage().changes().latest()).isEqualTo(latest);
        assertThat(papersHere().count()).isEqualTo(50);
    }

    @Test
    default void factsOfSeveralSourcesBecomeOnePaper() {
        Paper first = paper(1);
        Paper second =
                Paper.of(id(1), "Another title", HOSTED)
                        .link(new Link(Link.Kind.CODE, "https://example.org/code"))
                        .build();
        papersHere().keep(List.of(first));
        assertThat(papersHere().keep(List.of(second))).isEqualTo(new Kept(0, 1, 0));
        assertThat(papersHere().get(id(1))).contains(first.merge(second));
    }

    @Test
    default void aLessTrustedStatementOfKnownFactsChangesNothing() {
        papersHere().keep(List.of(paper(1)));
        long latest = storage().changes().latest();
        Paper weaker = Paper.of(id(1), "Another title", HOSTED).build();
        assertThat(papersHere().keep(List.of(weaker))).isEqualTo(new Kept(0, 0, 1));
        assertThat(storage().changes().latest()).isEqualTo(latest);
    }

    @Test
    default void aNewerDayOfTheSameSourceIsAChangeOnce() {
        papersHere().keep(List.of(paper(1)));
        Origin tomorrow = new Origin(ARXIV.source(), ARXIV.asOf().plusDays(1));
        Paper newer = Paper.of(id(1), paper(1).title(), tomorrow).build();
        assertThat(papersHere().keep(List.of(newer)).changed()).isEqualTo(1);
        assertThat(papersHere().keep(List.of(newer)).unchanged()).isEqualTo(1);
        assertThat(papersHere().keep(List.of(paper(1))).unchanged()).isEqualTo(1);
        assertThat(papersHere().get(id(1)).orElseThrow().origins())
                .containsEntry(Fact.TITLE, tomorrow)
                .containsEntry(Fact.ABSTRACT, ARXIV);
    }

    @Test
    default void twoStatementsInOneCallMergeInTheirOrder() {
        Paper second =
                Paper.of(id(1), "x", HOSTED)
                        .link(new Link(Link.Kind.CODE, "https://example.org/code"))
                        .build();
        Kept kept = papersHere().keep(List.of(paper(1), second, paper(1)));
        assertThat(kept).isEqualTo(new Kept(1, 1, 1));
        assertThat(papersHere().get(id(1))).contains(paper(1).merge(second));
        assertThat(storage().changes().after(0, Set.of(Change.Kind.PAPER), 10)).hasSize(1);
    }

    @Test
    default void manyIdsAreAskedForAtOnce() {
        papersHere().keep(papers(2_500));
        List<PaperId> asked = IntStream.range(0, 10_000).mapToObj(n -> id(n % 5_000)).toList();
        Map<PaperId, Paper> found = papersHere().get(asked);
        assertThat(found).hasSize(2_500).containsEntry(id(2_499), paper(2_499));
    }

    @Test
    default void eightThreadsThatKeepTheSamePapersAddEachOnce() {
        List<Kept> kept =
                Together.run(
                        8,
                        i ->
                                () -> {
                                    List<Paper> mixed = new ArrayList<>(papers(200));
                                    Collections.rotate(mixed, 25 * i);
                                    return papersHere().keep(mixed);
                                });
        assertThat(kept.stream().mapToInt(Kept::added).sum()).isEqualTo(200);
        assertThat(kept.stream().mapToInt(Kept::changed).sum()).isZero();
        assertThat(papersHere().count()).isEqualTo(200);
        assertThat(storage().changes().latest()).isEqualTo(200);
    }

    @Test
    default void statementsThatArriveAtOnceAllEndInThePaper() {
        Together.run(8, i -> () -> papersHere().keep(List.of(Statements.of(i))));
        Paper paper = papersHere().get(id(1)).orElseThrow();
        assertThat(paper.origins().keySet()).containsAll(Statements.FACTS);
    }
}
