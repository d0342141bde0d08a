package org.broadsheet.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class PaperTest {
    private static final PaperId ID = PaperId.of("2308.16898");
    private static final LocalDate MONDAY = LocalDate.of(2025, 11, 3);
    private static final Origin PAGE = new Origin(SourceName.SEARCH_PAGE, MONDAY);
    private static final Origin DAILY = new Origin(SourceName.HOSTED_DAILY, MONDAY);

    @Test
    void aMoreTrustedSourceReplacesAFactAndALessTrustedOneDoesNot() {
        Paper page = Paper.of(ID, "From the page", PAGE).build();
        Paper daily = Paper.of(ID, "From the day", DAILY).build();

        assertThat(page.merge(daily).title()).isEqualTo("From the day");
        assertThat(daily.merge(page).title()).isEqualTo("From the day");
    }

    @Test
    void theLaterStatementOfEquallyTrustedSourcesWins() {
        Paper early = Paper.of(ID, "Early", DAILY).build();
        Origin tuesday = new Origin(SourceName.HOSTED_DAILY, MONDAY.plusDays(1));
        Paper late = Paper.of(ID, "Late", tuesday).build();

        assertThat(early.merge(late).title()).isEqualTo("Late");
        assertThat(late.merge(early).title()).isEqualTo("Late");
    }

    @Test
    void aFactThatTheOtherLeavesOutStaysAndKeepsItsOrigin() {
        Paper page = Paper.of(ID, "Title", PAGE).abstractText("What it says.").build();
        Paper daily = Paper.of(ID, "Title", DAILY).keywords(List.of("attention")).build();

        Paper merged = page.merge(daily);

        assertThat(merged.abstractText()).isEqualTo("What it says.");
        assertThat(merged.keywords()).containsExactly("attention");
        assertThat(merged.origins())
                .containsEntry(Fact.ABSTRACT, PAGE)
                .containsEntry(Fact.KEYWORDS, DAILY);
    }

    @Test
    void mergingTheSameStatementAgainChangesNothing() {
        Paper page = Paper.of(ID, "Title", PAGE).authors(List.of("A. Author")).build();
        Paper daily = Paper.of(ID, "Title!", DAILY).published(MONDAY).build();
        Paper once = page.merge(daily);

        assertThat(once.merge(daily)).isEqualTo(once);
        assertThat(once.merge(page)).isEqualTo(once);
    }

    @Test
    void ofTwoStatementsOfOneOriginTheOneThatSaysMoreWinsInEitherOrder() {
        Paper brief = Paper.of(ID, "Title", DAILY).abstractText("Little.").build();
        Paper full = Paper.of(ID, "Title", DAILY).abstractText("Much more.").build();

        assertThat(brief.merge(full)).isEqualTo(full.merge(brief));
        assertThat(brief.merge(full).abstractText()).isEqualTo("Much more.");
        assertThat(brief.merge(full).merge(brief)).isEqualTo(brief.merge(full));
    }

    @Test
    void titlesLoseLineBreaksAndInvisibleTurns() {
        Paper paper = Paper.of(ID, " Heads\n  and \u202Etails\u0000 ", PAGE).build();

        assertThat(paper.title()).isEqualTo("Heads and tails");
    }

    @Test
    void tenThousandAuthorsAreAcceptedAndOneMoreIsNot() {
        List<String> most = Collections.nCopies(Paper.MOST_AUTHORS, "A. Author");
        List<String> tooMany = Collections.nCopies(Paper.MOST_AUTHORS + 1, "A. Author");

        assertThat(Paper.of(ID, "T", PAGE).authors(most).build().authors()).hasSize(10_000);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Paper.of(ID, "T", PAGE).authors(tooMany).build())
                .withMessageContaining("10,001 authors; at most 10,000");
    }

    @Test
    void aPaperWithoutTitleIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Paper.of(ID, " \n", PAGE).build())
                .withMessageContaining("2308.16898 has no title");
    }

    @Test
    void spellingsOfOneNameShareAKey() {
        assertThat(AuthorKey.of("Matthias Nießner")).isEqualTo(AuthorKey.of("matthias  niessner"));
        assertThat(AuthorKey.of("José-María Álvarez").value()).isEqualTo("jose-maria-alvarez");
        assertThat(AuthorKey.of("王伟").value()).isEqualTo("王伟");
        assertThat(AuthorKey.of("...").value()).isEqualTo("-");
    }
}
