package org.broadsheet.storage.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.broadsheet.moderation.AuditLog;
import org.broadsheet.moderation.Subject;
import org.broadsheet.reader.ReaderId;

/// The log, a row an entry.
final class JdbcAuditLog implements AuditLog {
    private final Database database;

    JdbcAuditLog(Database database) {
        this.database = database;
    }

    @Override
    public void append(Act act) {
        database.write(session -> {
            session.alone(Session.Gate.AUDIT);
            ReaderId who = act.who();
            return session.update(
                    """
                    insert into audit_entry (number, at, kind, who, address, action, subject, note)
                    select coalesce(max(number), 0) + 1, ?, ?, cast(? as text), ?, ?, ?, ?
                    from audit_entry
                    """,
                    act.at(),
                    act.kind(),
                    who == null ? null : who.value(),
                    act.from(),
                    act.action(),
                    act.subject().toString(),
                    act.note());
        });
    }

    @Override
    public List<Entry> before(long number, Set<Kind> kinds, int limit) {
        if (kinds.isEmpty()) {
            return List.of();
        }
        List<Object> bound = new ArrayList<>(List.of(number));
        kinds.stream().sorted().forEach(bound::add);
        bound.add(Math.max(0, limit));
        return database.read(session ->
                session.query(
                        """
                        select * from audit_entry where number < ? and kind in (%s)
                        order by number desc limit ?
                        """
                                .formatted("?" + ", ?".repeat(kinds.size() - 1)),
                        JdbcAuditLog::entry,
                        bound.toArray()));
    }

    @Override
    public int forgetAddresses(Instant before) {
        return database.write(session ->
                session.update(
                        "update audit_entry set address = '' where at < ? and address <> ''",
                        before));
    }

    private static Entry entry(ResultSet row) throws SQLException {
        String who = row.getString("who");
        return new Entry(
                row.getLong("number"),
                new Act(
                        Values.instant(row, "at"),
                        Kind.valueOf(row.getString("kind")),
                        who == null ? null : new ReaderId(who),
                        row.getString("address"),
                        row.getString("action"),
                        Subject.of(row.getString("subject")),
                        row.getString("note")));
    }
}
