package org.broadsheet.delivery;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.random.RandomGenerator;
import org.broadsheet.account.MailAddress;
import org.broadsheet.mail.Message;
import org.broadsheet.mail.Outbox;
import org.broadsheet.reader.ReaderId;

/// The outbox whose messages are deliveries: each a mailing of its own, its letter stored with it.
public final class Posting implements Outbox {
    private static final SubscriberId ONLY = new SubscriberId("only");

    private final MailingStore mailings;
    private final Clock clock;
    private final RandomGenerator random;
    private final Runnable queued;

    /// @param queued called after a message was queued
    public Posting(MailingStore mailings, Clock clock, RandomGenerator random, Runnable queued) {
        this.mailings = mailings;
        this.clock = clock;
        this.random = random;
        this.queued = queued;
    }

    @Override
    public void hand(Message message) {
        Instant now = clock.instant();
        Mailing mailing =
                Mailing.single(kind(message.kind()), ReaderId.random(random).value(), now);
        mailings.open(mailing);
        Addressed part =
                new Addressed(
                        ONLY,
                        new MailAddress(message.to()),
                        now,
                        List.of(),
                        Letter.plain(message.subject(), message.body()));
        mailings.queue(mailing.id(), List.of(part), now);
        queued.run();
    }

    private static Mailing.Kind kind(Message.Kind kind) {
        return switch (kind) {
            case ACCOUNT -> Mailing.Kind.ACCOUNT;
            case NOTICE -> Mailing.Kind.NOTICE;
        };
    }
}
