package org.broadsheet.storage;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.broadsheet.account.Ticket;
import org.broadsheet.account.TicketStore;
import org.broadsheet.reader.ReaderId;

/// Tickets in a map by their hashes.
final class InMemoryTickets implements TicketStore {
    private static final Comparator<Ticket> LATEST_FIRST =
            Comparator.comparing(Ticket::made).reversed().thenComparing(Ticket::hash);

    private final Map<String, Ticket> tickets = new HashMap<>();
    private final InMemoryChanges changes;

    InMemoryTickets(InMemoryReaders readers, InMemoryChanges changes) {
        this.changes = changes;
        readers.onRemoval(gone -> tickets.values().removeIf(it -> gone.equals(it.reader())));
    }

    @Override
    public void issue(Ticket ticket) {
        synchronized (changes) {
            if (tickets.putIfAbsent(ticket.hash(), ticket) != null) {
                throw new IllegalArgumentException("there is a ticket with that hash already");
            }
        }
    }

    @Override
    public Optional<Ticket> look(String hash, Ticket.Purpose purpose, Instant now) {
        synchronized (changes) {
            return Optional.ofNullable(tickets.get(hash))
                    .filter(it -> it.purpose() == purpose && !it.isOver(now));
        }
    }

    @Override
    public Optional<Ticket> redeem(String hash, Ticket.Purpose purpose, Instant now) {
        synchronized (changes) {
            Optional<Ticket> found = look(hash, purpose, now);
            found.ifPresent(it -> tickets.remove(it.hash()));
            return found;
        }
    }

    @Override
    public List<Ticket> open(Ticket.Purpose purpose, Instant now, int limit) {
        synchronized (changes) {
            return tickets.values().stream()
                    .filter(it -> it.purpose() == purpose && !it.isOver(now))
                    .sorted(LATEST_FIRST)
                    .limit(Math.max(0, limit))
                    .toList();
        }
    }

    @Override
    public void cancel(ReaderId reader, Ticket.Purpose purpose) {
        synchronized (changes) {
            tickets.values().removeIf(it -> it.purpose() == purpose && reader.equals(it.reader()));
        }
    }

    @Override
    public void cancelAll(Ticket.Purpose purpose) {
        synchronized (changes) {
            tickets.values().removeIf(it -> it.purpose() == purpose);
        }
    }

    @Override
    public int forget(Instant now) {
        synchronized (changes) {
            int before = tickets.size();
            tickets.values().removeIf(it -> it.isOver(now));
            return before - tickets.size();
        }
    }
}
