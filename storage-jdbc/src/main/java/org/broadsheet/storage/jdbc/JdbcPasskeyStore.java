package org.broadsheet.storage.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.broadsheet.reader.ReaderId;
import org.broadsheet.reader.key.Passkey;
import org.broadsheet.reader.key.PasskeyStore;

/// Passkeys, a row each.
final class JdbcPasskeyStore implements PasskeyStore {
    private final Database database;

    JdbcPasskeyStore(Database database) {
        this.database = database;
    }

    @Override
    public boolean add(Passkey passkey) {
        return database.write(session ->
                session.update(
                        """
                        insert into passkey (id, reader, label, credential, uses, added, used)
                        values (?, ?, ?, ?, ?, ?, ?)
                        on conflict (id) do nothing
                        """,
                        passkey.id(),
                        passkey.reader().value(),
                        passkey.label(),
                        passkey.credential(),
                        passkey.uses(),
                        passkey.added(),
                        passkey.used()))
                > 0;
    }

    @Override
    public Optional<Passkey> get(String id) {
        return database.read(session ->
                session.first("select * from passkey where id = ?", JdbcPasskeyStore::passkey, id));
    }

    @Override
    public List<Passkey> of(ReaderId reader) {
        return database.read(session ->
                session.query(
                        "select * from passkey where reader = ? order by added, id",
                        JdbcPasskeyStore::passkey,
                        reader.value()));
    }

    private static Passkey passkey(ResultSet row) throws SQLException {
        return new Passkey(
                row.getString("id"),
                new ReaderId(row.getString("reader")),
                row.getString("label"),
                row.getString("credential"),
                row.getLong("uses"),
                Values.instant(row, "added"),
                Values.instantOrNull(row, "used"));
    }

    @Override
    public boolean use(String id, long uses, Instant at) {
        return database.write(session ->
                session.update(
                        """
                        update passkey set uses = ?, used = ?
                        where id = ? and (uses < ? or uses = 0 and ? = 0)
                        """,
                        uses,
                        at,
                        id,
                        uses,
                        uses))
                > 0;
    }

    @Override
    public boolean remove(ReaderId reader, String id) {
        return database.write(session ->
                session.update(
                        "delete from passkey where reader = ? and id = ?", reader.value(), id))
                > 0;
    }

    @Override
    public void removeAll(ReaderId reader) {
        database.write(
                session -> session.update("delete from passkey where reader = ?", reader.value()));
    }
}
