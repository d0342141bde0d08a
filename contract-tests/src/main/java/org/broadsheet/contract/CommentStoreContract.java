package org.broadsheet.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.broadsheet.contract.Fixtures.ADA;
import static org.broadsheet.contract.Fixtures.EMMY;
import static org.broadsheet.contract.Fixtures.NOW;
import static org.broadsheet.contract.Fixtures.WILD;
import static org.broadsheet.contract.Fixtures.comment;
import static org.broadsheet.contract.Fixtures.commentId;
import static org.broadsheet.contract.Fixtures.id;
import static org.broadsheet.contract.Fixtures.minute;
import static org.broadsheet.contract.Fixtures.papers;
import static org.broadsheet.contract.Fixtures.reply;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.broadsheet.change.Change;
import org.broadsheet.discussion.Comment;
import org.broadsheet.discussion.Comment.Hiding;
import org.broadsheet.discussion.CommentStore;
import org.broadsheet.discussion.Comments;
import org.broadsheet.discussion.Wording;
import org.broadsheet.notice.Notice;
import org.broadsheet.paper.PaperId;
import org.junit.jupiter.api.Test;

/// Keeping comments with their past.
public interface CommentStoreContract extends OverStorage {
    Hiding SPAM = new Hiding("Spam", EMMY, minute(5));

    private CommentStore discussion() {
        storage().papers().keep(papers(5));
        return storage().discussion();
    }

    private Comments read() {
        return storage().comments();
    }

    private static Notice notice(int n) {
        return new Notice(
                "notice" + n,
                EMMY,
                Notice.Kind.REPLY,
                new Notice.Subject(ADA, id(1), commentId(n).value(), ""),
                minute(n),
                Notice.State.UNREAD,
                false);
    }

    private long latest() {
        return storage().changes().latest();
    }

    @Test
    default void anEmptyStoreHasNoComments() {
        assertThat(read().of(id(1))).isEmpty();
        assertThat(read().find(commentId(1))).isEmpty();
        assertThat(read().latest(Optional.empty(), 10)).isEmpty();
        assertThat(read().by(ADA)).isEmpty();
        assertThat(read().history(commentId(1))).isEmpty();
        assertThat(read().count(List.of(id(1)), NOW)).isEmpty();
        assertThat(read().count(List.of(), NOW)).isEmpty();
    }

    @Test
    default void aCommentComesBackAsItWasWritten() {
        Comment wild =
                Comment.of(commentId(1), id(1), Optional.empty(), ADA, NOW, WILD + "\n\n> quoted");
        assertThat(discussion().add(wild, List.of())).isTrue();
        assertThat(read().find(commentId(1))).contains(wild);
        assertThat(read().of(id(1))).containsExactly(wild);
        assertThat(read().of(id(2))).isEmpty();
        assertThat(read().history(commentId(1))).containsExactly(new Wording(NOW, wild.text()));
    }

    @Test
    default void aCommentIsKeptOnceWithTheNoticesItCauses() {
        CommentStore discussion = discussion();
        assertThat(discussion.add(comment(1, 1, ADA), List.of(notice(1)))).isTrue();
        long latest = latest();
        assertThat(discussion.add(comment(1, 2, EMMY), List.of(notice(2)))).isFalse();
        assertThat(read().find(commentId(1))).contains(comment(1, 1, ADA));
        assertThat(storage().notices().unread(EMMY)).isEqualTo(1);
        assertThat(latest()).isEqualTo(latest);
    }

