package org.broadsheet.storage;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.broadsheet.account.MailAddress;
import org.broadsheet.delivery.Addressed;
import org.broadsheet.delivery.Claimed;
import org.broadsheet.delivery.Claiming;
import org.broadsheet.delivery.Delivery;
import org.broadsheet.delivery.Delivery.State;
import org.broadsheet.delivery.DeliveryId;
import org.broadsheet.delivery.DeliveryLedger;
import org.broadsheet.delivery.DeliveryStore;
import org.broadsheet.delivery.Letter;
import org.broadsheet.delivery.Mailing;
import org.broadsheet.delivery.MailingId;
import org.broadsheet.delivery.MailingStore;
import org.broadsheet.delivery.Outcome;
import org.broadsheet.delivery.SubscriberId;
import org.broadsheet.paper.PaperId;
import org.jspecify.annotations.Nullable;

/// Mailings, their deliveries and what they bring, in maps.
final class InMemoryDeliveries implements MailingStore, DeliveryStore, DeliveryLedger {
    private static final Set<State> WAITING = EnumSet.of(State.QUEUED, State.DEFERRED);
    private static final Set<State> WITHDRAWABLE =
            EnumSet.of(State.QUEUED, State.DEFERRED, State.SENDING);
    private static final Comparator<Row> IN_TURN =
            Comparator.<Row, Mailing.Kind>comparing(row -> row.kind)
                    .thenComparing(row -> row.due)
                    .thenComparing(row -> row.id.mailing().value())
                    .thenComparing(row -> row.id.subscriber().value());

    private static final class Row {
        private final DeliveryId id;
        private final Mailing.Kind kind;
        private final MailAddress address;
        private final List<PaperId> papers = new ArrayList<>();
        private @Nullable Letter letter;
        private State state = State.QUEUED;
        private int attempts;
        private int claims;
        private String node = "";
        private Instant due;
        private Instant leaseUntil = Instant.EPOCH;
        private Instant changed;
        private String note = "";
        private String hash = "";

        Row(DeliveryId id, Mailing.Kind kind, Addressed part, Instant now) {
            this.id = id;
            this.kind = kind;
            address = part.address();
            letter = part.letter();
            due = part.due();
            changed = now;
        }

        void become(State next, String why, Instant now) {
            state = next;
            note = why;
            changed = now;
            if (next.isEnded()) {
                letter = null;
            }
            if (next == State.FAILED || next == State.WITHDRAWN) {
                papers.clear();
            }
        }

        Delivery shown() {
            return new Delivery(id, address, state, attempts, due, note, hash, changed);
        }
    }

    private final Map<MailingId, Mailing> mailings = new HashMap<>();
    private final Map<String, Row> rows = new TreeMap<>();

    /// What went to readers in deliveries that were forgotten since.
    private final Map<SubscriberId, Set<PaperId>> before = new HashMap<>();

    private final InMemorySuppressions suppressions = new InMemorySuppressions(this::withdraw);

    InMemorySuppressions suppressions() {
        return suppressions;
    }

    @Override
    public synchronized boolean open(Mailing mailing) {
        return mailings.putIfAbsent(mailing.id(), mailing) == null;
    }

    @Override
    public synchronized Optional<Mailing> find(MailingId id) {
        return Optional.ofNullable(mailings.get(id));
    }

    @Override
    public synchronized Set<SubscriberId> queue(
            MailingId id, Collection<Addressed> parts, Instant now) {
        Mailing mailing = mailings.get(id);
        if (mailing == null) {
            throw new IllegalArgumentException("no mailing was opened as \"" + id + "\"");
        }
        Set<SubscriberId> queued = new LinkedHashSet<>();
        for (Addressed part : parts) {
            if (queue(mailing, part, now)) {
                queued.add(part.subscriber());
            }
        }
        return queued;
    }

