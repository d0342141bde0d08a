package org.broadsheet.storage.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.broadsheet.account.Session;
import org.broadsheet.account.SessionStore;
import org.broadsheet.reader.ReaderId;

/// Sessions, a row each.
final class JdbcSessionStore implements SessionStore {
    private final Database database;

    JdbcSessionStore(Database database) {
        this.database = database;
    }

    @Override
    public void open(Session opened) {
        database.write(session -> {
            JdbcReaderStore.require(session, opened.reader(), "signed in");
            int written =
                    session.update(
                            """
                            insert into signed_in (hash, reader, created, seen, agent, address)
                            values (?, ?, ?, ?, ?, ?)
                            on conflict do nothing
                            """,
                            opened.hash(),
                            opened.reader().value(),
                            opened.created(),
                            opened.seen(),
                            opened.agent(),
                            opened.address());
            if (written == 0) {
                throw new IllegalArgumentException("there is a session with that hash already");
            }
            return written;
        });
    }

    @Override
    public Optional<Session> find(String hash, Instant now) {
        return database.read(session ->
                session.first(
                        "select * from signed_in where hash = ? and created > ?",
                        JdbcSessionStore::session,
                        hash,
                        now.minus(Session.LIFE)));
    }

    @Override
    public void see(String hash, Instant now, String address) {
        database.write(session ->
                session.update(
                        "update signed_in set seen = ?, address = ? where hash = ? and seen <= ?",
                        now,
                        address,
                        hash,
                        now.minus(Session.SEEN_EVERY)));
    }

    @Override
    public List<Session> of(ReaderId reader, Instant now) {
        return database.read(session ->
                session.query(
                        """
                        select * from signed_in where reader = ? and created > ?
                        order by seen desc, hash
                        """,
                        JdbcSessionStore::session,
                        reader.value(),
                        now.minus(Session.LIFE)));
    }

    @Override
    public boolean end(ReaderId reader, String hash) {
        return database.write(session ->
                session.update(
                                "delete from signed_in where hash = ? and reader = ?",
                                hash,
                                reader.value())
                        > 0);
    }

    @Override
    public int endAllBut(ReaderId reader, String hash) {
        return database.write(session ->
                session.update(
                        "delete from signed_in where reader = ? and hash <> ?",
                        reader.value(),
                        hash));
    }

    @Override
    public int forget(Instant now) {
        return database.write(session ->
                session.update(
                        "delete from signed_in where created <= ?", now.minus(Session.LIFE)));
    }

    private static Session session(ResultSet row) throws SQLException {
        return new Session(
                row.getString("hash"),
                new ReaderId(row.getString("reader")),
                Values.instant(row, "created"),
                Values.instant(row, "seen"),
                row.getString("agent"),
                row.getString("address"));
    }
}
