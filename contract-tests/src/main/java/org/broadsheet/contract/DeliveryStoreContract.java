package org.broadsheet.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.broadsheet.contract.Fixtures.NOW;
import static org.broadsheet.contract.Fixtures.id;
import static org.broadsheet.contract.Fixtures.minute;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.broadsheet.account.MailAddress;
import org.broadsheet.delivery.Addressed;
import org.broadsheet.delivery.Claimed;
import org.broadsheet.delivery.Claiming;
import org.broadsheet.delivery.Delivery;
import org.broadsheet.delivery.Delivery.State;
import org.broadsheet.delivery.DeliveryId;
import org.broadsheet.delivery.DeliveryStore;
import org.broadsheet.delivery.Letter;
import org.broadsheet.delivery.Mailing;
import org.broadsheet.delivery.Outcome;
import org.broadsheet.delivery.SubscriberId;
import org.broadsheet.delivery.Suppression.Reason;
import org.junit.jupiter.api.Test;

/// Handing out deliveries, what becomes of them, and whom not to write to.
public interface DeliveryStoreContract extends OverStorage {
    Mailing ROUND = Mailing.digest("2025-W45", "UTC", NOW);
    Mailing LETTER = Mailing.single(Mailing.Kind.ACCOUNT, "a-letter", NOW);

    private DeliveryStore deliveries() {
        return storage().deliveries();
    }

    private static DeliveryId part(int n) {
        return new DeliveryId(ROUND.id(), new SubscriberId("s%04d".formatted(n)));
    }

    private static MailAddress address(int n) {
        return new MailAddress("reader@host" + n + ".example.org");
    }

    private void queue(int count) {
        storage().mailings().open(ROUND);
        storage()
                .mailings()
                .queue(
                        ROUND.id(),
                        IntStream.range(0, count)
                                .mapToObj(n ->
                                        new Addressed(
                                                part(n).subscriber(),
                                                address(n),
                                                minute(n),
                                                List.of(id(1)),
                                                null))
                                .toList(),
                        NOW);
    }

    private List<Claimed> claim(String node, int limit, Instant now) {
        return deliveries().claim(new Claiming(node, limit, Set.of(), Duration.ofMinutes(5)), now);
    }

    private Claimed claimOne() {
        return claim("node", 1, NOW).getFirst();
    }

    private Delivery found(int n) {
        return storage().ledger().find(part(n).name()).orElseThrow();
    }

    @Test
    default void whatIsDueIsHandedOutInTurn() {
        assertThat(claim("node", 9, NOW)).isEmpty();
        queue(4);
        storage().mailings().open(LETTER);
        Addressed late =
                new Addressed(part(7).subscriber(), address(7), minute(2), List.of(), null);
        storage().mailings().queue(LETTER.id(), List.of(late), NOW);
        assertThat(claim("node", 0, NOW)).isEmpty();
        assertThat(claim("node", 9, NOW)).extracting(Claimed::id).containsExactly(part(0));
        assertThat(claim("node", 2, minute(3)))
                .containsExactly(
                        new Claimed(
                                new DeliveryId(LETTER.id(), part(7).subscriber()),
                                Mailing.Kind.ACCOUNT,
                                address(7),
                                "node",
                                1,
                                1,
                                null),
                        new Claimed(part(1), Mailing.Kind.DIGEST, address(1), "node", 1, 1, null));
        assertThat(found(1).state()).isEqualTo(State.SENDING);
    }

    @Test
    default void domainsThatRestArePassedOver() {
        queue(4);
        Claiming claiming =
                new Claiming(
                        "node",
                        9,
                        Set.of("host0.example.org", "host2.example.org"),
                        Duration.ofMinutes(5));
        assertThat(deliveries().claim(claiming, minute(9)))
                .extracting(Claimed::id)
                .containsExactly(part(1), part(3));
    }

