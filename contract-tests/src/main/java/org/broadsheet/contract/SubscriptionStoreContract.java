package org.broadsheet.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.broadsheet.contract.Fixtures.NOW;
import static org.broadsheet.contract.Fixtures.minute;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.broadsheet.account.MailAddress;
import org.broadsheet.delivery.SubscriberId;
import org.broadsheet.round.Cadence;
import org.broadsheet.round.Cadence.Every;
import org.broadsheet.round.Preferences;
import org.broadsheet.round.Preferences.Form;
import org.broadsheet.round.Preferences.Part;
import org.broadsheet.round.Subscription;
import org.broadsheet.round.Subscription.Consent;
import org.broadsheet.round.Subscription.State;
import org.broadsheet.round.SubscriptionStore;
import org.junit.jupiter.api.Test;

/// Keeping who wants digests.
public interface SubscriptionStoreContract extends OverStorage {
    LocalDate DAY = LocalDate.of(2025, 11, 6);
    Preferences SIMPLE =
            new Preferences(
                    new Cadence(Every.DAY, DayOfWeek.MONDAY, 7, ZoneId.of("UTC")),
                    Set.of(Part.EDITION),
                    List.of(),
                    List.of(),
                    10,
                    Form.RICH);
    Preferences OTHER =
            new Preferences(
                    new Cadence(Every.WEEK, DayOfWeek.FRIDAY, 23, ZoneId.of("Asia/Kathmandu")),
                    Set.of(Part.EDITION, Part.TRENDING),
                    List.of("cs.LG", "math.AP"),
                    List.of("nonlinear heads", "Schrödinger"),
                    100,
                    Form.PLAIN);

    private SubscriptionStore subscriptions() {
        return storage().subscriptions();
    }

    private static Subscription wish(int n, Preferences preferences) {
        return new Subscription(
                new SubscriberId("s" + n),
                new MailAddress("reader" + n + "@example.org"),
                preferences,
                State.WAITING,
                minute(n),
                minute(n),
                DAY);
    }

    private static Consent yes(int n) {
        return new Consent("Send me the paper", "hash " + n, minute(n));
    }

    private Subscription active(int n, Instant due) {
        Subscription asked = subscriptions().ask(wish(n, SIMPLE));
        assertThat(subscriptions().confirm(asked.id(), yes(n), due, DAY)).isTrue();
        return subscriptions().get(asked.id()).orElseThrow();
    }

    @Test
    default void aWishComesBackAsItWasAskedFor() {
        for (Preferences preferences : List.of(SIMPLE, OTHER)) {
            Subscription wish = wish(preferences.most(), preferences);
            assertThat(subscriptions().ask(wish)).isEqualTo(wish);
            assertThat(subscriptions().get(wish.id())).contains(wish);
            assertThat(subscriptions().at(wish.address())).contains(wish);
        }
        assertThat(subscriptions().get(new SubscriberId("nobody"))).isEmpty();
        assertThat(subscriptions().at(new MailAddress("nobody@example.org"))).isEmpty();
    }

    @Test
    default void aLaterWishForTheSameAddressTakesThePlaceOfOneThatWaits() {
        subscriptions().ask(wish(1, SIMPLE));
        Subscription later =
                new Subscription(
                        new SubscriberId("later"),
                        wish(1, SIMPLE).address(),
                        OTHER,
                        State.WAITING,
                        minute(5),
                        minute(6),
                        DAY.plusDays(1));
        Subscription kept = subscriptions().ask(later);
        assertThat(kept.id()).isEqualTo(new SubscriberId("s1"));
        assertThat(kept).usingRecursiveComparison().ignoringFields("id").isEqualTo(later);
        assertThat(subscriptions().get(new SubscriberId("later"))).isEmpty();
    }

    @Test
    default void anActiveSubscriptionStaysAsItIsWhateverIsAskedForItsAddress() {
        Subscription active = active(1, minute(9));
        assertThat(subscriptions().ask(wish(1, OTHER))).isEqualTo(active);
        assertThat(subscriptions().get(active.id())).contains(active);
    }

    @Test
    default void aWishIsConfirmedOnce() {
        Subscription wish = subscriptions().ask(wish(1, SIMPLE));
        assertThat(subscriptions().consent(wish.id())).isEmpty();
        assertThat(subscriptions().confirm(wish.id(), yes(3), minute(60), DAY.plusDays(2)))
                .isTrue();
        assertThat(subscriptions().confirm(wish.id(), yes(4), minute(61), DAY)).isFalse();
        assertThat(subscriptions().consent(wish.id())).contains(yes(3));
        Subscription active = subscriptions().get(wish.id()).orElseThrow();
        assertThat(active.state()).isEqualTo(State.ACTIVE);
        assertThat(active.due()).isEqualTo(minute(60));
        assertThat(active.upTo()).isEqualTo(DAY.plusDays(2));
        assertThat(subscriptions().confirm(new SubscriberId("nobody"), yes(1), NOW, DAY)).isFalse();
    }

