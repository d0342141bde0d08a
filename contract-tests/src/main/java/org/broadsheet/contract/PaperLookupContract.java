package org.broadsheet.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.broadsheet.contract.Fixtures.ARXIV;
import static org.broadsheet.contract.Fixtures.TODAY;
import static org.broadsheet.contract.Fixtures.id;
import static org.broadsheet.contract.Fixtures.paper;
import static org.broadsheet.contract.Fixtures.papers;
import static org.broadsheet.contract.Fixtures.titled;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.broadsheet.paper.AuthorKey;
import org.broadsheet.paper.Origin;
import org.broadsheet.paper.Paper;
import org.broadsheet.paper.PaperId;
import org.broadsheet.paper.PaperStore.WirePlace;
import org.broadsheet.paper.Text;
import org.junit.jupiter.api.Test;

/// Finding papers by title, by author and in the wire.
public interface PaperLookupContract extends OverStorage {
    private void keep(Paper... papers) {
        storage().papers().keep(List.of(papers));
    }

    private List<PaperId> wire(WirePlace after, int limit) {
        return storage().papers().wire(after, limit).stream().map(Paper::id).toList();
    }

    private static Paper newly(Paper paper, String title) {
        return Paper.of(paper.id(), title, new Origin(ARXIV.source(), ARXIV.asOf().plusDays(1)))
                .build();
    }

    @Test
    default void aTitleFindsItsPaperWhateverItsCaseAndMarkUp() {
        keep(titled(id(1), "Neural $\\mathcal{H}$eads: A Survey").build());
        String key = Text.titleKey("neural heads  a SURVEY");
        assertThat(storage().papers().byTitle(List.of(key, "unknown"))).containsOnlyKeys(key);
        assertThat(storage().papers().byTitle(List.of(key))).containsEntry(key, id(1));
    }

    @Test
    default void ofSeveralPapersWithOneTitleTheSmallestIdAnswers() {
        keep(titled(id(7), "Twins").build());
        keep(titled(id(3), "TWINS!").build(), titled(id(5), "twins").build());
        assertThat(storage().papers().byTitle(List.of("twins"))).containsEntry("twins", id(3));
    }

    @Test
    default void aNewTitleReplacesTheOldOneInTheLookUp() {
        keep(titled(id(1), "Old title").build());
        keep(newly(titled(id(1), "Old title").build(), "New title"));
        assertThat(storage().papers().byTitle(List.of("oldtitle", "newtitle")))
                .containsOnlyKeys("newtitle");
    }

    @Test
    default void anAuthorsPapersStandNewestFirstThenByIdAndUndatedLast() {
        Paper undated = titled(id(9), "Undated").authors(List.of("Ada")).build();
        Paper old = by("Ada", 1, 2020);
        Paper tieLater = by("Ada", 4, 2024);
        Paper tieFirst = by("Ada", 2, 2024);
        keep(undated, old, tieLater, tieFirst, by("Grace", 3, 2024));
        assertThat(storage().papers().by(AuthorKey.of("Ada")))
                .containsExactly(tieFirst, tieLater, old, undated);
    }

    private static Paper by(String author, int n, int year) {
        return titled(id(n), "Number " + n)
                .authors(List.of(author))
                .published(TODAY.withYear(year))
                .build();
    }

    @Test
    default void allSpellingsOfANameShareOnePage() {
        Paper one = titled(id(1), "One").authors(List.of("Matthias Nießner")).build();
        Paper two = titled(id(2), "Two").authors(List.of("MATTHIAS NIESSNER")).build();
        keep(one, two);
        assertThat(storage().papers().by(AuthorKey.of("matthias-niessner")))
                .containsExactly(one, two);
    }

    @Test
    default void aNamesakeOnOnePaperCountsOnce() {
        Paper paper = titled(id(1), "Namesakes").authors(List.of("Wei Wang", "Wei  Wang")).build();
        keep(paper);
        assertThat(storage().papers().by(AuthorKey.of("Wei Wang"))).containsExactly(paper);
    }

    @Test
    default void anAuthorWhoIsTakenOffAPaperLosesItFromThePage() {
        keep(titled(id(1), "Paper").authors(List.of("Ada", "Wrongly Named")).build());
        Origin later = new Origin(ARXIV.source(), ARXIV.asOf().plusDays(1));
        keep(Paper.of(id(1), "Paper", later).authors(List.of("Ada", "Emmy")).build());
        assertThat(storage().papers().by(AuthorKey.of("Wrongly Named"))).isEmpty();
        assertThat(storage().papers().by(AuthorKey.of("Ada"))).hasSize(1);
        assertThat(storage().papers().by(AuthorKey.of("Emmy"))).hasSize(1);
    }

