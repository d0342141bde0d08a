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
import org.broadsheet.reader.Reader;
import org.broadsheet.reader.ReaderId;
import org.broadsheet.reader.Role;
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

    private void join(ReaderId id, Reader reader) {
        assertThat(storage().readers().add(reader)).as(id.value()).isTrue();
    }

    /// Emmy joined by herself at [Fixtures#NOW], Ada by invitation.
    private VoteStore votesOfNewAccounts() {
        join(ADA, Reader.joining(ADA, "ada", "Ada", Role.READER, NOW));
        join(EMMY, Reader.joining(EMMY, "emmy", "Emmy", Role.READER, NOW).uninvited());
        return votes();
    }

    @Test
    default void aVoteOfAnAccountThatIsNewCountsFromWhenItIsNoLongerSo() {
        VoteStore votes = votesOfNewAccounts();
        Instant known = NOW.plus(Reader.NEW_FOR);
        votes.cast(EMMY, id(1), minute(1));
        votes.cast(EMMY, id(2), known);
        votes.cast(EMMY, id(3), known.plusSeconds(60));
        votes.cast(ADA, id(1), minute(2));
        assertThat(of(1, 2, 3))
                .containsExactly(
                        new Vote(EMMY, id(1), minute(1), known, null),
                        new Vote(ADA, id(1), minute(2), null),
                        new Vote(EMMY, id(2), known, null),
                        new Vote(EMMY, id(3), known.plusSeconds(60), null));
        Vote early = of(1).getFirst();
        assertThat(early.stoodAt(minute(1))).isTrue();
        assertThat(early.countedAt(known.minusMillis(1))).isFalse();
        assertThat(early.countedAt(known)).isTrue();
    }

    @Test
    default void anotherRoleLaterChangesNoVoteOfThePast() {
        VoteStore votes = votesOfNewAccounts();
        votes.cast(EMMY, id(1), minute(1));
        Vote before = of(1).getFirst();
        storage().readers().change(EMMY, reader -> reader.as(Role.CURATOR));
        assertThat(of(1)).containsExactly(before);
        assertThat(votes.by(EMMY)).containsExactly(before);
    }

    @Test
    default void whoIsBlockedKeepsTheVotesThatCountAndLosesTheOthers() {
        VoteStore votes = votesOfNewAccounts();
        Instant known = NOW.plus(Reader.NEW_FOR);
        votes.cast(EMMY, id(1), minute(1));
        votes.cast(ADA, id(1), minute(1));
        votes.cast(ADA, id(2), minute(2));
        long before = storage().changes().latest();
        storage().readers().change(EMMY, reader -> reader.blocked(minute(5)));
        storage().readers().change(ADA, reader -> reader.blocked(minute(5)));
        assertThat(of(1, 2))
                .containsExactlyInAnyOrder(
                        new Vote(EMMY, id(1), minute(1), known, minute(5)),
                        new Vote(ADA, id(1), minute(1), null),
                        new Vote(ADA, id(2), minute(2), null));
        assertThat(storage().changes().after(before, Set.of(Change.Kind.VOTE), 10))
                .extracting(Change::subject)
                .containsExactly(id(1).value());
        assertThat(votes.nextToCount(minute(5))).isEmpty();
        storage().readers().change(EMMY, Reader::unblocked);
        votes.cast(EMMY, id(1), minute(9));
        assertThat(of(1)).contains(new Vote(EMMY, id(1), minute(9), known, null));
    }

    @Test
    default void theNextVoteToCountIsTheFirstThatStands() {
        VoteStore votes = votesOfNewAccounts();
        ReaderId grace = new ReaderId("grace");
        join(grace, Reader.joining(grace, "grace", "Grace", Role.READER, minute(9)).uninvited());
        Instant emmys = NOW.plus(Reader.NEW_FOR);
        Instant graces = minute(9).plus(Reader.NEW_FOR);
        assertThat(votes.nextToCount(Instant.EPOCH)).isEmpty();
        votes.cast(ADA, id(1), minute(10));
        assertThat(votes.nextToCount(Instant.EPOCH)).isEmpty();
        votes.cast(grace, id(1), minute(11));
        votes.cast(EMMY, id(2), minute(12));
        assertThat(votes.nextToCount(minute(12))).contains(emmys);
        assertThat(votes.nextToCount(emmys.minusMillis(1))).contains(emmys);
        assertThat(votes.nextToCount(emmys)).contains(graces);
        assertThat(votes.nextToCount(graces)).isEmpty();
        votes.withdraw(EMMY, id(2), minute(13));
        assertThat(votes.nextToCount(minute(13))).contains(graces);
        assertThat(of(2).getFirst().countedAt(emmys)).isFalse();
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