    private boolean queue(Mailing mailing, Addressed part, Instant now) {
        DeliveryId id = new DeliveryId(mailing.id(), part.subscriber());
        List<PaperId> fresh = new ArrayList<>(new LinkedHashSet<>(part.papers()));
        fresh.removeAll(delivered(part.subscriber(), part.papers()));
        if (rows.containsKey(id.name()) || fresh.isEmpty() && !part.papers().isEmpty()) {
            return false;
        }
        Row row = new Row(id, mailing.kind(), part, now);
        rows.put(id.name(), row);
        var suppression =
                mailing.kind() == Mailing.Kind.ACCOUNT
                        ? Optional.<String>empty()
                        : suppressions.of(part.address()).map(it -> it.reason().name());
        if (suppression.isPresent()) {
            row.become(State.WITHDRAWN, suppression.get(), now);
            return false;
        }
        row.papers.addAll(fresh);
        return true;
    }

    @Override
    public synchronized Set<PaperId> delivered(
            SubscriberId subscriber, Collection<PaperId> papers) {
        Set<PaperId> delivered = new HashSet<>(before.getOrDefault(subscriber, Set.of()));
        of(subscriber).forEach(row -> delivered.addAll(row.papers));
        return papers.stream().filter(delivered::contains).collect(Collectors.toSet());
    }

    private Stream<Row> of(SubscriberId subscriber) {
        return rows.values().stream().filter(row -> row.id.subscriber().equals(subscriber));
    }

    @Override
    public synchronized List<PaperId> papers(DeliveryId delivery) {
        Row row = rows.get(delivery.name());
        return row == null ? List.of() : List.copyOf(row.papers);
    }

    @Override
    public synchronized int withdraw(SubscriberId subscriber, Instant now) {
        List<Row> theirs = of(subscriber).filter(row -> WITHDRAWABLE.contains(row.state)).toList();
        theirs.forEach(row -> row.become(State.WITHDRAWN, "", now));
        return theirs.size();
    }

    private synchronized void withdraw(MailAddress address, String why, Instant now) {
        rows.values().stream()
                .filter(row ->
                        row.address.equals(address)
                                && row.kind != Mailing.Kind.ACCOUNT
                                && WITHDRAWABLE.contains(row.state))
                .forEach(row -> row.become(State.WITHDRAWN, why, now));
    }

    @Override
    public synchronized void forget(SubscriberId subscriber) {
        rows.values().removeIf(row -> row.id.subscriber().equals(subscriber));
        before.remove(subscriber);
    }

    @Override
    public synchronized Map<State, Long> count(MailingId mailing) {
        return count(row -> row.id.mailing().equals(mailing));
    }

    @Override
    public synchronized Map<State, Long> count() {
        return count(_ -> true);
    }

    private Map<State, Long> count(Predicate<Row> which) {
        return rows.values().stream()
                .filter(which)
                .collect(Collectors.groupingBy(row -> row.state, Collectors.counting()));
    }

    @Override
    public synchronized List<Mailing> latest(Mailing.Kind kind, int limit) {
        return mailings.values().stream()
                .filter(mailing -> mailing.kind() == kind)
                .sorted(
                        Comparator.comparing(Mailing::made)
                                .reversed()
                                .thenComparing(mailing -> mailing.id().value()))
                .limit(Math.max(0, limit))
                .toList();
    }

    @Override
    public synchronized List<Claimed> claim(Claiming claiming, Instant now) {
        rows.values().stream()
                .filter(row -> !row.leaseUntil.isAfter(now))
                .forEach(row -> takeBack(row, now));
        return rows.values().stream()
                .filter(row -> WAITING.contains(row.state) && !row.due.isAfter(now))
                .filter(row -> !claiming.resting().contains(Delivery.domain(row.address)))
                .sorted(IN_TURN)
                .limit(Math.max(0, claiming.limit()))
                .map(row -> claim(row, claiming, now))
                .toList();
    }

