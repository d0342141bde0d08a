package org.broadsheet.server.round;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.broadsheet.account.MailAddress;
import org.broadsheet.account.Secret;
import org.broadsheet.account.Ticket;
import org.broadsheet.account.Ticket.Purpose;
import org.broadsheet.delivery.Addressed;
import org.broadsheet.delivery.Letter;
import org.broadsheet.delivery.Mailing;
import org.broadsheet.delivery.SubscriberId;
import org.broadsheet.limit.Limit;
import org.broadsheet.mail.Message;
import org.broadsheet.mail.Outbox;
import org.broadsheet.paper.PaperId;
import org.broadsheet.round.Chosen;
import org.broadsheet.round.Pools;
import org.broadsheet.round.Preferences;
import org.broadsheet.round.Rounds;
import org.broadsheet.round.Span;
import org.broadsheet.round.Subscription;
import org.broadsheet.round.Subscription.Consent;
import org.broadsheet.round.Subscription.State;
import org.broadsheet.storage.Storage;

/// What can be done with subscriptions, whatever shows it. Nobody learns which addresses are known.
public final class Subscribing {
    /// Beside the button by which the holder of an address says yes.
    public static final String CONSENT = "Send the digest to my address";

    /// Wishes from one network address.
    static final Limit FROM = new Limit(20, Duration.ofHours(1));

    /// Mails that ask one address for its consent, or bring it a test.
    static final Limit TO = new Limit(3, Duration.ofHours(1));

    private static final int ID_BYTES = 12;

    private final Storage storage;
    private final Outbox outbox;
    private final Rounds rounds;
    private final Pools pools;
    private final DigestLetters letters;
    private final Passes passes;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    public Subscribing(
            Storage storage,
            Outbox outbox,
            Rounds rounds,
            Pools pools,
            DigestLetters letters,
            Passes passes,
            Clock clock) {
        this.storage = storage;
        this.outbox = outbox;
        this.rounds = rounds;
        this.pools = pools;
        this.letters = letters;
        this.passes = passes;
        this.clock = clock;
    }

    /// Writes to the address how to confirm the wish; to one that has digests already, how to
    /// change them. Beyond the limits of the address nothing is written, and nobody is told.
    ///
    /// @param from what the network address counts as
    /// @param site before which links' paths are put
    /// @return false, with nothing done, where the network address asked too often
    public boolean ask(MailAddress address, Preferences preferences, String from, String site) {
        Instant now = clock.instant();
        if (!storage.limits().take("subscribe-from", from, FROM, now)) {
            return false;
        }
        if (storage.limits().take("subscribe-to", address.hash(), TO, now)) {
            Subscription kept = storage.subscriptions().ask(wish(address, preferences, now));
            outbox.hand(
                    kept.state() == State.ACTIVE
                            ? already(kept, site)
                            : confirmation(kept, site, now));
        }
        return true;
    }

    private Subscription wish(MailAddress address, Preferences preferences, Instant now) {
        byte[] id = new byte[ID_BYTES];
        random.nextBytes(id);
        return new Subscription(
                new SubscriberId(HexFormat.of().formatHex(id)),
                address,
                preferences,
                State.WAITING,
                now,
                now,
                rounds.had(preferences.cadence(), now));
    }

    private Message confirmation(Subscription kept, String site, Instant now) {
        Secret secret = Secret.random(random);
        storage.tickets()
                .issue(Ticket.of(secret, Purpose.SUBSCRIPTION, null, kept.id().value(), now));
        return new Message(
                kept.address().value(),
                "Confirm your digest",
                """
                Somebody, likely you, asked that papers be sent to this address, %s.

                If it was you, open this page and press its button within two days:

                %s/digest/confirm?token=%s

                If not, do nothing: nothing more is sent.
                """
                        .formatted(Terms.of(kept.preferences().cadence()), site, secret.value()),
                Message.Kind.ACCOUNT);
    }

    private Message already(Subscription kept, String site) {
        return new Message(
                kept.address().value(),
                "You get the digest already",
                """
                Somebody, perhaps you, asked that papers be sent to this address. You get them
                already, %s.

                Here you change that, or end it:

                %s/digest/%s
                """
                        .formatted(
                                Terms.of(kept.preferences().cadence()), site, passes.of(kept.id())),
                Message.Kind.ACCOUNT);
    }

