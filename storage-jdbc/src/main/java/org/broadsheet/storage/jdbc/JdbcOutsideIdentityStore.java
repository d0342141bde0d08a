package org.broadsheet.storage.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.broadsheet.reader.ReaderId;
import org.broadsheet.reader.key.OutsideIdentity;
import org.broadsheet.reader.key.OutsideIdentityStore;

/// Identities elsewhere, a row each.
final class JdbcOutsideIdentityStore implements OutsideIdentityStore {
    private final Database database;

    JdbcOutsideIdentityStore(Database database) {
        this.database = database;
    }

    @Override
    public boolean link(OutsideIdentity identity) {
        return database.write(session ->
                session.update(
                        """
                        insert into outside_identity (issuer, subject, reader, linked)
                        values (?, ?, ?, ?)
                        on conflict (issuer, subject) do nothing
                        """,
                        identity.issuer(),
                        identity.subject(),
                        identity.reader().value(),
                        identity.linked()))
                > 0;
    }

    @Override
    public Optional<OutsideIdentity> get(String issuer, String subject) {
        return database.read(session ->
                session.first(
                        "select * from outside_identity where issuer = ? and subject = ?",
                        JdbcOutsideIdentityStore::identity,
                        issuer,
                        subject));
    }

    @Override
    public List<OutsideIdentity> of(ReaderId reader) {
        return database.read(session ->
                session.query(
                        """
                        select * from outside_identity where reader = ?
                        order by linked, issuer, subject
                        """,
                        JdbcOutsideIdentityStore::identity,
                        reader.value()));
    }

    private static OutsideIdentity identity(ResultSet row) throws SQLException {
        return new OutsideIdentity(
                row.getString("issuer"),
                row.getString("subject"),
                new ReaderId(row.getString("reader")),
                Values.instant(row, "linked"));
    }

    @Override
    public boolean unlink(ReaderId reader, String issuer, String subject) {
        return database.write(session ->
                session.update(
                        """
                        delete from outside_identity
                        where reader = ? and issuer = ? and subject = ?
                        """,
                        reader.value(),
                        issuer,
                        subject))
                > 0;
    }

    @Override
    public void unlinkAll(ReaderId reader) {
        database.write(session ->
                session.update("delete from outside_identity where reader = ?", reader.value()));
    }
}
