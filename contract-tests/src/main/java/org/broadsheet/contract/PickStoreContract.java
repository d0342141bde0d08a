package org.broadsheet.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.broadsheet.contract.Fixtures.NOW;
import static org.broadsheet.contract.Fixtures.TODAY;
import static org.broadsheet.contract.Fixtures.id;
import static org.broadsheet.contract.Fixtures.papers;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.broadsheet.change.Change;
import org.broadsheet.edition.Overrule;
import org.broadsheet.edition.Pick;
import org.broadsheet.edition.PickStore;
import org.broadsheet.edition.PickStore.Dated;
import org.broadsheet.edition.Submission;
import org.junit.jupiter.api.Test;

/// What the editor picked, and what curators decided.
public interface PickStoreContract extends OverStorage {
    private PickStore picks() {
        return storage().picks();
    }

    private static Pick pick(int n) {
        return new Pick(id(n), Pick.By.EDITOR, "Because of " + n + ".");
    }

    private static Overrule overrule(int n, LocalDate day, Overrule.Kind kind) {
        return new Overrule(day, id(n), kind, "Emmy", NOW.plusSeconds(n));
    }

    private List<Submission> edition(LocalDate day) {
        return storage().editions().between(day, day);
    }

    @Test
    default void nothingIsPickedAtFirst() {
        assertThat(picks().between(TODAY.minusDays(9), TODAY)).isEmpty();
        assertThat(picks().latestDay()).isEmpty();
        assertThat(picks().overrules(TODAY, TODAY)).isEmpty();
    }

    @Test
    default void picksAreSubmittedInTheirOrder() {
        storage().papers().keep(papers(4));
        assertThat(picks().publish(TODAY, List.of(pick(3), pick(1)), NOW)).isTrue();
        assertThat(picks().between(TODAY, TODAY))
                .containsExactly(new Dated(TODAY, pick(3)), new Dated(TODAY, pick(1)));
        assertThat(edition(TODAY))
                .containsExactly(
                        new Submission(id(3), TODAY, NOW, "", "editor"),
                        new Submission(id(1), TODAY, NOW.plusMillis(1), "", "editor"));
        assertThat(picks().latestDay()).contains(TODAY);
    }

    @Test
    default void theSamePicksAgainChangeNothing() {
        storage().papers().keep(papers(4));
        picks().publish(TODAY, List.of(pick(3), pick(1)), NOW);
        long before = storage().changes().latest();
        assertThat(picks().publish(TODAY, List.of(pick(3), pick(1)), NOW.plusSeconds(9))).isFalse();
        assertThat(storage().changes().latest()).isEqualTo(before);
        assertThat(edition(TODAY)).extracting(Submission::at).first().isEqualTo(NOW);
    }

    @Test
    default void aFormerPickIsTakenBackAndTheOthersStayAsTheyWere() {
        storage().papers().keep(papers(4));
        picks().publish(TODAY, List.of(pick(0), pick(1)), NOW);
        long before = storage().changes().latest();
        assertThat(picks().publish(TODAY, List.of(pick(2), pick(1)), NOW.plusSeconds(9))).isTrue();
        assertThat(edition(TODAY))
                .containsExactly(
                        new Submission(id(1), TODAY, NOW.plusMillis(1), "", "editor"),
                        new Submission(id(2), TODAY, NOW.plusSeconds(9), "", "editor"));
        assertThat(storage().changes().after(before, Set.of(Change.Kind.EDITION), 10))
                .extracting(Change::subject)
                .containsExactly(TODAY.toString());
    }

    @Test
    default void whatReadersSubmittedStaysTheirs() {
        storage().papers().keep(papers(4));
        Submission readers = new Submission(id(1), TODAY, NOW, "Ada", "reader");
        storage().editions().submit(List.of(readers));
        picks().publish(TODAY, List.of(pick(1), pick(2)), NOW.plusSeconds(1));
        assertThat(edition(TODAY)).hasSize(2).contains(readers);
        picks().publish(TODAY, List.of(), NOW.plusSeconds(2));
        assertThat(edition(TODAY)).containsExactly(readers);
    }

    @Test
    default void aDayWithoutPicksWasEditedAllTheSame() {
        picks().publish(TODAY, List.of(), NOW);
        assertThat(picks().latestDay()).contains(TODAY);
        assertThat(storage().editions().before(TODAY.plusDays(1))).isEmpty();
        picks().publish(TODAY.minusDays(1), List.of(), NOW);
        assertThat(picks().latestDay()).contains(TODAY);
    }

    @Test
    default void aPickOfAnUnknownPaperIsRefusedWhole() {
        storage().papers().keep(papers(1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> picks().publish(TODAY, List.of(pick(0), pick(7)), NOW))
                .withMessageContaining(id(7).value());
        assertThat(edition(TODAY)).isEmpty();
        assertThat(picks().latestDay()).isEmpty();
    }

    @Test
    default void aDecisionStandsUntilAnotherReplacesItOrItIsTakenBack() {
        storage().papers().keep(papers(4));
        Overrule out = overrule(1, TODAY, Overrule.Kind.OUT);
        Overrule in = overrule(0, TODAY, Overrule.Kind.IN);
        Overrule yesterday = overrule(2, TODAY.minusDays(1), Overrule.Kind.IN);
        List.of(out, in, yesterday).forEach(picks()::overrule);
        assertThat(picks().overrules(TODAY.minusDays(1), TODAY))
                .containsExactly(yesterday, in, out);
        Overrule other = new Overrule(TODAY, id(1), Overrule.Kind.IN, "Ada", NOW);
        picks().overrule(other);
        assertThat(picks().overrules(TODAY, TODAY)).containsExactly(in, other);
        long before = storage().changes().latest();
        picks().restore(TODAY, id(0));
        assertThat(storage().changes().latest()).isGreaterThan(before);
        long after = storage().changes().latest();
        picks().restore(TODAY, id(0));
        assertThat(storage().changes().latest()).isEqualTo(after);
        assertThat(picks().overrules(TODAY, TODAY)).containsExactly(other);
    }

    @Test
    default void aDecisionAboutAnUnknownPaperIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> picks().overrule(overrule(1, TODAY, Overrule.Kind.IN)));
    }
}