    /// The wish that the secret of a mail belongs to, without confirming it.
    public Optional<Subscription> asked(Secret secret) {
        return storage.tickets()
                .look(secret.hash(), Purpose.SUBSCRIPTION, clock.instant())
                .flatMap(ticket -> storage.subscriptions().get(new SubscriberId(ticket.about())));
    }

    /// Makes the wish active; its secret works once.
    public Optional<Subscription> confirm(Secret secret, String from) {
        Instant now = clock.instant();
        Optional<Subscription> wish =
                storage.tickets()
                        .redeem(secret.hash(), Purpose.SUBSCRIPTION, now)
                        .flatMap(ticket ->
                                storage.subscriptions().get(new SubscriberId(ticket.about())));
        return wish.filter(it -> begin(it, from, now))
                .flatMap(it -> storage.subscriptions().get(it.id()));
    }

    /// Begins at once where the house knows that the address is the asker's: by their account.
    ///
    /// @return the subscription as it is now
    public Subscription begin(MailAddress address, Preferences preferences, String from) {
        Instant now = clock.instant();
        Subscription kept = storage.subscriptions().ask(wish(address, preferences, now));
        if (!begin(kept, from, now)) {
            change(kept, preferences);
        }
        return storage.subscriptions().get(kept.id()).orElse(kept);
    }

    private boolean begin(Subscription wish, String from, Instant now) {
        storage.suppressions().lift(wish.address());
        return storage.subscriptions()
                .confirm(
                        wish.id(),
                        new Consent(CONSENT, passes.trace(from), now),
                        wish.preferences().cadence().next(now),
                        rounds.had(wish.preferences().cadence(), now));
    }

    /// The subscription at that address that is active.
    public Optional<Subscription> at(MailAddress address) {
        return storage.subscriptions().at(address).filter(it -> it.state() == State.ACTIVE);
    }

    /// Whose pass it is.
    public Optional<Subscription> of(String pass) {
        return passes.read(pass).flatMap(storage.subscriptions()::get);
    }

    /// The word by which links show whose they are.
    public String pass(Subscription subscription) {
        return passes.of(subscription.id());
    }

    /// @return false if it is not active
    public boolean change(Subscription subscription, Preferences preferences) {
        return storage.subscriptions()
                .change(
                        subscription.id(),
                        preferences,
                        preferences.cadence().next(clock.instant()));
    }

    /// Ends it at once, what waits to be sent included. Ending it again changes nothing.
    public void end(Subscription subscription) {
        storage.subscriptions().end(subscription.id(), clock.instant());
        storage.mailings().withdraw(subscription.id(), clock.instant());
    }

    /// The digest of the last edition as the subscription would get it; nothing where it has no
    /// paper for it.
    public Optional<Letter> preview(Subscription subscription) {
        Instant now = clock.instant();
        Span span =
                new Span(
                        rounds.had(subscription.preferences().cadence(), now).plusDays(1),
                        rounds.lastClosed(now));
        Mailing mailing = Mailing.digest(span.label(), "preview", now);
        List<Chosen> papers =
                pools.of(mailing).choose(subscription.preferences(), java.util.Set.of());
        return papers.isEmpty()
                ? Optional.empty()
                : Optional.of(letters.letter(subscription, mailing, papers));
    }

    /// Sends that digest now. Its papers still count as new.
    ///
    /// @return false where there is none, or one was sent too often
    public boolean test(Subscription subscription) {
        Instant now = clock.instant();
        Optional<Letter> letter = preview(subscription);
        if (letter.isEmpty()
                || !storage.limits().take("subscribe-to", subscription.address().hash(), TO, now)) {
            return false;
        }
        Mailing single = Mailing.single(Mailing.Kind.NOTICE, Secret.random(random).value(), now);
        storage.mailings().open(single);
        storage.mailings()
                .queue(
                        single.id(),
                        List.of(
                                new Addressed(
                                        subscription.id(),
                                        subscription.address(),
                                        now,
                                        List.<PaperId>of(),
                                        letter.get())),
                        now);
        return true;
    }
}
