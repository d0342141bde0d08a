package org.broadsheet.storage;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.broadsheet.account.MailAddress;
import org.broadsheet.delivery.Suppression;
import org.broadsheet.delivery.SuppressionStore;

/// Whom not to write to, in maps: gone with the process, so nothing is hashed.
final class InMemorySuppressions implements SuppressionStore {
    private record Softs(int count, Instant last) {}

    /// Withdraws what waits for an address.
    interface Withdrawing {
        void withdraw(MailAddress address, String why, Instant now);
    }

    private final byte[] secret = new byte[32];
    private final Map<MailAddress, Suppression> suppressed = new HashMap<>();
    private final Map<MailAddress, Softs> softs = new HashMap<>();
    private final Withdrawing waiting;

    InMemorySuppressions(Withdrawing waiting) {
        this.waiting = waiting;
        new SecureRandom().nextBytes(secret);
    }

    @Override
    public byte[] secret() {
        return secret.clone();
    }

    @Override
    public void suppress(MailAddress address, Suppression.Reason reason, Instant now) {
        synchronized (this) {
            suppressed.merge(
                    address,
                    new Suppression(reason, now),
                    (old, fresh) -> old.reason().compareTo(fresh.reason()) >= 0 ? old : fresh);
        }
        waiting.withdraw(address, reason.name(), now);
    }

    @Override
    public synchronized Optional<Suppression> of(MailAddress address) {
        return Optional.ofNullable(suppressed.get(address));
    }

    @Override
    public synchronized void lift(MailAddress address) {
        suppressed.remove(address);
        softs.remove(address);
    }

    @Override
    public synchronized int countSoft(MailAddress address, Instant since, Instant now) {
        return softs.merge(
                        address,
                        new Softs(1, now),
                        (old, _) ->
                                new Softs(old.last().isBefore(since) ? 1 : old.count() + 1, now))
                .count();
    }
}