    @Test
    default void nodesAtTheSameMomentNeverHoldOneDeliveryTogether() {
        queue(60);
        List<List<Claimed>> held =
                Together.run(
                        6,
                        n ->
                                () ->
                                        IntStream.range(0, 5)
                                                .mapToObj(_ -> claim("n" + n, 4, minute(99)))
                                                .flatMap(List::stream)
                                                .toList());
        held.stream()
                .flatMap(List::stream)
                .map(Claimed::id)
                .forEach(it -> assertThat(storage().ledger().find(it.name())).isPresent());
        List<DeliveryId> all = held.stream().flatMap(Collection::stream).map(Claimed::id).toList();
        assertThat(all).doesNotHaveDuplicates();
        assertThat(all.size() + claim("last", 99, minute(99)).size()).isEqualTo(60);
    }

    @Test
    default void theServersWordEndsADelivery() {
        queue(1);
        Claimed claimed = claimOne();
        assertThat(deliveries().doubt(claimed, "hash", minute(1))).isTrue();
        assertThat(found(0).state()).isEqualTo(State.IN_DOUBT);
        assertThat(deliveries().doubt(claimed, "hash", minute(1))).isFalse();
        deliveries().end(claimed, new Outcome.Sent("250 ok"), minute(2));
        assertThat(found(0))
                .isEqualTo(
                        new Delivery(
                                part(0),
                                address(0),
                                State.SENT,
                                1,
                                NOW,
                                "250 ok",
                                "hash",
                                minute(2)));
        deliveries().end(claimed, new Outcome.Failed("late"), minute(3));
        assertThat(found(0).state()).isEqualTo(State.SENT);
        assertThat(claim("node", 9, minute(99))).isEmpty();
    }

    @Test
    default void whatIsDeferredComesBackWhenItIsDueAndCountsItsTries() {
        queue(1);
        deliveries().end(claimOne(), new Outcome.Deferred("451", minute(5)), minute(1));
        assertThat(found(0).state()).isEqualTo(State.DEFERRED);
        assertThat(found(0).note()).isEqualTo("451");
        assertThat(found(0).due()).isEqualTo(minute(5));
        assertThat(claim("node", 9, minute(4))).isEmpty();
        Claimed again = claim("node", 9, minute(5)).getFirst();
        assertThat(again.attempts()).isEqualTo(2);
        deliveries().end(again, new Outcome.Back("no server", minute(6)), minute(5));
        assertThat(found(0).state()).isEqualTo(State.QUEUED);
        assertThat(claim("node", 9, minute(6)).getFirst().attempts()).isEqualTo(2);
    }

    @Test
    default void whatIsRefusedForGoodDidNotDeliverItsPapers() {
        queue(1);
        deliveries().end(claimOne(), new Outcome.Failed("550 no such user"), NOW);
        assertThat(found(0).state()).isEqualTo(State.FAILED);
        assertThat(storage().mailings().papers(part(0))).isEmpty();
        assertThat(storage().mailings().delivered(part(0).subscriber(), List.of(id(1)))).isEmpty();
    }

    @Test
    default void afterADeathOnlyWhatWasInDoubtIsUnknown() {
        queue(3);
        List<Claimed> held = claim("dead", 3, minute(9));
        deliveries().doubt(held.get(1), "hash", minute(9));
        deliveries().release("other", minute(10));
        assertThat(storage().ledger().count())
                .isEqualTo(Map.of(State.SENDING, 2L, State.IN_DOUBT, 1L));
        deliveries().release("dead", minute(10));
        assertThat(storage().ledger().count())
                .isEqualTo(Map.of(State.QUEUED, 2L, State.UNKNOWN, 1L));
        assertThat(found(1).changed()).isEqualTo(minute(10));
        assertThat(claim("dead", 9, minute(10)))
                .extracting(Claimed::id)
                .containsExactly(part(0), part(2));
        assertThat(deliveries().doubt(held.get(0), "hash", minute(10))).isFalse();
        deliveries().end(held.get(0), new Outcome.Sent("late"), minute(10));
        assertThat(found(0).state()).isEqualTo(State.SENDING);
    }

