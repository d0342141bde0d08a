package org.broadsheet.storage.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.broadsheet.account.CredentialStore;
import org.broadsheet.account.Credentials;
import org.broadsheet.account.MailAddress;
import org.broadsheet.reader.ReaderId;

/// Credentials, a row a reader; a unique index lets an address be one reader's.
final class JdbcCredentialStore implements CredentialStore {
    private final Database database;

    JdbcCredentialStore(Database database) {
        this.database = database;
    }

    @Override
    public Credentials of(ReaderId reader) {
        return database.read(session -> of(session, reader));
    }

    private static Credentials of(Session session, ReaderId reader) throws SQLException {
        return session.first(
                        "select * from credential where reader = ?",
                        JdbcCredentialStore::credentials,
                        reader.value())
                .orElse(Credentials.none(reader));
    }

    @Override
    public void keepPassword(ReaderId reader, String hash) {
        database.write(session -> {
            JdbcReaderStore.require(session, reader, "given a password");
            return session.update(
                    """
                    insert into credential (reader, password, address, pending)
                    values (?, ?, '', '')
                    on conflict (reader) do update set password = excluded.password
                    """,
                    reader.value(),
                    hash);
        });
    }

    @Override
    public void await(ReaderId reader, String address) {
        database.write(session -> {
            JdbcReaderStore.require(session, reader, "given an address");
            return session.update(
                    """
                    insert into credential (reader, password, address, pending)
                    values (?, '', '', ?)
                    on conflict (reader) do update set pending = excluded.pending
                    """,
                    reader.value(),
                    address);
        });
    }

    @Override
    public boolean confirm(ReaderId reader, String address) {
        return database.write(session -> {
            session.alone(Session.Gate.READERS);
            Optional<ReaderId> holder = at(session, address);
            boolean isAnothers = holder.isPresent() && !holder.get().equals(reader);
            if (address.isEmpty() || isAnothers || !of(session, reader).pending().equals(address)) {
                return false;
            }
            session.update(
                    "update credential set address = ?, pending = '' where reader = ?",
                    address,
                    reader.value());
            session.update(
                    "delete from suppressed where hash = ?", new MailAddress(address).hash());
            return true;
        });
    }

    @Override
    public Optional<ReaderId> at(String address) {
        return database.read(session -> at(session, address));
    }

    private static Optional<ReaderId> at(Session session, String address) throws SQLException {
        return session.first(
                "select reader from credential where address = ? and address <> ''",
                row -> new ReaderId(row.getString("reader")),
                address.toLowerCase(Locale.ROOT));
    }

    @Override
    public void suppress(MailAddress address, Instant now) {
        database.write(session ->
                session.update(
                        "insert into suppressed (hash, at) values (?, ?) on conflict do nothing",
                        address.hash(),
                        now));
    }

    @Override
    public boolean isSuppressed(MailAddress address) {
        return database.read(session ->
                session.number("select count(*) from suppressed where hash = ?", address.hash())
                        > 0);
    }

    private static Credentials credentials(ResultSet row) throws SQLException {
        return new Credentials(
                new ReaderId(row.getString("reader")),
                row.getString("password"),
                row.getString("address"),
                row.getString("pending"));
    }
}
