package org.broadsheet.storage;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.broadsheet.account.MailAddress;
import org.broadsheet.delivery.SubscriberId;
import org.broadsheet.round.Preferences;
import org.broadsheet.round.Subscription;
import org.broadsheet.round.Subscription.Consent;
import org.broadsheet.round.Subscription.State;
import org.broadsheet.round.SubscriptionStore;

/// Subscriptions by id.
final class InMemorySubscriptions implements SubscriptionStore {
    private static final Comparator<Subscription> DUE_LONGEST_FIRST =
            Comparator.comparing(Subscription::due).thenComparing(one -> one.id().value());

    private final Map<SubscriberId, Subscription> kept = new HashMap<>();
    private final Map<SubscriberId, Consent> consents = new HashMap<>();

    /// When those that are over ended.
    private final Map<SubscriberId, Instant> ends = new HashMap<>();

    @Override
    public synchronized Subscription ask(Subscription wish) {
        Optional<Subscription> before = at(wish.address());
        if (before.filter(one -> one.state() == State.ACTIVE).isPresent()) {
            return before.get();
        }
        SubscriberId id = before.map(Subscription::id).orElse(wish.id());
        Subscription asked =
                new Subscription(
                        id,
                        wish.address(),
                        wish.preferences(),
                        State.WAITING,
                        wish.asked(),
                        wish.due(),
                        wish.upTo());
        kept.put(id, asked);
        ends.remove(id);
        return asked;
    }

    @Override
    public synchronized Optional<Subscription> get(SubscriberId id) {
        return Optional.ofNullable(kept.get(id));
    }

    @Override
    public synchronized Optional<Subscription> at(MailAddress address) {
        return kept.values().stream().filter(one -> one.address().equals(address)).findFirst();
    }

    @Override
    public synchronized boolean confirm(
            SubscriberId id, Consent consent, Instant due, LocalDate upTo) {
        boolean isDone =
                change(
                        id,
                        one -> one.state() == State.WAITING,
                        one -> with(one, one.preferences(), State.ACTIVE, due, upTo));
        if (isDone) {
            consents.put(id, consent);
        }
        return isDone;
    }

    @Override
    public synchronized boolean change(SubscriberId id, Preferences preferences, Instant due) {
        return change(
                id,
                one -> one.state() == State.ACTIVE,
                one -> with(one, preferences, State.ACTIVE, due, one.upTo()));
    }

    @Override
    public synchronized boolean end(SubscriberId id, Instant now) {
        boolean isDone =
                change(
                        id,
                        one -> one.state() != State.ENDED,
                        one -> with(one, one.preferences(), State.ENDED, one.due(), one.upTo()));
        if (isDone) {
            ends.put(id, now);
        }
        return isDone;
    }

    private boolean change(
            SubscriberId id, Predicate<Subscription> may, UnaryOperator<Subscription> change) {
        Optional<Subscription> found = get(id).filter(may);
        found.ifPresent(one -> kept.put(id, change.apply(one)));
        return found.isPresent();
    }

    private static Subscription with(
            Subscription one, Preferences preferences, State state, Instant due, LocalDate upTo) {
        return new Subscription(
                one.id(), one.address(), preferences, state, one.asked(), due, upTo);
    }

    @Override
    public synchronized List<Subscription> due(Instant now, int limit) {
        return kept.values().stream()
                .filter(one -> one.state() == State.ACTIVE && !one.due().isAfter(now))
                .sorted(DUE_LONGEST_FIRST)
                .limit(Math.max(0, limit))
                .toList();
    }

    @Override
    public synchronized boolean advance(Subscription seen, Instant due, LocalDate upTo) {
        return change(
                seen.id(),
                one -> one.state() == State.ACTIVE && one.due().equals(seen.due()),
                one -> with(one, one.preferences(), State.ACTIVE, due, upTo));
    }

    @Override
    public synchronized Optional<Consent> consent(SubscriberId id) {
        return Optional.ofNullable(consents.get(id));
    }

    @Override
    public synchronized void forget(MailAddress address) {
        at(address).map(Subscription::id).ifPresent(this::forget);
    }

    private void forget(SubscriberId id) {
        kept.remove(id);
        consents.remove(id);
        ends.remove(id);
    }

    @Override
    public synchronized int forgetOld(Instant before) {
        List<SubscriberId> old =
                kept.values().stream()
                        .filter(one -> isOld(one, before))
                        .map(Subscription::id)
                        .toList();
        old.forEach(this::forget);
        return old.size();
    }

    private boolean isOld(Subscription one, Instant before) {
        return switch (one.state()) {
            case ACTIVE -> false;
            case WAITING -> one.asked().isBefore(before);
            case ENDED -> ends.getOrDefault(one.id(), Instant.MAX).isBefore(before);
        };
    }

    @Override
    public synchronized Map<State, Long> count() {
        return kept.values().stream()
                .collect(Collectors.groupingBy(Subscription::state, Collectors.counting()));
    }
}
