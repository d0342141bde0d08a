package org.broadsheet.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.broadsheet.contract.Fixtures.ADA;
import static org.broadsheet.contract.Fixtures.EMMY;
import static org.broadsheet.contract.Fixtures.WILD;
import static org.broadsheet.contract.Fixtures.id;
import static org.broadsheet.contract.Fixtures.minute;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.broadsheet.change.Change;
import org.broadsheet.notice.Notice;
import org.broadsheet.notice.Notice.Kind;
import org.broadsheet.notice.Notice.State;
import org.broadsheet.notice.NoticeStore;
import org.broadsheet.notice.Wishes;
import org.broadsheet.notice.Wishes.Way;
import org.broadsheet.reader.ReaderId;
import org.junit.jupiter.api.Test;

/// Keeping what readers are told about.
public interface NoticeStoreContract extends OverStorage {
    private NoticeStore notices() {
        return storage().notices();
    }

    private static Notice notice(int n, ReaderId to) {
        return new Notice(
                "n" + n,
                to,
                Kind.MENTION,
                new Notice.Subject(EMMY, id(1), "c" + n, WILD),
                minute(n),
                State.UNREAD,
                false);
    }

    private List<Notice> all(ReaderId reader) {
        return notices().of(reader, EnumSet.allOf(State.class), "", 100);
    }

    @Test
    default void aNoticeComesBackAsItWasMade() {
        Notice bare =
                new Notice(
                        "n9",
                        ADA,
                        Kind.MODERATION,
                        new Notice.Subject(null, null, "", "Why"),
                        minute(9),
                        State.UNREAD,
                        false);
        notices().add(List.of(notice(1, ADA), bare));
        assertThat(all(ADA)).containsExactly(bare, notice(1, ADA));
        assertThat(all(EMMY)).isEmpty();
    }

    @Test
    default void aNoticeThatIsThereStaysAsItIs() {
        notices().add(List.of(notice(1, ADA)));
        notices().mark(ADA, List.of("n1"), State.READ);
        long latest = storage().changes().latest();
        notices().add(List.of(notice(1, ADA)));
        assertThat(all(ADA)).containsExactly(notice(1, ADA).in(State.READ));
        assertThat(storage().changes().latest()).isEqualTo(latest);
    }

    @Test
    default void noticesComeInPagesByTheirState() {
        for (int n = 1; n <= 5; n++) {
            notices().add(List.of(notice(n, ADA)));
        }
        notices().mark(ADA, List.of("n4"), State.DONE);
        assertThat(notices().of(ADA, Set.of(State.UNREAD), "", 2))
                .extracting(Notice::id)
                .containsExactly("n5", "n3");
        assertThat(notices().of(ADA, Set.of(State.UNREAD), "n3", 9))
                .extracting(Notice::id)
                .containsExactly("n2", "n1");
        assertThat(notices().of(ADA, Set.of(State.DONE), "", 9))
                .extracting(Notice::id)
                .containsExactly("n4");
        assertThat(notices().of(ADA, Set.of(), "", 9)).isEmpty();
    }

    @Test
    default void nobodyMarksTheNoticesOfAnother() {
        notices().add(List.of(notice(1, ADA), notice(2, EMMY)));
        assertThat(notices().mark(EMMY, List.of("n1", "n2", "n404"), State.READ)).isEqualTo(1);
        assertThat(notices().unread(ADA)).isEqualTo(1);
        assertThat(notices().unread(EMMY)).isZero();
        assertThat(notices().markAll(EMMY, Set.of(State.UNREAD), State.DONE)).isZero();
        assertThat(notices().unread(ADA)).isEqualTo(1);
    }

    @Test
    default void markingTheSameAgainChangesNothing() {
        notices().add(List.of(notice(1, ADA), notice(2, ADA), notice(3, ADA)));
        notices().mark(ADA, List.of("n3"), State.DONE);
        assertThat(notices().markAll(ADA, Set.of(State.UNREAD), State.READ)).isEqualTo(2);
        long latest = storage().changes().latest();
        assertThat(notices().markAll(ADA, Set.of(State.UNREAD), State.READ)).isZero();
        assertThat(notices().mark(ADA, List.of("n1"), State.READ)).isZero();
        assertThat(storage().changes().latest()).isEqualTo(latest);
        assertThat(all(ADA))
                .extracting(Notice::state)
                .containsExactly(State.DONE, State.READ, State.READ);
    }