    @Test
    default void whatALeaseRanOutOnIsTakenBackByWhoeverClaimsNext() {
        queue(2);
        List<Claimed> held = claim("slow", 2, minute(1));
        deliveries().doubt(held.get(1), "hash", minute(1));
        assertThat(claim("next", 9, minute(5))).isEmpty();
        assertThat(claim("next", 9, minute(6)))
                .extracting(Claimed::id, Claimed::attempts)
                .containsExactly(tuple(part(0), 2));
        assertThat(found(1).state()).isEqualTo(State.UNKNOWN);
    }

    @Test
    default void whatWasHeardAfterAllCounts() {
        queue(1);
        Claimed slow = claimOne();
        deliveries().doubt(slow, "hash", NOW);
        claim("next", 1, minute(5));
        assertThat(found(0).state()).isEqualTo(State.UNKNOWN);
        deliveries().end(slow, new Outcome.Sent("250 at last"), minute(6));
        assertThat(found(0).state()).isEqualTo(State.SENT);
    }

    @Test
    default void whatIsUnknownGoesAgainOnlyWhenAPersonSaysSo() {
        queue(1);
        Claimed lost = claimOne();
        deliveries().doubt(lost, "hash", NOW);
        assertThat(storage().ledger().resend(part(0), minute(1))).isFalse();
        deliveries().end(lost, new Outcome.Unknown("cut"), NOW);
        assertThat(claim("node", 9, minute(999))).isEmpty();
        assertThat(storage().ledger().in(State.UNKNOWN, 9))
                .extracting(Delivery::note)
                .containsExactly("cut");
        assertThat(storage().ledger().resend(part(0), minute(1))).isTrue();
        deliveries().end(lost, new Outcome.Sent("late"), minute(2));
        assertThat(found(0).state()).isEqualTo(State.QUEUED);
        assertThat(claim("node", 9, minute(2))).hasSize(1);
    }

    @Test
    default void aStoredLetterStaysWhileItsFateIsUnknownAndGoesAfterwards() {
        storage().mailings().open(LETTER);
        Letter letter = Letter.plain("Subject", "Text");
        Addressed part = new Addressed(part(0).subscriber(), address(0), NOW, List.of(), letter);
        storage().mailings().queue(LETTER.id(), List.of(part), NOW);
        Claimed first = claimOne();
        deliveries().doubt(first, "hash", NOW);
        deliveries().release("node", NOW);
        storage().ledger().resend(first.id(), NOW);
        Claimed second = claimOne();
        assertThat(second.letter()).isEqualTo(letter);
        deliveries().end(second, new Outcome.Sent("250"), NOW);
        assertThat(storage().ledger().bounced(first.id(), "5.1.1", NOW)).isTrue();
        assertThat(storage().ledger().resend(first.id(), NOW)).isFalse();
    }

    @Test
    default void whatCameBackIsFailedAndDidNotDeliverItsPapers() {
        queue(2);
        assertThat(storage().ledger().bounced(part(0), "5.1.1", NOW)).isFalse();
        Claimed claimed = claimOne();
        deliveries().doubt(claimed, "hash", NOW);
        deliveries().end(claimed, new Outcome.Sent("250"), NOW);
        assertThat(storage().ledger().bounced(part(0), "5.1.1", minute(1))).isTrue();
        assertThat(found(0).state()).isEqualTo(State.FAILED);
        assertThat(found(0).note()).isEqualTo("5.1.1");
        assertThat(storage().mailings().papers(part(0))).isEmpty();
        assertThat(storage().ledger().bounced(part(0), "again", minute(2))).isFalse();
    }

    @Test
    default void deliveriesAreListedByStateTheLatestFirst() {
        queue(3);
        for (Claimed claimed : claim("node", 3, minute(9))) {
            deliveries()
                    .end(
                            claimed,
                            new Outcome.Failed("no"),
                            claimed.id().equals(part(1)) ? minute(12) : minute(11));
        }
        assertThat(storage().ledger().in(State.FAILED, 1))
                .extracting(Delivery::id)
                .containsExactly(part(1));
        assertThat(storage().ledger().in(State.FAILED, 9)).hasSize(3);
        assertThat(storage().ledger().in(State.SENT, 9)).isEmpty();
        assertThat(storage().ledger().find("nobody")).isEmpty();
    }