    private static Claimed claim(Row row, Claiming claiming, Instant now) {
        row.become(State.SENDING, "", now);
        row.attempts++;
        row.claims++;
        row.node = claiming.node();
        row.leaseUntil = now.plus(claiming.lease());
        return new Claimed(
                row.id, row.kind, row.address, row.node, row.claims, row.attempts, row.letter);
    }

    private static void takeBack(Row row, Instant now) {
        switch (row.state) {
            case SENDING -> row.become(State.QUEUED, "", now);
            case IN_DOUBT -> row.become(State.UNKNOWN, "", now);
            default -> {}
        }
    }

    @Override
    public synchronized boolean doubt(Claimed claimed, String hash, Instant now) {
        Row row = held(claimed);
        if (row == null || row.state != State.SENDING) {
            return false;
        }
        row.become(State.IN_DOUBT, "", now);
        row.hash = hash;
        return true;
    }

    @Override
    public synchronized void end(Claimed claimed, Outcome outcome, Instant now) {
        Row row = held(claimed);
        if (row == null || row.state.isEnded() || WAITING.contains(row.state)) {
            return;
        }
        switch (outcome) {
            case Outcome.Sent(String reply) -> row.become(State.SENT, reply, now);
            case Outcome.Failed(String reason) -> row.become(State.FAILED, reason, now);
            case Outcome.Unknown(String reason) -> row.become(State.UNKNOWN, reason, now);
            case Outcome.Deferred(String reason, Instant until) -> {
                row.become(State.DEFERRED, reason, now);
                row.due = until;
            }
            case Outcome.Back(String reason, Instant until) -> {
                row.become(State.QUEUED, reason, now);
                row.due = until;
                row.attempts--;
            }
        }
    }

    private @Nullable Row held(Claimed claimed) {
        Row row = rows.get(claimed.id().name());
        return row != null && row.claims == claimed.claim() ? row : null;
    }

    @Override
    public synchronized void release(String node, Instant now) {
        rows.values().stream()
                .filter(row -> row.node.equals(node))
                .forEach(row -> takeBack(row, now));
    }

    @Override
    public synchronized Optional<Delivery> find(String name) {
        return Optional.ofNullable(rows.get(name)).map(Row::shown);
    }

    @Override
    public synchronized List<Delivery> in(State state, int limit) {
        return rows.values().stream()
                .filter(row -> row.state == state)
                .map(Row::shown)
                .sorted(
                        Comparator.comparing(Delivery::changed)
                                .reversed()
                                .thenComparing(it -> it.id().name()))
                .limit(Math.max(0, limit))
                .toList();
    }

    @Override
    public synchronized boolean resend(DeliveryId delivery, Instant now) {
        Row row = rows.get(delivery.name());
        if (row == null || row.state != State.UNKNOWN) {
            return false;
        }
        row.become(State.QUEUED, "", now);
        row.due = now;
        row.claims++;
        return true;
    }

    @Override
    public synchronized boolean bounced(DeliveryId delivery, String note, Instant now) {
        Row row = rows.get(delivery.name());
        if (row == null || row.state != State.SENT && row.state != State.UNKNOWN) {
            return false;
        }
        row.become(State.FAILED, note, now);
        return true;
    }

    @Override
    public synchronized int forget(Instant moment) {
        List<Row> old =
                rows.values().stream()
                        .filter(row -> row.state.isEnded() && row.changed.isBefore(moment))
                        .toList();
        for (Row row : old) {
            before.computeIfAbsent(row.id.subscriber(), _ -> new HashSet<>()).addAll(row.papers);
            rows.remove(row.id.name());
        }
        Set<MailingId> left =
                rows.values().stream().map(row -> row.id.mailing()).collect(Collectors.toSet());
        mailings.values().removeIf(it -> it.made().isBefore(moment) && !left.contains(it.id()));
        return old.size();
    }
}
