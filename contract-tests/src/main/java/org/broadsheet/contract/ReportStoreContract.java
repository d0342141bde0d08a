package org.broadsheet.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.broadsheet.contract.Fixtures.ADA;
import static org.broadsheet.contract.Fixtures.EMMY;
import static org.broadsheet.contract.Fixtures.NOW;
import static org.broadsheet.contract.Fixtures.WILD;

import org.broadsheet.moderation.Decision;
import org.broadsheet.moderation.Report;
import org.broadsheet.moderation.ReportStore;
import org.broadsheet.moderation.Subject;
import org.broadsheet.reader.ReaderId;
import org.junit.jupiter.api.Test;

/// Keeping reports until somebody decides.
public interface ReportStoreContract extends OverStorage {
    Subject COMMENT = Subject.of("comment c1");
    Subject PAPER = Subject.of("paper 2511.00001");

    private ReportStore reports() {
        return storage().reports();
    }

    private static Report report(ReaderId reader, Subject subject, int minute) {
        return new Report(reader, subject, "it is an advertisement", NOW.plusSeconds(60L * minute));
    }

    private static Decision decision(Decision.Outcome outcome, int minute) {
        return new Decision(
                outcome, new ReaderId("grace"), "no advertisements", NOW.plusSeconds(60L * minute));
    }

    @Test
    default void anEmptyStoreHasNothingOpen() {
        assertThat(reports().open(10)).isEmpty();
        assertThat(reports().countOpen()).isZero();
        assertThat(reports().by(ADA)).isEmpty();
        assertThat(reports().settle(COMMENT, decision(Decision.Outcome.HIDDEN, 0))).isEmpty();
    }

    @Test
    default void aReportComesBackAsItWasFiled() {
        Report report = new Report(ADA, new Subject("comment", "c1-ü"), WILD, NOW);
        assertThat(reports().file(report)).isTrue();
        assertThat(reports().open(10).getFirst().reports()).containsExactly(report);
        assertThat(reports().by(ADA)).containsExactly(report);
    }

    @Test
    default void aReaderReportsASubjectOnceUntilItIsSettled() {
        reports().file(report(ADA, COMMENT, 0));
        assertThat(reports().file(report(ADA, COMMENT, 1))).isFalse();
        assertThat(reports().by(ADA)).containsExactly(report(ADA, COMMENT, 0));
        reports().settle(COMMENT, decision(Decision.Outcome.DISMISSED, 2));
        assertThat(reports().file(report(ADA, COMMENT, 3))).isTrue();
        assertThat(reports().open(10).getFirst().reports())
                .containsExactly(report(ADA, COMMENT, 3));
        assertThat(reports().by(ADA)).hasSize(2);
    }

    @Test
    default void whatMostReadersReportedStandsFirstThenWhatWaitsLongest() {
        Subject other = Subject.of("comment c2");
        reports().file(report(ADA, other, 2));
        reports().file(report(ADA, PAPER, 1));
        reports().file(report(EMMY, COMMENT, 4));
        reports().file(report(ADA, COMMENT, 3));
        assertThat(reports().open(10))
                .extracting(ReportStore.Open::subject)
                .containsExactly(COMMENT, PAPER, other);
        assertThat(reports().open(10).getFirst().reports())
                .containsExactly(report(ADA, COMMENT, 3), report(EMMY, COMMENT, 4));
        assertThat(reports().open(2)).hasSize(2);
        assertThat(reports().open(0)).isEmpty();
        assertThat(reports().countOpen()).isEqualTo(3);
    }

    @Test
    default void settlingClosesAllReportsOfTheSubjectAndNoOther() {
        reports().file(report(EMMY, COMMENT, 1));
        reports().file(report(ADA, COMMENT, 0));
        reports().file(report(ADA, PAPER, 0));
        Decision decision = decision(Decision.Outcome.HIDDEN, 5);
        assertThat(reports().settle(COMMENT, decision))
                .containsExactly(report(ADA, COMMENT, 0), report(EMMY, COMMENT, 1));
        assertThat(reports().settle(COMMENT, decision)).isEmpty();
        assertThat(reports().open(10)).extracting(ReportStore.Open::subject).containsExactly(PAPER);
    }

    @Test
    default void whatAReaderReportedGoesWithTheAccount() {
        reports().file(report(ADA, COMMENT, 0));
        reports().settle(COMMENT, decision(Decision.Outcome.HIDDEN, 1));
        reports().file(report(ADA, PAPER, 2));
        reports().file(report(EMMY, PAPER, 3));
        reports().forget(ADA);
        reports().forget(new ReaderId("nobody"));
        assertThat(reports().by(ADA)).isEmpty();
        assertThat(reports().open(10).getFirst().reports()).containsExactly(report(EMMY, PAPER, 3));
    }

    @Test
    default void ofTwoModeratorsAtOnceOneSettles() {
        reports().file(report(ADA, COMMENT, 0));
        assertThat(
                        Together.run(
                                4,
                                _ ->
                                        () ->
                                                reports()
                                                        .settle(
                                                                COMMENT,
                                                                decision(
                                                                        Decision.Outcome.HIDDEN,
                                                                        1))))
                .filteredOn(closed -> !closed.isEmpty())
                .hasSize(1);
    }
}
