package org.broadsheet.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.broadsheet.contract.Fixtures.NOW;
import static org.broadsheet.contract.Fixtures.WILD;
import static org.broadsheet.contract.Fixtures.id;
import static org.broadsheet.contract.Fixtures.minute;

import java.time.Duration;
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
import org.broadsheet.delivery.Letter;
import org.broadsheet.delivery.Mailing;
import org.broadsheet.delivery.MailingId;
import org.broadsheet.delivery.MailingStore;
import org.broadsheet.delivery.Outcome;
import org.broadsheet.delivery.SubscriberId;
import org.broadsheet.delivery.Suppression;
import org.broadsheet.paper.PaperId;
import org.junit.jupiter.api.Test;

/// Queueing what goes to whom: everybody once, and no paper twice.
public interface MailingStoreContract extends OverStorage {
    Mailing FRIDAY = Mailing.digest("2025-11-07", "Europe/Berlin", NOW);
    Mailing SATURDAY = Mailing.digest("2025-11-08", "Europe/Berlin", minute(1));
    Mailing SINGLE = Mailing.single(Mailing.Kind.ACCOUNT, "abc", NOW);

    private MailingStore mailings() {
        return storage().mailings();
    }

    private static SubscriberId subscriber(int n) {
        return new SubscriberId("s%04d".formatted(n));
    }

    private static Addressed to(int n, int... papers) {
        return new Addressed(
                subscriber(n),
                new MailAddress("reader" + n + "@example.org"),
                NOW,
                IntStream.of(papers).mapToObj(Fixtures::id).toList(),
                null);
    }

    private static DeliveryId part(Mailing mailing, int n) {
        return new DeliveryId(mailing.id(), subscriber(n));
    }

    private Set<SubscriberId> queue(Mailing mailing, Addressed... parts) {
        mailings().open(mailing);
        return mailings().queue(mailing.id(), List.of(parts), NOW);
    }

    private Claimed claim() {
        Claiming claiming = new Claiming("node", 1, Set.of(), Duration.ofMinutes(5));
        return storage().deliveries().claim(claiming, NOW).getFirst();
    }

    private Delivery found(Mailing mailing, int n) {
        return storage().ledger().find(part(mailing, n).name()).orElseThrow();
    }

    @Test
    default void aMailingStaysAsItWasOpenedFirst() {
        assertThat(mailings().find(FRIDAY.id())).isEmpty();
        assertThat(mailings().open(FRIDAY)).isTrue();
        assertThat(mailings().open(Mailing.digest("2025-11-07", "Europe/Berlin", minute(9))))
                .isFalse();
        assertThat(mailings().find(FRIDAY.id())).contains(FRIDAY);
    }

    @Test
    default void aMailingIsOpenedOnce() {
        assertThat(mailings().open(FRIDAY)).isTrue();
        assertThat(mailings().open(Mailing.digest("2025-11-07", "Europe/Berlin", minute(9))))
                .isFalse();
        assertThat(mailings().open(SATURDAY)).isTrue();
        assertThat(mailings().open(SINGLE)).isTrue();
        assertThat(mailings().latest(Mailing.Kind.DIGEST, 9)).containsExactly(SATURDAY, FRIDAY);
        assertThat(mailings().latest(Mailing.Kind.DIGEST, 1)).containsExactly(SATURDAY);
        assertThat(mailings().latest(Mailing.Kind.ACCOUNT, 9)).containsExactly(SINGLE);
    }