    @Test
    default void anAuthorsPageEndsAtAThousandPapers() {
        storage().papers().keep(papers(1_003));
        List<Paper> found = storage().papers().by(AuthorKey.of("Emmy Shared"));
        assertThat(found).hasSize(1_000).startsWith(paper(0)).endsWith(paper(999));
    }

    @Test
    default void theWireRunsFromTheLatestDayAndFromTheLargestId() {
        keep(
                titled(id(1), "Undated").build(),
                titled(id(2), "Today").published(TODAY).build(),
                titled(id(3), "Today too").published(TODAY).build(),
                titled(id(4), "Before 1970").published(TODAY.withYear(1955)).build(),
                titled(id(5), "Undated too").build());
        assertThat(wire(WirePlace.TOP, 10)).containsExactly(id(3), id(2), id(4), id(5), id(1));
    }

    @Test
    default void pagesOfTheWireJoinWithoutGapOrRepeat() {
        List<Paper> all = new ArrayList<>(papers(20));
        IntStream.range(20, 40)
                .mapToObj(n -> titled(id(n), "Same day " + n).published(TODAY).build())
                .forEach(all::add);
        IntStream.range(40, 50)
                .mapToObj(n -> titled(id(n), "Undated " + n).build())
                .forEach(all::add);
        storage().papers().keep(all);
        List<PaperId> read = new ArrayList<>();
        WirePlace place = WirePlace.TOP;
        List<Paper> page = storage().papers().wire(place, 7);
        while (!page.isEmpty()) {
            page.forEach(paper -> read.add(paper.id()));
            assertThat(read).as("no page repeats one before").doesNotHaveDuplicates();
            place = place.after(page.getLast());
            page = storage().papers().wire(place, 7);
        }
        assertThat(read).hasSize(50).isEqualTo(wire(WirePlace.TOP, 100));
    }

    @Test
    default void aPaperThatComesInWhileSomebodyTurnsPagesShiftsNothing() {
        storage().papers().keep(papers(10));
        List<Paper> first = storage().papers().wire(WirePlace.TOP, 5);
        keep(titled(id(99), "Newest").published(TODAY.plusDays(1)).build());
        assertThat(wire(WirePlace.TOP.after(first.getLast()), 2)).containsExactly(id(5), id(6));
    }

    @Test
    default void theWireOfACategoryHoldsOnlyItsPapers() {
        keep(
                titled(id(1), "A").published(TODAY).categories(List.of("cs.CV")).build(),
                titled(id(2), "B").published(TODAY).categories(List.of("cs.LG", "cs.CV")).build(),
                titled(id(3), "C").published(TODAY).categories(List.of("cs.LG")).build(),
                titled(id(4), "D").categories(List.of("cs.CV")).build());
        assertThat(wire(WirePlace.top("cs.CV"), 10)).containsExactly(id(2), id(1), id(4));
        WirePlace place = new WirePlace(TODAY, id(2), "cs.CV");
        assertThat(wire(place, 1)).containsExactly(id(1));
        assertThat(wire(WirePlace.top("cs"), 10)).isEmpty();
    }

    @Test
    default void aPaperMovesInTheWireWhenItsDayOrCategoryBecomesKnown() {
        keep(titled(id(1), "First").categories(List.of("cs.CV")).build(), paper(2));
        assertThat(wire(WirePlace.TOP, 10)).containsExactly(id(2), id(1));
        Origin later = new Origin(ARXIV.source(), ARXIV.asOf().plusDays(1));
        keep(Paper.of(id(1), "First", later).published(TODAY).categories(List.of("cs.LG")).build());
        assertThat(wire(WirePlace.TOP, 10)).containsExactly(id(1), id(2));
        assertThat(wire(WirePlace.top("cs.LG"), 10)).containsExactly(id(1), id(2));
        assertThat(wire(WirePlace.top("cs.CV"), 10)).isEmpty();
    }

    @Test
    default void aPageOfNoPapersIsEmpty() {
        storage().papers().keep(papers(3));
        assertThat(wire(WirePlace.TOP, 0)).isEmpty();
    }

    @Test
    default void theWireCanBeReadFromADayOn() {
        storage().papers().keep(papers(5));
        storage().papers().keep(List.of(titled(id(9), "Undated").build()));
        assertThat(wire(WirePlace.TOP.from(TODAY.minusDays(2)), 10))
                .containsExactly(id(2), id(3), id(4), id(9));
        assertThat(wire(WirePlace.top("cs.LG").from(TODAY.minusDays(3)), 10))
                .containsExactly(id(3), id(4));
        assertThat(wire(WirePlace.TOP.from(TODAY.plusDays(3)), 1)).containsExactly(id(0));
    }
}
