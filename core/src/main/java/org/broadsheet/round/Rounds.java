package org.broadsheet.round;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.broadsheet.delivery.Addressed;
import org.broadsheet.delivery.Mailing;
import org.broadsheet.delivery.MailingStore;
import org.broadsheet.edition.EditionClock;
import org.broadsheet.edition.EditionStore;
import org.broadsheet.paper.PaperId;

/// Makes the digests that are due and queues them to be sent. Whoever has had everything that they
/// want gets none. A subscription moves on only once its digest is queued, and a mailing takes a
/// reader once: whoever dies in between, nobody is passed over and nobody is written to twice.
public final class Rounds {
    private static final int AT_ONCE = 500;

    private final SubscriptionStore subscriptions;
    private final MailingStore mailings;
    private final EditionStore editions;
    private final Pools pools;
    private final EditionClock editionClock;
    private final Clock clock;

    public Rounds(
            SubscriptionStore subscriptions,
            MailingStore mailings,
            EditionStore editions,
            Pools pools,
            EditionClock editionClock,
            Clock clock) {
        this.subscriptions = subscriptions;
        this.mailings = mailings;
        this.editions = editions;
        this.pools = pools;
        this.editionClock = editionClock;
        this.clock = clock;
    }

    /// Makes all that are due by now.
    ///
    /// @return how many were queued
    public int make() {
        Instant now = clock.instant();
        int queued = 0;
        List<Subscription> due;
        do {
            due = subscriptions.due(now, AT_ONCE);
            queued += make(due, now);
        } while (due.size() == AT_ONCE);
        return queued;
    }

    private int make(List<Subscription> due, Instant now) {
        LocalDate closed = lastClosed(now);
        Map<Mailing, List<Subscription>> byMailing =
                due.stream()
                        .filter(one -> one.upTo().isBefore(closed))
                        .collect(
                                Collectors.groupingBy(
                                        one -> mailing(one, closed, now),
                                        LinkedHashMap::new,
                                        Collectors.toList()));
        int queued = 0;
        for (Map.Entry<Mailing, List<Subscription>> part : byMailing.entrySet()) {
            queued += queue(part.getKey(), part.getValue(), now);
        }
        due.forEach(one -> subscriptions.advance(one, next(one, now), later(one.upTo(), closed)));
        return queued;
    }

    /// The mailing as it was made first, whoever made it.
    private Mailing mailing(Subscription subscription, LocalDate closed, Instant now) {
        Span span = new Span(subscription.upTo().plusDays(1), closed);
        Mailing mailing = Mailing.digest(span.label(), zone(subscription), now);
        mailings.open(mailing);
        return mailings.find(mailing.id()).orElse(mailing);
    }

    private static String zone(Subscription subscription) {
        return subscription.preferences().cadence().zone().getId();
    }

    private int queue(Mailing mailing, List<Subscription> due, Instant now) {
        Pool pool = pools.of(mailing);
        Set<PaperId> candidates = pool.papers();
        List<Addressed> parts =
                due.stream()
                        .map(one -> addressed(one, pool, candidates))
                        .filter(one -> !one.papers().isEmpty())
                        .toList();
        return mailings.queue(mailing.id(), parts, now).size();
    }

    private Addressed addressed(Subscription one, Pool pool, Set<PaperId> candidates) {
        Set<PaperId> had = mailings.delivered(one.id(), candidates);
        List<PaperId> papers =
                pool.choose(one.preferences(), had).stream()
                        .map(chosen -> chosen.paper().id())
                        .toList();
        return new Addressed(one.id(), one.address(), one.due(), papers, null);
    }

    private static Instant next(Subscription one, Instant now) {
        return one.preferences().cadence().next(now);
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    /// The last day with papers whose edition is closed; yesterday in a house without editions.
    public LocalDate lastClosed(Instant now) {
        LocalDate open = editionClock.day(now);
        return editions.before(open).orElse(open.minusDays(1));
    }

    /// What a new subscription counts as having had: its first digest brings the last edition, or
    /// those of the week or month.
    public LocalDate had(Cadence cadence, Instant now) {
        LocalDate closed = lastClosed(now);
        return switch (cadence.every()) {
            case DAY, WEEKDAY -> closed.minusDays(1);
            case WEEK -> closed.minusDays(7);
            case MONTH -> closed.minusMonths(1);
        };
    }
}