    @Test
    default void aMailingThatWasNotOpenedIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> mailings().queue(FRIDAY.id(), List.of(to(1, 1)), NOW))
                .withMessageContaining("digest/2025-11-07/Europe/Berlin");
    }

    @Test
    default void aReaderIsInAMailingOnce() {
        assertThat(queue(FRIDAY, to(1, 1), to(2, 1))).containsExactly(subscriber(1), subscriber(2));
        assertThat(queue(FRIDAY, to(1, 7), to(3, 1))).containsExactly(subscriber(3));
        assertThat(mailings().papers(part(FRIDAY, 1))).containsExactly(id(1));
        assertThat(mailings().count(FRIDAY.id())).isEqualTo(Map.of(State.QUEUED, 3L));
        assertThat(found(FRIDAY, 1))
                .isEqualTo(
                        new Delivery(
                                part(FRIDAY, 1),
                                new MailAddress("reader1@example.org"),
                                State.QUEUED,
                                0,
                                NOW,
                                "",
                                "",
                                NOW));
    }

    @Test
    default void howeverManyQueueAReaderAtOnceOneDoes() {
        mailings().open(FRIDAY);
        List<Set<SubscriberId>> queued =
                Together.run(6, n -> () -> mailings().queue(FRIDAY.id(), List.of(to(1, n)), NOW));
        assertThat(queued).filteredOn(it -> !it.isEmpty()).hasSize(1);
        assertThat(mailings().papers(part(FRIDAY, 1))).hasSize(1);
    }

    @Test
    default void aPaperGoesToAReaderOnceHoweverOftenItIsQueued() {
        queue(FRIDAY, to(1, 1, 2), to(2, 2));
        assertThat(queue(SATURDAY, to(1, 3, 2, 1, 4), to(2, 1))).hasSize(2);
        assertThat(mailings().papers(part(SATURDAY, 1))).containsExactly(id(3), id(4));
        assertThat(mailings().delivered(subscriber(1), List.of(id(1), id(4), id(5))))
                .containsExactlyInAnyOrder(id(1), id(4));
        assertThat(mailings().delivered(subscriber(9), List.of(id(1)))).isEmpty();
    }

    @Test
    default void whoeverHasNothingNewIsNotWrittenTo() {
        queue(FRIDAY, to(1, 1, 2));
        assertThat(queue(SATURDAY, to(1, 2, 1))).isEmpty();
        assertThat(storage().ledger().find(part(SATURDAY, 1).name())).isEmpty();
        assertThat(mailings().papers(part(FRIDAY, 1))).containsExactly(id(1), id(2));
    }

    @Test
    default void twoMailingsAtOnceNeverBringOnePaperTwice() {
        mailings().open(FRIDAY);
        mailings().open(SATURDAY);
        Together.run(
                2,
                n ->
                        () ->
                                mailings()
                                        .queue(
                                                (n == 0 ? FRIDAY : SATURDAY).id(),
                                                IntStream.range(0, 50)
                                                        .mapToObj(i -> to(i, 1, 2 + n))
                                                        .toList(),
                                                NOW));
        for (int i = 0; i < 50; i++) {
            List<PaperId> both =
                    List.of(
                                    mailings().papers(part(FRIDAY, i)),
                                    mailings().papers(part(SATURDAY, i)))
                            .stream()
                            .flatMap(List::stream)
                            .toList();
            assertThat(both).containsExactlyInAnyOrder(id(1), id(2), id(3));
        }
    }

    @Test
    default void aLetterThatIsStoredComesBackWholeAndGoesOnceItWasSent() {
        Letter letter =
                new Letter(
                        "On: " + WILD,
                        WILD + "\n.\nFrom here\n",
                        "<p>" + WILD,
                        List.of(
                                new Letter.Field("List-Id", "<a: b>"),
                                new Letter.Field("X-Empty", "")));
        Addressed part = new Addressed(subscriber(1), to(1).address(), NOW, List.of(), letter);
        queue(SINGLE, part);
        Claimed claimed = claim();
        assertThat(claimed.letter()).isEqualTo(letter);
        storage().deliveries().end(claimed, new Outcome.Deferred("later", NOW), NOW);
        assertThat(claim().letter()).isEqualTo(letter);
        assertThat(mailings().withdraw(subscriber(1), NOW)).isEqualTo(1);
        assertThat(queue(SINGLE, part)).isEmpty();
    }

    @Test
    default void whoeverWithdrawsGetsNothingMoreOfWhatWaits() {
        queue(FRIDAY, to(1, 1), to(2, 1));
        queue(SATURDAY, to(1, 2));
        Claimed claimed = claim();
        assertThat(claimed.id()).isEqualTo(part(FRIDAY, 1));
        assertThat(mailings().withdraw(subscriber(1), minute(1))).isEqualTo(2);
        assertThat(mailings().withdraw(subscriber(1), minute(2))).isZero();
        assertThat(storage().deliveries().doubt(claimed, "h", minute(1))).isFalse();
        storage().deliveries().end(claimed, new Outcome.Deferred("why", NOW), minute(1));
        assertThat(found(FRIDAY, 1).state()).isEqualTo(State.WITHDRAWN);
        assertThat(found(FRIDAY, 1).changed()).isEqualTo(minute(1));
        assertThat(claim().id()).isEqualTo(part(FRIDAY, 2));
        assertThat(mailings().delivered(subscriber(1), List.of(id(1), id(2)))).isEmpty();
    }

    @Test
    default void whatIsOnItsLastWayCannotBeWithdrawn() {
        queue(FRIDAY, to(1, 1));
        Claimed claimed = claim();
        assertThat(storage().deliveries().doubt(claimed, "h", NOW)).isTrue();
        assertThat(mailings().withdraw(subscriber(1), NOW)).isZero();
        storage().deliveries().end(claimed, new Outcome.Sent("250"), NOW);
        assertThat(found(FRIDAY, 1).state()).isEqualTo(State.SENT);
    }

    @Test
    default void whoMustNotBeWrittenToIsKeptAsWithdrawnUnlessTheyAsked() {
        MailAddress address = to(1).address();
        storage().suppressions().suppress(address, Suppression.Reason.BOUNCED, NOW);
        assertThat(queue(FRIDAY, to(1, 1), to(2, 1))).containsExactly(subscriber(2));
        assertThat(found(FRIDAY, 1).state()).isEqualTo(State.WITHDRAWN);
        assertThat(found(FRIDAY, 1).note()).isEqualTo("BOUNCED");
        assertThat(mailings().delivered(subscriber(1), List.of(id(1)))).isEmpty();
        assertThat(queue(SINGLE, to(1))).containsExactly(subscriber(1));
    }

    @Test
    default void aReaderWhoIsForgottenLeavesNothing() {
        queue(FRIDAY, to(1, 1), to(2, 1));
        Letter letter = Letter.plain("Subject", "Text");
        queue(SINGLE, new Addressed(subscriber(1), to(1).address(), NOW, List.of(), letter));
        mailings().forget(subscriber(1));
        assertThat(storage().ledger().find(part(FRIDAY, 1).name())).isEmpty();
        assertThat(storage().ledger().find(part(SINGLE, 1).name())).isEmpty();
        assertThat(mailings().delivered(subscriber(1), List.of(id(1)))).isEmpty();
        assertThat(mailings().delivered(subscriber(2), List.of(id(1)))).hasSize(1);
        assertThat(queue(SINGLE, to(1))).hasSize(1);
        assertThat(claim().letter()).isNull();
    }

    @Test
    default void aNameTellsDeliveriesApartAndIsAlwaysTheSame() {
        String name = part(FRIDAY, 1).name();
        assertThat(name).matches("[a-z2-7]{26}").isEqualTo("t5z7wqprx4yryodshanhcrmsmf");
        assertThat(part(FRIDAY, 2).name()).isNotEqualTo(name);
        assertThat(new DeliveryId(new MailingId("other"), subscriber(1)).name()).isNotEqualTo(name);
    }
}
