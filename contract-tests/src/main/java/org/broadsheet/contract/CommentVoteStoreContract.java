package org.broadsheet.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.broadsheet.contract.Fixtures.ADA;
import static org.broadsheet.contract.Fixtures.EMMY;
import static org.broadsheet.contract.Fixtures.NOW;
import static org.broadsheet.contract.Fixtures.comment;
import static org.broadsheet.contract.Fixtures.commentId;
import static org.broadsheet.contract.Fixtures.id;
import static org.broadsheet.contract.Fixtures.minute;
import static org.broadsheet.contract.Fixtures.papers;
import static org.broadsheet.discussion.CommentVote.Judgement.HELPFUL;
import static org.broadsheet.discussion.CommentVote.Judgement.NOT_HELPFUL;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.broadsheet.change.Change;
import org.broadsheet.discussion.CommentVote;
import org.broadsheet.discussion.CommentVote.Judgement;
import org.broadsheet.discussion.CommentVoteStore;
import org.broadsheet.reader.Reader;
import org.broadsheet.reader.ReaderId;
import org.broadsheet.reader.Role;
import org.junit.jupiter.api.Test;

/// Keeping votes on comments with their past.
public interface CommentVoteStoreContract extends OverStorage {
    /// Over comments 1 and 2, by Ada on paper 1.
    private CommentVoteStore judged() {
        storage().papers().keep(papers(3));
        storage().discussion().add(comment(1, 1, ADA), List.of());
        storage().discussion().add(comment(2, 1, ADA), List.of());
        return storage().commentVotes();
    }

    private List<CommentVote> ofFirst() {
        return storage().commentVotes().of(List.of(commentId(1)));
    }

    private static CommentVote vote(Judgement judgement, Instant at) {
        return new CommentVote(EMMY, commentId(1), judgement, at, null);
    }

    @Test
    default void aJudgementOfAnAccountThatIsNewCountsFromWhenItIsNoLongerSo() {
        Reader emmy = Reader.joining(EMMY, "emmy", "Emmy", Role.READER, minute(0)).uninvited();
        storage().readers().add(emmy);
        CommentVoteStore votes = judged();
        Instant known = minute(0).plus(Reader.NEW_FOR);
        assertThat(votes.nextToCount(Instant.EPOCH)).isEmpty();
        votes.cast(EMMY, commentId(1), HELPFUL, minute(1));
        CommentVote early = new CommentVote(EMMY, commentId(1), HELPFUL, minute(1), known, null);
        assertThat(ofFirst()).containsExactly(early);
        assertThat(early.countedAt(known.minusMillis(1))).isFalse();
        assertThat(early.countedAt(known)).isTrue();
        assertThat(votes.nextToCount(minute(1))).contains(known);
        assertThat(votes.nextToCount(known)).isEmpty();
        long before = storage().changes().latest();
        storage().readers().change(EMMY, reader -> reader.blocked(minute(3)));
        assertThat(ofFirst().getFirst().withdrawnAt()).isEqualTo(minute(3));
        assertThat(votes.nextToCount(minute(1))).isEmpty();
        assertThat(storage().changes().after(before, Set.of(Change.Kind.COMMENT), 10))
                .extracting(Change::subject)
                .containsExactly(id(1).value());
    }

    @Test
    default void aCommentWithoutVotesHasNone() {
        assertThat(storage().commentVotes().of(List.of(commentId(1)))).isEmpty();
        assertThat(storage().commentVotes().of(List.of())).isEmpty();
        assertThat(storage().commentVotes().by(ADA)).isEmpty();
    }

    @Test
    default void aReaderJudgesACommentOnceHoweverOftenTheySaySo() {
        CommentVoteStore votes = judged();
        votes.cast(EMMY, commentId(1), HELPFUL, minute(1));
        long latest = storage().changes().latest();
        votes.cast(EMMY, commentId(1), HELPFUL, minute(2));
        assertThat(ofFirst()).containsExactly(vote(HELPFUL, minute(1)));
        assertThat(storage().changes().latest()).isEqualTo(latest);
    }

    @Test
    default void aReaderWhoThinksOtherwiseTakesTheFormerVoteBack() {
        CommentVoteStore votes = judged();
        votes.cast(EMMY, commentId(1), HELPFUL, minute(1));
        votes.cast(EMMY, commentId(1), NOT_HELPFUL, minute(2));
        assertThat(ofFirst())
                .containsExactly(
                        new CommentVote(EMMY, commentId(1), HELPFUL, minute(1), minute(2)),
                        vote(NOT_HELPFUL, minute(2)));
        assertThat(ofFirst().getFirst().countedAt(minute(1))).isTrue();
        assertThat(ofFirst().getFirst().countedAt(minute(2))).isFalse();
    }

    @Test
    default void aVoteOnACommentThatIsTakenBackStaysInThePast() {
        CommentVoteStore votes = judged();
        votes.cast(EMMY, commentId(1), HELPFUL, minute(1));
        votes.withdraw(EMMY, commentId(1), minute(3));
        long latest = storage().changes().latest();
        votes.withdraw(EMMY, commentId(1), minute(4));
        votes.withdraw(EMMY, commentId(9), minute(4));
        assertThat(ofFirst())
                .containsExactly(
                        new CommentVote(EMMY, commentId(1), HELPFUL, minute(1), minute(3)));
        assertThat(storage().changes().latest()).isEqualTo(latest);
    }

    @Test
    default void nobodyJudgesTheirOwnCommentOrOneThatIsNotThere() {
        CommentVoteStore votes = judged();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> votes.cast(ADA, commentId(1), HELPFUL, NOW))
                .withMessageContaining("own");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> votes.cast(EMMY, commentId(9), HELPFUL, NOW))
                .withMessageContaining(commentId(9).value());
        assertThat(ofFirst()).isEmpty();
    }

    @Test
    default void aVoteOnACommentChangesItsPaper() {
        CommentVoteStore votes = judged();
        long before = storage().changes().latest();
        votes.cast(EMMY, commentId(1), HELPFUL, minute(1));
        assertThat(storage().changes().after(before, Set.of(Change.Kind.COMMENT), 10))
                .extracting(Change::subject)
                .containsExactly(id(1).value());
    }

    @Test
    default void theVotesOfAnAccountThatGoesAreGone() {
        CommentVoteStore votes = judged();
        ReaderId other = new ReaderId("other");
        votes.cast(EMMY, commentId(1), HELPFUL, minute(1));
        votes.cast(EMMY, commentId(2), HELPFUL, minute(2));
        votes.cast(other, commentId(1), NOT_HELPFUL, minute(3));
        assertThat(votes.by(EMMY)).hasSize(2);
        votes.forget(EMMY);
        assertThat(votes.by(EMMY)).isEmpty();
        assertThat(ofFirst()).extracting(CommentVote::reader).containsExactly(other);
    }

    @Test
    default void aReaderWhoJudgesFromEightPlacesAtOnceCountsOnce() {
        CommentVoteStore votes = judged();
        Together.run(
                8,
                i ->
                        () -> {
                            votes.cast(EMMY, commentId(1), HELPFUL, minute(i));
                            return i;
                        });
        assertThat(ofFirst()).hasSize(1);
    }
}
