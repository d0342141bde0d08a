package org.broadsheet.storage;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.broadsheet.moderation.AuditLog;

/// The log in a list.
final class InMemoryAudit implements AuditLog {
    private final List<Entry> entries = new ArrayList<>();

    @Override
    public synchronized void append(Act act) {
        entries.add(new Entry(entries.size() + 1L, act));
    }

    @Override
    public synchronized List<Entry> before(long number, Set<Kind> kinds, int limit) {
        return entries.reversed().stream()
                .filter(entry -> entry.number() < number && kinds.contains(entry.act().kind()))
                .limit(Math.max(0, limit))
                .toList();
    }

    @Override
    public synchronized int forgetAddresses(Instant before) {
        int forgotten = 0;
        for (int i = 0; i < entries.size(); i++) {
            Entry entry = entries.get(i);
            Act act = entry.act();
            if (act.at().isBefore(before) && !act.from().isEmpty()) {
                entries.set(i, new Entry(entry.number(), withoutAddress(act)));
                forgotten++;
            }
        }
        return forgotten;
    }

    private static Act withoutAddress(Act act) {
        return new Act(
                act.at(), act.kind(), act.who(), "", act.action(), act.subject(), act.note());
    }
}
