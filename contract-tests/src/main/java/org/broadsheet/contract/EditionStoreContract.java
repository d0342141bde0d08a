package org.broadsheet.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.broadsheet.contract.Fixtures.NOW;
import static org.broadsheet.contract.Fixtures.TODAY;
import static org.broadsheet.contract.Fixtures.WILD;
import static org.broadsheet.contract.Fixtures.id;
import static org.broadsheet.contract.Fixtures.papers;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.broadsheet.change.Change;
import org.broadsheet.edition.Submission;
import org.junit.jupiter.api.Test;

/// Keeping what makes editions.
public interface EditionStoreContract extends OverStorage {
    private static Submission submission(int paper, LocalDate day, int minute) {
        return new Submission(id(paper), day, NOW.plusSeconds(60L * minute), "", "reader");
    }

    private int submit(Submission... submissions) {
        return storage().editions().submit(List.of(submissions));
    }

    @Test
    default void anEmptyStoreHasNoEditions() {
        assertThat(storage().editions().between(LocalDate.EPOCH, TODAY)).isEmpty();
        assertThat(storage().editions().of(id(1))).isEmpty();
        assertThat(storage().editions().before(TODAY)).isEmpty();
        assertThat(storage().editions().after(TODAY)).isEmpty();
        assertThat(submit()).isZero();
    }

    @Test
    default void aSubmissionComesBackAsItWasMade() {
        storage().papers().keep(papers(2));
        Submission made = new Submission(id(1), TODAY, NOW, WILD, "hosted daily papers");
        assertThat(submit(made)).isEqualTo(1);
        assertThat(storage().editions().between(TODAY, TODAY)).containsExactly(made);
        assertThat(storage().editions().of(id(1))).containsExactly(made);
    }

    @Test
    default void aPaperStaysInADayAsItWasFirstSubmitted() {
        storage().papers().keep(papers(2));
        submit(submission(1, TODAY, 0));
        long latest = storage().changes().latest();
        assertThat(submit(new Submission(id(1), TODAY, NOW.minusSeconds(1), "x", "y"))).isZero();
        assertThat(storage().editions().of(id(1))).containsExactly(submission(1, TODAY, 0));
        assertThat(storage().changes().latest()).isEqualTo(latest);
    }

    @Test
    default void aPaperMayStandInSeveralDaysEarliestFirst() {
        storage().papers().keep(papers(2));
        Submission later = submission(1, TODAY, 0);
        Submission earlier = submission(1, TODAY.minusDays(3), 5);
        assertThat(submit(later, earlier)).isEqualTo(2);
        assertThat(storage().editions().of(id(1))).containsExactly(earlier, later);
    }

    @Test
    default void submissionsOfSeveralDaysStandByDayThenTimeThenId() {
        storage().papers().keep(papers(9));
        LocalDate next = TODAY.plusDays(1);
        Submission nextDay = submission(1, next, 0);
        Submission late = submission(2, TODAY, 9);
        Submission tieSecond = submission(4, TODAY, 1);
        Submission tieFirst = submission(3, TODAY, 1);
        submit(nextDay, late, tieSecond, tieFirst, submission(5, TODAY.minusDays(1), 0));
        submit(submission(6, next.plusDays(1), 0));
        assertThat(storage().editions().between(TODAY, next))
                .containsExactly(tieFirst, tieSecond, late, nextDay);
    }

    @Test
    default void aSubmissionOfAnUnknownPaperKeepsNothingOfTheCall() {
        storage().papers().keep(papers(2));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> submit(submission(1, TODAY, 0), submission(77, TODAY, 0)))
                .withMessageContaining(id(77).value());
        assertThat(storage().editions().between(TODAY, TODAY)).isEmpty();
        assertThat(storage().changes().latest(Set.of(Change.Kind.EDITION))).isZero();
    }

    @Test
    default void theNeighboursOfADaySkipEmptyDays() {
        storage().papers().keep(papers(3));
        submit(submission(1, TODAY.minusDays(40), 0), submission(2, TODAY, 0));
        assertThat(storage().editions().before(TODAY)).contains(TODAY.minusDays(40));
        assertThat(storage().editions().after(TODAY.minusDays(40))).contains(TODAY);
        assertThat(storage().editions().before(TODAY.minusDays(40))).isEmpty();
        assertThat(storage().editions().after(TODAY)).isEmpty();
        assertThat(storage().editions().before(LocalDate.of(9999, 12, 31))).contains(TODAY);
        assertThat(storage().editions().after(LocalDate.MIN)).contains(TODAY.minusDays(40));
    }

    @Test
    default void aDayBefore1970IsADayLikeAnyOther() {
        storage().papers().keep(papers(2));
        LocalDate old = LocalDate.of(1905, 6, 30);
        submit(submission(1, old, 0));
        assertThat(storage().editions().between(old, old)).hasSize(1);
        assertThat(storage().editions().before(TODAY)).contains(old);
    }

    @Test
    default void whichPapersAreInAnyEditionIsAskedAtOnce() {
        storage().papers().keep(papers(4));
        submit(submission(1, TODAY, 0), submission(1, TODAY.plusDays(1), 1));
        assertThat(storage().editions().submitted(List.of(id(0), id(1), id(77))))
                .containsExactly(id(1));
        assertThat(storage().editions().submitted(List.of())).isEmpty();
    }

    @Test
    default void submissionsChangeTheirDayOnce() {
        storage().papers().keep(papers(4));
        long before = storage().changes().latest();
        submit(submission(1, TODAY, 0), submission(2, TODAY, 1), submission(3, TODAY, 2));
        assertThat(storage().changes().after(before, Set.of(Change.Kind.EDITION), 10))
                .extracting(Change::subject)
                .containsExactly(TODAY.toString());
    }

    @Test
    default void submittersAtTheSameMomentPutAPaperInOnce() {
        storage().papers().keep(papers(2));
        List<Integer> added = Together.run(8, _ -> () -> submit(submission(1, TODAY, 0)));
        assertThat(added.stream().mapToInt(Integer::intValue).sum()).isEqualTo(1);
    }

    @Test
    default void aDayMayHoldAThousandPapers() {
        storage().papers().keep(papers(1_000));
        int added =
                storage()
                        .editions()
                        .submit(
                                IntStream.range(0, 1_000)
                                        .mapToObj(n -> submission(n, TODAY, 0))
                                        .toList());
        assertThat(added).isEqualTo(1_000);
        assertThat(storage().editions().between(TODAY, TODAY)).hasSize(1_000);
    }
}
