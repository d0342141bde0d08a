package org.broadsheet.server.signin;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import org.broadsheet.account.Secret;
import org.broadsheet.account.Ticket;
import org.broadsheet.account.TicketStore;

/// Challenges as tickets in the store, so that any node can take what another issued.
public final class TicketChallenges implements Challenges {
    private final TicketStore tickets;
    private final InstantSource clock;
    private final SecureRandom random = new SecureRandom();

    public TicketChallenges(TicketStore tickets, InstantSource clock) {
        this.tickets = tickets;
        this.clock = clock;
    }

    @Override
    public String issue(String purpose) {
        Instant now = clock.instant();
        tickets.forget(now);
        Secret secret = Secret.random(random);
        tickets.issue(Ticket.of(secret, Ticket.Purpose.PASSKEY, null, purpose, now));
        return secret.value();
    }

    @Override
    public boolean take(String purpose, String challenge) {
        return tickets.redeem(new Secret(challenge).hash(), Ticket.Purpose.PASSKEY, clock.instant())
                .filter(ticket -> ticket.about().equals(purpose))
                .isPresent();
    }
}