    @Test
    default void whatEndedLongAgoIsForgottenButNotWhichPapersWent() {
        queue(3);
        List<Claimed> held = claim("node", 2, minute(9));
        held.forEach(it -> deliveries().doubt(it, "hash", minute(9)));
        deliveries().end(held.get(0), new Outcome.Sent("250"), minute(9));
        deliveries().end(held.get(1), new Outcome.Unknown("cut"), minute(9));
        assertThat(storage().ledger().forget(minute(9))).isZero();
        assertThat(storage().ledger().forget(minute(10))).isEqualTo(1);
        assertThat(storage().ledger().find(part(0).name())).isEmpty();
        assertThat(storage().ledger().count())
                .isEqualTo(Map.of(State.UNKNOWN, 1L, State.QUEUED, 1L));
        assertThat(storage().mailings().delivered(part(0).subscriber(), List.of(id(1)))).hasSize(1);
        assertThat(storage().mailings().open(ROUND)).isFalse();
        storage().mailings().open(LETTER);
        storage().ledger().forget(minute(10));
        assertThat(storage().mailings().open(LETTER)).isTrue();
    }

    @Test
    default void theSecretIsMadeOnceForAll() {
        List<byte[]> seen = Together.run(4, _ -> () -> storage().suppressions().secret());
        assertThat(seen).allSatisfy(it -> assertThat(it).hasSize(32).isEqualTo(seen.getFirst()));
        assertThat(seen.getFirst()).isNotEqualTo(new byte[32]);
    }

    @Test
    default void aSuppressionWithdrawsWhatWaitsAndIsKeptUntilItIsLifted() {
        queue(3);
        storage().mailings().open(LETTER);
        Addressed asked = new Addressed(part(0).subscriber(), address(0), NOW, List.of(), null);
        storage().mailings().queue(LETTER.id(), List.of(asked), NOW);
        assertThat(storage().suppressions().of(address(0))).isEmpty();
        storage().suppressions().suppress(address(0), Reason.BOUNCED, minute(1));
        storage().suppressions().suppress(address(0), Reason.BOUNCED, minute(2));
        assertThat(storage().suppressions().of(address(0)).orElseThrow().at()).isEqualTo(minute(1));
        assertThat(found(0).state()).isEqualTo(State.WITHDRAWN);
        assertThat(storage().ledger().count())
                .isEqualTo(Map.of(State.WITHDRAWN, 1L, State.QUEUED, 3L));
        storage().suppressions().suppress(address(0), Reason.COMPLAINED, minute(3));
        storage().suppressions().suppress(address(0), Reason.BOUNCED, minute(4));
        assertThat(storage().suppressions().of(address(0)).orElseThrow().reason())
                .isEqualTo(Reason.COMPLAINED);
        assertThat(storage().suppressions().of(address(1))).isEmpty();
        storage().suppressions().lift(address(0));
        assertThat(storage().suppressions().of(address(0))).isEmpty();
    }

    @Test
    default void mailThatCameBackForNowIsCountedUntilItWasLongAgo() {
        assertThat(storage().suppressions().countSoft(address(0), NOW, minute(1))).isEqualTo(1);
        assertThat(storage().suppressions().countSoft(address(0), NOW, minute(2))).isEqualTo(2);
        assertThat(storage().suppressions().countSoft(address(1), NOW, minute(2))).isEqualTo(1);
        assertThat(storage().suppressions().countSoft(address(0), minute(3), minute(4)))
                .isEqualTo(1);
        storage().suppressions().lift(address(0));
        assertThat(storage().suppressions().countSoft(address(0), NOW, minute(5))).isEqualTo(1);
    }
}