    @Test
    default void aCommentOnAnUnknownPaperIsRefusedAndItsNoticesAreNotKept() {
        CommentStore discussion = discussion();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> discussion.add(comment(1, 404, ADA), List.of(notice(1))))
                .withMessageContaining(id(404).value());
        assertThat(storage().notices().unread(EMMY)).isZero();
    }

    @Test
    default void anAnswerIsToACommentOnTheSamePaper() {
        CommentStore discussion = discussion();
        discussion.add(comment(1, 1, ADA), List.of());
        assertThat(discussion.add(reply(2, 1, EMMY, 1), List.of())).isTrue();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> discussion.add(reply(3, 2, EMMY, 1), List.of()))
                .withMessageContaining(commentId(1).value());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> discussion.add(reply(4, 1, EMMY, 99), List.of()))
                .withMessageContaining(commentId(99).value());
        assertThat(read().of(id(1))).containsExactly(comment(1, 1, ADA), reply(2, 1, EMMY, 1));
    }

    @Test
    default void anEditKeepsWhatWasThereBefore() {
        CommentStore discussion = discussion();
        Comment first = comment(1, 1, ADA);
        discussion.add(first, List.of());
        assertThat(discussion.edit(first.id(), "Second", minute(5), List.of(notice(1)))).isTrue();
        assertThat(discussion.edit(first.id(), "Third", minute(5), List.of())).isTrue();
        assertThat(read().find(first.id())).contains(first.edited("Third", minute(5)));
        assertThat(read().history(first.id()))
                .containsExactly(
                        new Wording(first.written(), first.text()),
                        new Wording(minute(5), "Second"),
                        new Wording(minute(5), "Third"));
        assertThat(storage().notices().unread(EMMY)).isEqualTo(1);
    }

    @Test
    default void theSameTextAgainIsNoEdit() {
        CommentStore discussion = discussion();
        Comment first = comment(1, 1, ADA);
        discussion.add(first, List.of());
        long latest = latest();
        assertThat(discussion.edit(first.id(), first.text(), minute(5), List.of(notice(1))))
                .isFalse();
        assertThat(discussion.edit(commentId(9), "x", minute(5), List.of())).isFalse();
        assertThat(read().find(first.id())).contains(first);
        assertThat(storage().notices().unread(EMMY)).isZero();
        assertThat(latest()).isEqualTo(latest);
    }

    @Test
    default void aRemovedCommentIsEmptyWithItsHistoryAndKeepsItsPlace() {
        CommentStore discussion = discussion();
        Comment first = comment(1, 1, ADA);
        discussion.add(first, List.of());
        discussion.add(reply(2, 1, EMMY, 1), List.of());
        discussion.edit(first.id(), "Second", minute(5), List.of());
        assertThat(discussion.remove(first.id(), minute(6))).isTrue();
        assertThat(discussion.remove(first.id(), minute(7))).isFalse();
        assertThat(discussion.remove(commentId(9), minute(7))).isFalse();
        assertThat(discussion.edit(first.id(), "Back", minute(8), List.of())).isFalse();
        Comment removed = first.edited("Second", minute(5)).removed(minute(6));
        assertThat(read().of(id(1))).containsExactly(removed, reply(2, 1, EMMY, 1));
        assertThat(read().history(first.id())).containsExactly(new Wording(minute(6), ""));
    }

    @Test
    default void aHiddenCommentSaysWhyUntilItIsShownAgain() {
        CommentStore discussion = discussion();
        Comment first = comment(1, 1, ADA);
        discussion.add(first, List.of());
        assertThat(discussion.hide(first.id(), SPAM, List.of(notice(1)))).isTrue();
        assertThat(discussion.hide(first.id(), new Hiding("Other", ADA, minute(6)), List.of()))
                .isFalse();
        assertThat(read().find(first.id())).contains(first.hidden(SPAM));
        assertThat(discussion.edit(first.id(), "Evaded", minute(6), List.of())).isFalse();
        assertThat(discussion.show(first.id(), minute(7), List.of(notice(2)))).isTrue();
        assertThat(discussion.show(first.id(), minute(8), List.of())).isFalse();
        assertThat(read().find(first.id())).contains(first);
        assertThat(storage().notices().unread(EMMY)).isEqualTo(2);
    }

    @Test
    default void theLatestCommentsAreThoseThatAreShown() {
        CommentStore discussion = discussion();
        for (int n = 1; n <= 5; n++) {
            discussion.add(comment(n, n % 2, ADA), List.of());
        }
        discussion.hide(commentId(4), SPAM, List.of());
        discussion.remove(commentId(3), minute(9));
        assertThat(read().latest(Optional.empty(), 2))
                .extracting(Comment::id)
                .containsExactly(commentId(5), commentId(2));
        assertThat(read().latest(Optional.of(commentId(2)), 9))
                .extracting(Comment::id)
                .containsExactly(commentId(1));
    }

    @Test
    default void aReadersCommentsAreToldLatestFirstWhateverBecameOfThem() {
        CommentStore discussion = discussion();
        discussion.add(comment(1, 1, ADA), List.of());
        discussion.add(comment(2, 2, EMMY), List.of());
        discussion.add(comment(3, 2, ADA), List.of());
        discussion.hide(commentId(1), SPAM, List.of());
        assertThat(read().by(ADA))
                .extracting(Comment::id)
                .containsExactly(commentId(3), commentId(1));
    }

    @Test
    default void anAccountThatGoesLeavesItsPlacesEmpty() {
        CommentStore discussion = discussion();
        discussion.add(comment(1, 1, ADA), List.of());
        discussion.add(reply(2, 1, EMMY, 1), List.of());
        discussion.add(reply(3, 1, ADA, 2), List.of());
        assertThat(discussion.removeAll(ADA, minute(9))).isEqualTo(2);
        long latest = latest();
        assertThat(discussion.removeAll(ADA, minute(10))).isZero();
        assertThat(latest()).isEqualTo(latest);
        assertThat(read().by(ADA)).allMatch(comment -> comment.text().isEmpty()).hasSize(2);
        assertThat(read().of(id(1))).hasSize(3);
        assertThat(read().find(commentId(2))).contains(reply(2, 1, EMMY, 1));
    }

    @Test
    default void commentsAreCountedAsTheyStoodAtTheMoment() {
        CommentStore discussion = discussion();
        discussion.add(comment(1, 1, ADA), List.of());
        discussion.add(comment(2, 1, ADA), List.of());
        discussion.add(comment(3, 2, EMMY), List.of());
        discussion.hide(commentId(1), SPAM, List.of());
        discussion.show(commentId(1), minute(7), List.of());
        discussion.remove(commentId(2), minute(8));
        assertThat(counted(minute(0))).isEmpty();
        assertThat(counted(minute(1))).isEqualTo(Map.of(id(1), 1L));
        assertThat(counted(minute(4))).isEqualTo(Map.of(id(1), 2L, id(2), 1L));
        assertThat(counted(minute(5))).isEqualTo(Map.of(id(1), 1L, id(2), 1L));
        assertThat(counted(minute(7))).isEqualTo(Map.of(id(1), 2L, id(2), 1L));
        assertThat(counted(minute(8))).isEqualTo(Map.of(id(1), 1L, id(2), 1L));
    }

    private Map<PaperId, Long> counted(Instant moment) {
        return read().count(List.of(id(1), id(2), id(3)), moment);
    }

    @Test
    default void whateverBecomesDifferentChangesThePaper() {
        CommentStore discussion = discussion();
        discussion.add(comment(1, 1, ADA), List.of());
        List<Runnable> steps =
                List.of(
                        () -> discussion.edit(commentId(1), "x", minute(2), List.of()),
                        () -> discussion.hide(commentId(1), SPAM, List.of()),
                        () -> discussion.show(commentId(1), minute(6), List.of()),
                        () -> discussion.remove(commentId(1), minute(7)));
        for (Runnable step : steps) {
            long before = latest();
            step.run();
            assertThat(storage().changes().after(before, Set.of(Change.Kind.COMMENT), 10))
                    .extracting(Change::subject)
                    .containsExactly(id(1).value());
        }
    }
}
