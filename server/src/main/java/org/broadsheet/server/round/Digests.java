package org.broadsheet.server.round;

import java.time.Clock;
import org.broadsheet.delivery.LetterWriter;
import org.broadsheet.edition.EditionClock;
import org.broadsheet.edition.Editions;
import org.broadsheet.mail.Outbox;
import org.broadsheet.round.Pools;
import org.broadsheet.round.Rounds;
import org.broadsheet.storage.Storage;

/// All that a house's digests need, put together.
public final class Digests {
    private final Storage storage;
    private final Clock clock;
    private final Pools pools;
    private final Rounds rounds;
    private final Passes passes;
    private final DigestLetters letters;

    public Digests(
            Storage storage,
            Editions editions,
            EditionClock editionClock,
            DigestLetters.Look look,
            Clock clock) {
        this.storage = storage;
        this.clock = clock;
        pools = new Pools(editions, storage.papers());
        rounds =
                new Rounds(
                        storage.subscriptions(),
                        storage.mailings(),
                        storage.editions(),
                        pools,
                        editionClock,
                        clock);
        passes = new Passes(storage.suppressions()::secret);
        letters =
                new DigestLetters(storage.subscriptions(), storage.mailings(), pools, look, passes);
    }

    /// Makes what is due.
    public Rounds rounds() {
        return rounds;
    }

    /// Writes what was made.
    public LetterWriter letters() {
        return letters;
    }

    /// What can be done with subscriptions.
    ///
    /// @param outbox takes the mails that ask for consent
    public Subscribing subscribing(Outbox outbox) {
        return new Subscribing(storage, outbox, rounds, pools, letters, passes, clock);
    }
}
