package org.broadsheet.delivery;

import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.broadsheet.job.BackgroundWork;
import org.broadsheet.job.Job;
import org.broadsheet.limit.Limit;

/// Sends what is due: claims it, has its letter written and packed, hands it to transports that
/// work side by side, and notes what came of it. A row is in doubt only from just before the final
/// dot until the server's answer. Whoever made it closes it, after the work that runs it.
public final class Sending implements BackgroundWork.Task, AutoCloseable {
    public static final String JOB = "mail";

    /// Long beyond what a server may take for its answer.
    static final Duration LEASE = Duration.ofMinutes(15);

    /// About a day: 1, 3, 9, 27, 81 minutes, then every four hours.
    static final int MOST_ATTEMPTS = 11;

    private static final Duration LONGEST_BACK_OFF = Duration.ofHours(4);
    private static final int CLAIMED_PER_TRANSPORT = 50;
    private static final int LONGEST_NOTE = 500;
    private static final System.Logger LOG = System.getLogger(Sending.class.getName());

    private final Parts parts;
    private final Rules rules;
    private final Clock clock;
    private final Pace pace;
    private final Breaker breaker = new Breaker();
    private final ExecutorService threads;
    private final Deque<Transport> idle = new ArrayDeque<>();
    private boolean tookBack;

    /// What sending is made of.
    ///
    /// @param transports makes one for each thread
    public record Parts(
            DeliveryStore deliveries,
            Bouncing bouncing,
            LetterWriter writer,
            Packing packing,
            Supplier<Transport> transports) {}

    /// @param node this node's name, the same after a restart
    /// @param connections how many transports work side by side, 1 or more
    /// @param perDomain how much one domain gets
    public record Rules(String node, int connections, Limit perDomain) {}

    public Sending(Parts parts, Rules rules, Clock clock) {
        this.parts = parts;
        this.rules = rules;
        this.clock = clock;
        pace = new Pace(rules.perDomain());
        threads =
                Executors.newFixedThreadPool(
                        rules.connections(),
                        Thread.ofPlatform().name("mail-", 1).daemon().factory());
    }

    @Override
    public String kind() {
        return JOB;
    }

    @Override
    public String subject() {
        return "outbox";
    }

    @Override
    public BackgroundWork.Part next() {
        return new BackgroundWork.Part(Job.Progress.NONE, once() == 0);
    }

    @Override
    public Duration pause() {
        return Duration.ofSeconds(5);
    }

    /// Sends all that is due now, on this thread's time.
    public synchronized void all() {
        while (once() > 0) {
            // Each time a batch.
        }
    }

    /// Why nothing is sent for now; empty while mail is sent.
    public String stopped() {
        return breaker.isOpen(clock.instant()) ? breaker.reason() : "";
    }

    /// Sends a batch of what is due, and returns when all of it was tried. What an earlier life of
    /// this node held is taken back before the first.
    ///
    /// @return how many were tried
    public synchronized int once() {
        Instant now = clock.instant();
        if (!tookBack) {
            parts.deliveries().release(rules.node(), now);
            tookBack = true;
        }
        if (breaker.isOpen(now)) {
            return 0;
        }
        List<Claimed> claimed =
                parts.deliveries()
                        .claim(
                                new Claiming(
                                        rules.node(),
                                        CLAIMED_PER_TRANSPORT * rules.connections(),
                                        pace.resting(now),
                                        LEASE),
                                now);
        if (!claimed.isEmpty()) {
            send(new ConcurrentLinkedQueue<>(claimed), claimed.size());
        }
        return claimed.size();
    }

