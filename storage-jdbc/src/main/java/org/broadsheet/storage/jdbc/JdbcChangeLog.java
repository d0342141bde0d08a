package org.broadsheet.storage.jdbc;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.broadsheet.change.Change;
import org.broadsheet.change.ChangeLog;

/// Reads the sequence of changes.
final class JdbcChangeLog implements ChangeLog {
    private static final String OF_ONE_KIND =
            """
            select kind, subject, seq from (
                select kind, subject, seq from change
                where kind = ? and seq > ? order by seq limit ?
            ) as part
            """;

    private final Database database;

    JdbcChangeLog(Database database) {
        this.database = database;
    }

    @Override
    public long latest() {
        return latest(EnumSet.allOf(Change.Kind.class));
    }

    @Override
    public long latest(Set<Change.Kind> kinds) {
        return database.latest(kinds);
    }

    /// One statement for all kinds: two would see two moments, and the second could show a number
    /// larger than one that the first came too early for.
    @Override
    public List<Change> after(long sequence, Set<Change.Kind> kinds, int limit) {
        if (kinds.isEmpty() || limit <= 0) {
            return List.of();
        }
        String parts = String.join("union all\n", Collections.nCopies(kinds.size(), OF_ONE_KIND));
        List<Object> values = new ArrayList<>();
        kinds.forEach(kind -> values.addAll(List.of(kind, sequence, limit)));
        values.add(limit);
        return database.read(session ->
                session.query(
                        parts + "order by seq limit ?",
                        row ->
                                new Change(
                                        row.getLong("seq"),
                                        Change.Kind.valueOf(row.getString("kind")),
                                        row.getString("subject")),
                        values.toArray()));
    }
}
