package org.broadsheet.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.broadsheet.account.MailAddress;
import org.broadsheet.delivery.Delivery.State;
import org.broadsheet.delivery.Transport.Answer;
import org.broadsheet.delivery.Transport.Parcel;
import org.broadsheet.limit.Limit;
import org.broadsheet.mail.Message;
import org.broadsheet.storage.InMemoryStorage;
import org.broadsheet.storage.Storage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What becomes of what is due, for all that a server may answer.
class SendingTest {
    private static final Instant NOW = Instant.parse("2025-11-07T12:00:00Z");
    private static final Mailing ROUND = Mailing.digest("2025-11-07", "UTC", NOW);
    private static final Answer TAKEN = new Answer.Accepted("250 taken");

    private final AtomicReference<Instant> now = new AtomicReference<>(NOW);
    private final Storage storage = new InMemoryStorage();
    private final List<String> arrived = Collections.synchronizedList(new ArrayList<>());
    private final List<AutoCloseable> opened = new ArrayList<>();
    private Function<Parcel, Answer> server = _ -> TAKEN;
    private Limit perDomain = new Limit(1_000_000, Duration.ofMinutes(1));

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable one : opened) {
            one.close();
        }
    }

    private final class Playing implements Transport {
        @Override
        public Answer send(Parcel parcel, BooleanSupplier lastMoment) {
            Answer answer = server.apply(parcel);
            if (!(answer instanceof Answer.Accepted || answer instanceof Answer.Lost)) {
                return answer;
            }
            if (!lastMoment.getAsBoolean()) {
                return new Answer.Held();
            }
            arrived.add(parcel.to().value());
            return answer;
        }

        @Override
        public void close() {}
    }

    private final class Moved extends Clock {
        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now.get();
        }
    }

    private Sending sending() {
        Sending sending =
                new Sending(
                        new Sending.Parts(
                                storage.deliveries(),
                                new Bouncing(storage.ledger(), storage.suppressions(), new Moved()),
                                claimed -> {
                                    if (claimed.address().value().startsWith("unwritten")) {
                                        throw new IllegalStateException("no words");
                                    }
                                    return Letter.plain("Papers", "Text");
                                },
                                (claimed, letter) ->
                                        new Parcel(
                                                claimed.id().name(),
                                                "from@example.org",
                                                claimed.address(),
                                                letter.text().getBytes(StandardCharsets.UTF_8)),
                                Playing::new),
                        new Sending.Rules("node", 3, perDomain),
                        new Moved());
        opened.add(sending);
        return sending;
    }

    private void queue(String... addresses) {
        storage.mailings().open(ROUND);
        storage.mailings()
                .queue(
                        ROUND.id(),
                        IntStream.range(0, addresses.length)
                                .mapToObj(n ->
                                        new Addressed(
                                                new SubscriberId(
                                                        addresses[n].replaceAll("[@]", ".")),
                                                new MailAddress(addresses[n]),
                                                NOW,
                                                List.of(),
                                                null))
                                .toList(),
                        NOW);
    }

    private void queueMany(int count, String domain) {
        queue(
                IntStream.range(0, count)
                        .mapToObj(n -> "r" + n + "@" + domain)
                        .toArray(String[]::new));
    }

    private Map<State, Long> count() {
        return storage.ledger().count();
    }

    private Delivery only(State state) {
        List<Delivery> all = storage.ledger().in(state, 9);
        assertThat(all).hasSize(1);
        return all.getFirst();
    }

    @Test
    void whatIsDueIsSentOnceAndTheServersWordsAreKept() {
        queueMany(500, "example.org");
        Sending sending = sending();
        sending.all();
        sending.all();
        assertThat(arrived).hasSize(500).doesNotHaveDuplicates();
        assertThat(count()).isEqualTo(Map.of(State.SENT, 500L));
        Delivery sent = storage.ledger().in(State.SENT, 1).getFirst();
        assertThat(sent.note()).isEqualTo("250 taken");
        assertThat(sent.hash()).isEqualTo(Letter.plain("Papers", "Text").hash());
    }

    @Test
    void whoeverIsToldLaterIsTriedAgainEverMoreSeldomAndGivenUpAfterADay() {
        queue("ada@example.org");
        server = _ -> new Answer.Later("450 not now");
        Sending sending = sending();
        List<Duration> waits = new ArrayList<>();
        while (!count().containsKey(State.FAILED)) {
            sending.all();
            if (count().containsKey(State.DEFERRED)) {
                waits.add(Duration.between(now.get(), only(State.DEFERRED).due()));
                now.set(only(State.DEFERRED).due().plus(Duration.ofHours(1)));
            }
        }
        assertThat(waits.stream().map(Duration::toMinutes))
                .containsExactly(1L, 3L, 9L, 27L, 81L, 240L, 240L, 240L, 240L, 240L);
        assertThat(only(State.FAILED).note()).isEqualTo("given up after 11 tries: 450 not now");
    }

    @Test
    void whatIsRefusedIsFailedAndWhatIsLostIsUnknownAndNeverSentAgain() {
        queue("a@example.org", "b@example.org");
        server =
                parcel ->
                        parcel.to().value().startsWith("a")
                                ? new Answer.Refused(550, "550 5.1.1 nobody")
                                : new Answer.Lost("the connection ended");
        Sending sending = sending();
        sending.all();
        now.set(NOW.plus(Duration.ofDays(9)));
        server = _ -> TAKEN;
        sending.all();
        assertThat(only(State.FAILED).note()).isEqualTo("550 5.1.1 nobody");
        assertThat(only(State.UNKNOWN).note()).isEqualTo("the connection ended");
        assertThat(arrived).containsExactly("b@example.org");
    }

    @Test
    void aDomainGetsNoMoreThanItsShareAndTheOthersDoNotWait() {
        perDomain = new Limit(100, Duration.ofMinutes(1));
        queueMany(250, "crowded.example.org");
        queueMany(20, "quiet.example.org");
        Sending sending = sending();
        sending.all();
        assertThat(arrived).hasSize(120);
        assertThat(sending.once()).isZero();
        for (int quarter = 1; quarter <= 10 && arrived.size() < 270; quarter++) {
            now.set(NOW.plusSeconds(15L * quarter));
            sending.all();
            assertThat(arrived).hasSizeLessThanOrEqualTo(120 + 26 * quarter);
        }
        assertThat(arrived).hasSize(270).doesNotHaveDuplicates();
        assertThat(storage.ledger().in(State.SENT, 999))
                .allSatisfy(it -> assertThat(it.attempts()).isEqualTo(1));
    }

    @Test
    void aDomainThatStumblesRestsAndTheOthersDoNotWait() {
        queueMany(50, "slow.example.org");
        queueMany(5, "quick.example.org");
        server = parcel -> parcel.to().value().contains("@slow") ? new Answer.Later("451") : TAKEN;
        sending().all();
        assertThat(arrived).hasSize(5);
        // Those that were being spoken to when it began to rest, and no more.
        assertThat(count().get(State.DEFERRED)).isBetween(5L, 8L);
        assertThat(count().get(State.QUEUED)).isBetween(42L, 45L);
    }

    @Test
    void whereNoServerAnswersEverythingWaitsAndNothingCountsAsATry() {
        queueMany(200, "example.org");
        server = _ -> new Answer.Unreachable("connection refused");
        Sending sending = sending();
        sending.all();
        assertThat(count()).isEqualTo(Map.of(State.QUEUED, 200L));
        assertThat(sending.stopped()).isEqualTo("connection refused");
        now.set(NOW.plusSeconds(5));
        sending.all();
        now.set(NOW.plusSeconds(14));
        assertThat(sending.once()).isZero();
        server = _ -> TAKEN;
        now.set(NOW.plusSeconds(15));
        sending.all();
        assertThat(sending.stopped()).isEmpty();
        assertThat(arrived).hasSize(200);
        assertThat(storage.ledger().in(State.SENT, 999))
                .allSatisfy(it -> assertThat(it.attempts()).isEqualTo(1));
    }

    @Test
    void afterManyRefusalsInARowSendingStopsBeforeAllAreLost() {
        queueMany(500, "example.org");
        server = _ -> new Answer.Refused(554, "5.7.1 you are blocked");
        Sending sending = sending();
        sending.all();
        assertThat(count().get(State.FAILED)).isBetween(25L, 28L);
        assertThat(sending.stopped()).contains("25 mails in a row", "you are blocked");
        server = _ -> TAKEN;
        now.set(NOW.plus(Duration.ofMinutes(15)));
        sending.all();
        assertThat(arrived).hasSize(500 - count().getOrDefault(State.FAILED, 0L).intValue());
    }

    @Test
    void whoeverUnsubscribesAtTheLastMomentGetsNothing() {
        queue("ada@example.org");
        server =
                _ -> {
                    storage.mailings().withdraw(new SubscriberId("ada.example.org"), now.get());
                    return TAKEN;
                };
        sending().all();
        assertThat(arrived).isEmpty();
        assertThat(count()).isEqualTo(Map.of(State.WITHDRAWN, 1L));
    }

    @Test
    void aLetterThatCannotBeWrittenHoldsNobodyElseUp() {
        queue("unwritten@example.org", "ada@example.org");
        sending().all();
        assertThat(arrived).containsExactly("ada@example.org");
        assertThat(only(State.DEFERRED).note()).contains("no words");
    }

    @Test
    void whatAnEarlierLifeHeldIsTakenBackFirst() {
        queue("a@example.org", "b@example.org");
        Claiming claiming = new Claiming("node", 2, Set.of(), Duration.ofHours(9));
        List<Claimed> held = storage.deliveries().claim(claiming, NOW);
        storage.deliveries().doubt(held.getFirst(), "hash", NOW);
        sending().all();
        assertThat(arrived).hasSize(1).doesNotContain(held.getFirst().address().value());
        assertThat(only(State.UNKNOWN).id()).isEqualTo(held.getFirst().id());
    }

    @Test
    void aMessageThatIsHandedOverIsADeliveryOfItsOwn() {
        queueMany(200, "example.org");
        Posting posting = new Posting(storage.mailings(), new Moved(), new Random(1), () -> {});
        Message message = new Message("ada@example.net", "Confirm", "A link", Message.Kind.ACCOUNT);
        posting.hand(message);
        posting.hand(message);
        assertThat(count()).isEqualTo(Map.of(State.QUEUED, 202L));
        List<String> bodies = Collections.synchronizedList(new ArrayList<>());
        server =
                parcel -> {
                    bodies.add(new String(parcel.message(), StandardCharsets.UTF_8));
                    return TAKEN;
                };
        sending().once();
        assertThat(arrived).filteredOn("ada@example.net"::equals).hasSize(2);
        assertThat(bodies).contains("A link");
    }
}
