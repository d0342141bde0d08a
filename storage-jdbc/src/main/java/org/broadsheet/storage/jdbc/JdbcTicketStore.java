package org.broadsheet.storage.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.broadsheet.account.Ticket;
import org.broadsheet.account.TicketStore;
import org.broadsheet.reader.ReaderId;

/// Tickets, a row each until they are used.
final class JdbcTicketStore implements TicketStore {
    private final Database database;

    JdbcTicketStore(Database database) {
        this.database = database;
    }

    @Override
    public void issue(Ticket ticket) {
        ReaderId reader = ticket.reader();
        int written =
                database.write(session ->
                        session.update(
                                """
                                insert into ticket (hash, purpose, reader, about, made, over)
                                values (?, ?, ?, ?, ?, ?)
                                on conflict do nothing
                                """,
                                ticket.hash(),
                                ticket.purpose(),
                                reader == null ? "" : reader.value(),
                                ticket.about(),
                                ticket.made(),
                                ticket.until()));
        if (written == 0) {
            throw new IllegalArgumentException("there is a ticket with that hash already");
        }
    }

    @Override
    public Optional<Ticket> look(String hash, Ticket.Purpose purpose, Instant now) {
        return database.read(session ->
                session.first(
                        "select * from ticket where hash = ? and purpose = ? and over > ?",
                        JdbcTicketStore::ticket,
                        hash,
                        purpose,
                        now));
    }

    @Override
    public Optional<Ticket> redeem(String hash, Ticket.Purpose purpose, Instant now) {
        return database.write(session ->
                session.first(
                        """
                        delete from ticket where hash = ? and purpose = ? and over > ?
                        returning *
                        """,
                        JdbcTicketStore::ticket,
                        hash,
                        purpose,
                        now));
    }

    @Override
    public List<Ticket> open(Ticket.Purpose purpose, Instant now, int limit) {
        return database.read(session ->
                session.query(
                        """
                        select * from ticket where purpose = ? and over > ?
                        order by made desc, hash limit ?
                        """,
                        JdbcTicketStore::ticket,
                        purpose,
                        now,
                        Math.max(0, limit)));
    }

    @Override
    public void cancel(ReaderId reader, Ticket.Purpose purpose) {
        database.write(session ->
                session.update(
                        "delete from ticket where reader = ? and purpose = ?",
                        reader.value(),
                        purpose));
    }

    @Override
    public void cancelAll(Ticket.Purpose purpose) {
        database.write(session -> session.update("delete from ticket where purpose = ?", purpose));
    }

    @Override
    public int forget(Instant now) {
        return database.write(session -> session.update("delete from ticket where over <= ?", now));
    }

    private static Ticket ticket(ResultSet row) throws SQLException {
        String reader = row.getString("reader");
        return new Ticket(
                row.getString("hash"),
                Ticket.Purpose.valueOf(row.getString("purpose")),
                reader.isEmpty() ? null : new ReaderId(reader),
                row.getString("about"),
                Values.instant(row, "made"),
                Values.instant(row, "over"));
    }
}
