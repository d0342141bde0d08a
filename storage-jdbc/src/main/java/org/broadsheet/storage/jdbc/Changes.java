package org.broadsheet.storage.jdbc;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLongArray;
import org.broadsheet.change.Change;

/// Numbers what a transaction changed, and keeps the latest number of each kind in memory.
final class Changes {
    private static final Change.Kind[] KINDS = Change.Kind.values();

    private final AtomicLongArray latest = new AtomicLongArray(KINDS.length);

    /// Gives each touched subject its number. Must be the last thing before the commit: from here
    /// on the counter's row is held.
    ///
    /// @return the latest number of each kind that was touched
    static Map<Change.Kind, Long> number(Session session) throws SQLException {
        Map<Change.Kind, Long> numbers = new EnumMap<>(Change.Kind.class);
        int count = session.touched().size();
        if (count == 0) {
            return numbers;
        }
        long sequence =
                session.number(
                                "update change_counter set latest = latest + ? returning latest",
                                count)
                        - count;
        List<Change> changes = new ArrayList<>(count);
        for (Session.Touched touched : session.touched()) {
            changes.add(new Change(++sequence, touched.kind(), touched.subject()));
            numbers.put(touched.kind(), sequence);
        }
        session.batch(
                """
                insert into change (kind, subject, seq) values (?, ?, ?)
                on conflict (kind, subject) do update set seq = excluded.seq
                """,
                changes,
                change -> new Object[] {change.kind(), change.subject(), change.sequence()});
        return numbers;
    }

    /// The latest committed numbers, from the database.
    static Map<Change.Kind, Long> read(Session session) throws SQLException {
        Map<Change.Kind, Long> numbers = new EnumMap<>(Change.Kind.class);
        for (Change.Kind kind : KINDS) {
            numbers.put(
                    kind,
                    session.number(
                            "select coalesce(max(seq), 0) from change where kind = ?", kind));
        }
        return numbers;
    }

    /// Makes committed numbers visible to [#latest].
    void publish(Map<Change.Kind, Long> numbers) {
        numbers.forEach(
                (kind, number) -> latest.accumulateAndGet(kind.ordinal(), number, Math::max));
    }

    long latest(Set<Change.Kind> kinds) {
        return kinds.stream().mapToLong(kind -> latest.get(kind.ordinal())).max().orElse(0);
    }
}
