package org.broadsheet.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.broadsheet.contract.Fixtures.ADA;
import static org.broadsheet.contract.Fixtures.EMMY;
import static org.broadsheet.contract.Fixtures.NOW;
import static org.broadsheet.contract.Fixtures.id;
import static org.broadsheet.contract.Fixtures.papers;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.broadsheet.change.Change;
import org.broadsheet.reader.ReaderId;
import org.broadsheet.vote.Vote;
import org.broadsheet.vote.VoteStore;
import org.junit.jupiter.api.Test;

/// Keeping votes with their past.
public interface VoteStoreContract extends OverStorage {
    private VoteStore votes() {
        storage().papers().keep(papers(5));
        return storage().votes();
    }

    private static Instant minute(int n) {
        return NOW.plusSeconds(60L * n);
    }

    private List<Vote> of(int... papers) {
        return storage().votes().of(Arrays.stream(papers).mapToObj(Fixtures::id).toList());
    }

    @Test
    default void anEmptyStoreHasNoVotes() {
        assertThat(of(1, 2)).isEmpty();
        assertThat(of()).isEmpty();
        assertThat(storage().votes().votedSince(Instant.EPOCH)).isEmpty();
    }

    @Test
    default void aVoteComesBackWithItsTime() {
        votes().cast(ADA, id(1), NOW);
        assertThat(of(1)).containsExactly(new Vote(ADA, id(1), NOW, null));
        assertThat(of(2)).isEmpty();
    }

    @Test
    default void aReaderCountsOnceHoweverOftenTheyVote() {
        VoteStore votes = votes();
        votes.cast(ADA, id(1), NOW);
        long latest = storage().changes().latest();
        votes.cast(ADA, id(1), minute(1));
        assertThat(of(1)).containsExactly(new Vote(ADA, id(1), NOW, null));
        assertThat(storage().changes().latest()).isEqualTo(latest);
    }

    @Test
    default void aVoteThatIsTakenBackStaysInThePast() {
        VoteStore votes = votes();
        votes.cast(ADA, id(1), NOW);
        votes.withdraw(ADA, id(1), minute(5));
        Vote vote = new Vote(ADA, id(1), NOW, minute(5));
        assertThat(of(1)).containsExactly(vote);
        assertThat(vote.countedAt(minute(4))).isTrue();
        assertThat(vote.countedAt(minute(5))).isFalse();
    }

    @Test
    default void aReaderMayVoteAgainAfterTakingTheVoteBack() {
        VoteStore votes = votes();
        votes.cast(ADA, id(1), NOW);
        votes.withdraw(ADA, id(1), minute(1));
        votes.cast(ADA, id(1), minute(2));
        votes.withdraw(ADA, id(1), minute(3));
        votes.cast(ADA, id(1), minute(4));
        assertThat(of(1))
                .containsExactly(
                        new Vote(ADA, id(1), NOW, minute(1)),
                        new Vote(ADA, id(1), minute(2), minute(3)),
                        new Vote(ADA, id(1), minute(4), null));
    }

    @Test
    default void takingBackWhatWasNeverCastDoesNothing() {
        VoteStore votes = votes();
        votes.cast(ADA, id(1), NOW);
        long latest = storage().changes().latest();
        votes.withdraw(EMMY, id(1), minute(1));
        votes.withdraw(ADA, id(2), minute(1));
        votes.withdraw(ADA, id(404), minute(1));
        assertThat(of(1)).containsExactly(new Vote(ADA, id(1), NOW, null));
        assertThat(storage().changes().latest()).isEqualTo(latest);
    }

    @Test
    default void aVoteForAnUnknownPaperIsRefusedWithItsId() {
        VoteStore votes = votes();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> votes.cast(ADA, id(404), NOW))
                .withMessageContaining(id(404).value());
        assertThat(of(404)).isEmpty();
        votes.cast(ADA, id(1), NOW);
        assertThat(of(1)).hasSize(1);
    }

    @Test
    default void votesStandByTime() {
        VoteStore votes = votes();
        votes.cast(ADA, id(1), minute(3));
        votes.cast(EMMY, id(2), minute(1));
        votes.cast(EMMY, id(1), minute(2));
        assertThat(of(1, 2))
                .extracting(Vote::castAt)
                .containsExactly(minute(1), minute(2), minute(3));
    }

    @Test
    default void thePapersVotedForSinceAMomentIncludeTheMomentItself() {
        VoteStore votes = votes();
        votes.cast(ADA, id(1), minute(-1));
        votes.cast(ADA, id(2), NOW);
        votes.cast(EMMY, id(2), minute(1));
        votes.cast(ADA, id(3), minute(1));
        votes.withdraw(ADA, id(3), minute(2));
        assertThat(votes.votedSince(NOW)).containsExactlyInAnyOrder(id(2), id(3));
        assertThat(votes.votedSince(Instant.MIN)).hasSize(3);
        assertThat(votes.votedSince(Instant.MAX)).isEmpty();
    }

    @Test
    default void aVoteChangesItsPaper() {
        VoteStore votes = votes();
        long before = storage().changes().latest();
        votes.cast(ADA, id(1), NOW);
        votes.cast(EMMY, id(2), NOW);
        votes.withdraw(ADA, id(1), minute(1));
        assertThat(storage().changes().after(before, Set.of(Change.Kind.VOTE), 10))
                .extracting(Change::subject)
                .containsExactly(id(2).value(), id(1).value());
    }

    @Test
    default void aReadersVotesAreFoundAndRemovedAsIfTheyHadNeverBeen() {
        VoteStore votes = votes();
        votes.cast(ADA, id(2), minute(1));
        votes.cast(ADA, id(1), NOW);
        votes.withdraw(ADA, id(1), minute(2));
        votes.cast(EMMY, id(1), NOW);
        assertThat(votes.by(ADA))
                .containsExactly(
                        new Vote(ADA, id(1), NOW, minute(2)),
                        new Vote(ADA, id(2), minute(1), null));
        long before = storage().changes().latest();
        assertThat(votes.remove(ADA)).isEqualTo(2);
        assertThat(votes.by(ADA)).isEmpty();
        assertThat(of(1, 2)).containsExactly(new Vote(EMMY, id(1), NOW, null));
        assertThat(storage().changes().after(before, Set.of(Change.Kind.VOTE), 10))
                .extracting(Change::subject)
                .containsExactlyInAnyOrder(id(1).value(), id(2).value());
        assertThat(votes.remove(ADA)).isZero();
    }

    @Test
    default void aReaderWhoVotesFromEightPlacesAtOnceCountsOnce() {
        VoteStore votes = votes();
        Together.run(
                8,
                i ->
                        () -> {
                            votes.cast(ADA, id(1), minute(i));
                            votes.cast(new ReaderId("reader" + i), id(1), minute(i));
                            return i;
                        });
        assertThat(of(1)).hasSize(9).filteredOn(vote -> vote.reader().equals(ADA)).hasSize(1);
    }
}