    private void send(Queue<Claimed> batch, int size) {
        List<Callable<Boolean>> workers = new ArrayList<>();
        for (int i = 0; i < Math.min(size, rules.connections()); i++) {
            workers.add(() -> sendSome(batch));
        }
        try {
            for (Future<Boolean> worker : threads.invokeAll(workers)) {
                worker.get();
            }
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause
                    ? cause
                    : new IllegalStateException(e.getCause());
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /// What fails here with the store leaves its rows held, until the lease ends or the node comes
    /// back.
    private boolean sendSome(Queue<Claimed> batch) {
        Transport transport = transport();
        try {
            for (Claimed one = batch.poll(); one != null; one = batch.poll()) {
                send(one, transport);
            }
            return true;
        } finally {
            putBack(transport);
        }
    }

    private Transport transport() {
        synchronized (idle) {
            if (!idle.isEmpty()) {
                return idle.pop();
            }
        }
        return parts.transports().get();
    }

    private void putBack(Transport transport) {
        synchronized (idle) {
            idle.push(transport);
        }
    }

    private void send(Claimed claimed, Transport transport) {
        Instant now = clock.instant();
        String domain = Delivery.domain(claimed.address());
        if (breaker.isOpen(now)) {
            end(claimed, new Outcome.Back(breaker.reason(), breaker.openUntil()));
        } else if (!pace.take(domain, now)) {
            end(claimed, new Outcome.Back("", pace.free(domain, now)));
        } else {
            write(claimed, transport);
        }
    }

    private void write(Claimed claimed, Transport transport) {
        Letter letter;
        Transport.Parcel parcel;
        try {
            Letter stored = claimed.letter();
            letter = stored == null ? parts.writer().write(claimed) : stored;
            parcel = parts.packing().pack(claimed, letter);
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "the letter of " + claimed.id() + " cannot be written", e);
            end(claimed, later(claimed, "it cannot be written: " + e));
            return;
        }
        String hash = letter.hash();
        Transport.Answer answer =
                transport.send(
                        parcel, () -> parts.deliveries().doubt(claimed, hash, clock.instant()));
        note(claimed, answer);
    }

    private void note(Claimed claimed, Transport.Answer answer) {
        Instant now = clock.instant();
        String domain = Delivery.domain(claimed.address());
        switch (answer) {
            case Transport.Answer.Accepted(String reply) -> {
                end(claimed, new Outcome.Sent(shortened(reply)));
                breaker.accepted();
                pace.went(domain);
            }
            case Transport.Answer.Later(String reason) -> {
                end(claimed, later(claimed, reason));
                pace.stumbled(domain, now);
            }
            case Transport.Answer.Refused(int _, String reason) -> {
                end(claimed, new Outcome.Failed(shortened(reason)));
                parts.bouncing().refused(claimed.address(), reason);
                breaker.refused(reason, now);
            }
            case Transport.Answer.Unreachable(String reason) ->
                    end(
                            claimed,
                            new Outcome.Back(shortened(reason), breaker.unreachable(reason, now)));
            case Transport.Answer.Lost(String reason) -> {
                LOG.log(
                        Level.WARNING,
                        "nobody knows whether {0} arrived, and it is not sent again: {1}",
                        claimed.id(),
                        reason);
                end(claimed, new Outcome.Unknown(shortened(reason)));
            }
            case Transport.Answer.Held() -> {
                // Withdrawn, or another node's: its row says so.
            }
        }
    }

    private Outcome later(Claimed claimed, String reason) {
        return claimed.attempts() >= MOST_ATTEMPTS
                ? new Outcome.Failed(
                        shortened("given up after %d tries: %s".formatted(MOST_ATTEMPTS, reason)))
                : new Outcome.Deferred(
                        shortened(reason), clock.instant().plus(backOff(claimed.attempts())));
    }

    static Duration backOff(int attempts) {
        long minutes = (long) Math.pow(3, Math.min(attempts, 10) - 1);
        Duration wait = Duration.ofMinutes(minutes);
        return wait.compareTo(LONGEST_BACK_OFF) < 0 ? wait : LONGEST_BACK_OFF;
    }

    private void end(Claimed claimed, Outcome outcome) {
        parts.deliveries().end(claimed, outcome, clock.instant());
    }

    private static String shortened(String words) {
        return words.length() <= LONGEST_NOTE ? words : words.substring(0, LONGEST_NOTE);
    }

    @Override
    public void close() {
        threads.close();
        synchronized (idle) {
            idle.forEach(Transport::close);
            idle.clear();
        }
    }
}