    @Test
    default void preferencesOfAnActiveOneChange() {
        Subscription wish = subscriptions().ask(wish(1, SIMPLE));
        assertThat(subscriptions().change(wish.id(), OTHER, minute(9))).isFalse();
        subscriptions().confirm(wish.id(), yes(1), minute(8), DAY);
        assertThat(subscriptions().change(wish.id(), OTHER, minute(9))).isTrue();
        Subscription changed = subscriptions().get(wish.id()).orElseThrow();
        assertThat(changed.preferences()).isEqualTo(OTHER);
        assertThat(changed.due()).isEqualTo(minute(9));
        assertThat(changed.upTo()).isEqualTo(DAY);
    }

    @Test
    default void whatEndedIsNotDueAndBeginsOnlyWhenAskedForAndConfirmedAgain() {
        Subscription active = active(1, minute(1));
        assertThat(subscriptions().end(active.id(), minute(2))).isTrue();
        assertThat(subscriptions().end(active.id(), minute(3))).isFalse();
        assertThat(subscriptions().due(minute(99), 9)).isEmpty();
        assertThat(subscriptions().change(active.id(), OTHER, minute(3))).isFalse();
        assertThat(subscriptions().confirm(active.id(), yes(1), minute(3), DAY)).isFalse();
        assertThat(subscriptions().advance(active, minute(4), DAY)).isFalse();
        Subscription again = subscriptions().ask(wish(1, OTHER));
        assertThat(again.state()).isEqualTo(State.WAITING);
        assertThat(again.id()).isEqualTo(active.id());
        assertThat(subscriptions().confirm(again.id(), yes(5), minute(5), DAY)).isTrue();
    }

    @Test
    default void thoseDueLongestComeFirst() {
        Subscription third = active(1, minute(30));
        Subscription first = active(2, minute(10));
        Subscription second = active(3, minute(20));
        subscriptions().ask(wish(4, SIMPLE));
        assertThat(subscriptions().due(minute(9), 9)).isEmpty();
        assertThat(subscriptions().due(minute(10), 9)).containsExactly(first);
        assertThat(subscriptions().due(minute(30), 9)).containsExactly(first, second, third);
        assertThat(subscriptions().due(minute(30), 2)).containsExactly(first, second);
    }

    @Test
    default void ofManyWhoMoveASubscriptionOnOneDoes() {
        Subscription due = active(1, minute(1));
        List<Boolean> moved =
                Together.run(
                        8,
                        n -> () -> subscriptions().advance(due, minute(100 + n), DAY.plusDays(1)));
        assertThat(moved).filteredOn(it -> it).hasSize(1);
        assertThat(subscriptions().due(minute(50), 9)).isEmpty();
        assertThat(subscriptions().get(due.id()).orElseThrow().upTo()).isEqualTo(DAY.plusDays(1));
    }

    @Test
    default void anAddressIsForgotten() {
        Subscription active = active(1, minute(1));
        Subscription other = active(2, minute(2));
        subscriptions().forget(active.address());
        assertThat(subscriptions().get(active.id())).isEmpty();
        assertThat(subscriptions().at(active.address())).isEmpty();
        assertThat(subscriptions().consent(active.id())).isEmpty();
        assertThat(subscriptions().due(minute(9), 9)).containsExactly(other);
    }

    @Test
    default void whatWaitsOrIsOverForLongIsForgotten() {
        subscriptions().ask(wish(1, SIMPLE));
        subscriptions().ask(wish(5, SIMPLE));
        Subscription ended = active(2, minute(2));
        subscriptions().end(ended.id(), minute(3));
        Subscription endedLate = active(3, minute(2));
        subscriptions().end(endedLate.id(), minute(7));
        Subscription active = active(4, minute(2));
        assertThat(subscriptions().forgetOld(minute(4))).isEqualTo(2);
        assertThat(subscriptions().count())
                .isEqualTo(Map.of(State.WAITING, 1L, State.ENDED, 1L, State.ACTIVE, 1L));
        assertThat(subscriptions().get(active.id())).contains(active);
        assertThat(subscriptions().get(endedLate.id())).isPresent();
    }
}