    @Test
    default void whatIsOwedByMailIsGivenOutOnceOldestFirst() {
        notices()
                .add(
                        List.of(
                                notice(2, EMMY).owedByMail(true),
                                notice(1, ADA).owedByMail(true),
                                notice(3, ADA),
                                notice(4, ADA).owedByMail(true)));
        assertThat(notices().takeOwed(minute(0), 9)).isEmpty();
        assertThat(notices().takeOwed(minute(2), 1)).containsExactly(notice(1, ADA));
        assertThat(notices().takeOwed(minute(2), 9)).containsExactly(notice(2, EMMY));
        assertThat(notices().takeOwed(minute(2), 9)).isEmpty();
        assertThat(all(ADA))
                .containsExactly(notice(4, ADA).owedByMail(true), notice(3, ADA), notice(1, ADA));
    }

    @Test
    default void whatCouldNotBeHandedOverIsOwedAgain() {
        notices().add(List.of(notice(1, ADA).owedByMail(true)));
        notices().takeOwed(minute(1), 9);
        notices().oweAgain(List.of("n1", "n404"));
        assertThat(notices().takeOwed(minute(1), 9)).containsExactly(notice(1, ADA));
    }

    @Test
    default void noMailTellsOfWhatItsReaderMarked() {
        notices()
                .add(
                        List.of(
                                notice(1, ADA).owedByMail(true),
                                notice(2, ADA).owedByMail(true),
                                notice(3, EMMY).owedByMail(true)));
        notices().mark(ADA, List.of("n1"), State.READ);
        notices().markAll(ADA, Set.of(State.UNREAD), State.DONE);
        assertThat(notices().takeOwed(minute(9), 9)).containsExactly(notice(3, EMMY));
    }

    @Test
    default void whatAReaderSeesOfTheirNoticesIsAChange() {
        long before = storage().changes().latest();
        notices().add(List.of(notice(1, ADA), notice(2, EMMY)));
        notices().mark(ADA, List.of("n1"), State.READ);
        assertThat(storage().changes().after(before, Set.of(Change.Kind.NOTICE), 10))
                .extracting(Change::subject)
                .containsExactly(EMMY.value(), ADA.value());
    }

    @Test
    default void aReaderWhoNeverSaidWantsAllOnThePageAndNothingByMail() {
        assertThat(notices().wishes(List.of(ADA))).isEqualTo(Map.of(ADA, Wishes.DEFAULT));
        for (Kind kind : Kind.values()) {
            assertThat(Wishes.DEFAULT.wants(kind, Way.PAGE)).isTrue();
            assertThat(Wishes.DEFAULT.wants(kind, Way.MAIL)).isFalse();
        }
    }

    @Test
    default void whatAReaderWantsIsKeptUntilTheyWantOtherwise() {
        Wishes nothing = new Wishes(Map.of());
        Wishes some =
                new Wishes(
                        Map.of(
                                Kind.REPLY,
                                Set.of(Way.PAGE, Way.MAIL),
                                Kind.MENTION,
                                Set.of(Way.MAIL)));
        notices().wish(ADA, nothing);
        notices().wish(EMMY, some);
        assertThat(notices().wishes(List.of(ADA, EMMY)))
                .isEqualTo(Map.of(ADA, nothing, EMMY, some));
        notices().wish(ADA, some);
        assertThat(notices().wishes(List.of(ADA))).isEqualTo(Map.of(ADA, some));
    }

    @Test
    default void nothingIsKeptForAnAccountThatIsGone() {
        notices().add(List.of(notice(1, ADA), notice(2, EMMY)));
        notices().wish(ADA, new Wishes(Map.of()));
        notices().forget(ADA);
        assertThat(all(ADA)).isEmpty();
        assertThat(all(EMMY)).hasSize(1);
        assertThat(notices().wishes(List.of(ADA))).isEqualTo(Map.of(ADA, Wishes.DEFAULT));
    }
}
