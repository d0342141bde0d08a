package org.broadsheet.storage.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.broadsheet.change.Change;
import org.broadsheet.reader.Handle;
import org.broadsheet.reader.LastAdmin;
import org.broadsheet.reader.Reader;
import org.broadsheet.reader.ReaderId;
import org.broadsheet.reader.ReaderStore;
import org.broadsheet.reader.Role;

/// Accounts, a row each.
final class JdbcReaderStore implements ReaderStore {
    /// The tables whose rows go with their reader.
    private static final List<String> BELONGINGS = List.of("credential", "signed_in", "ticket");

    /// From when a vote counts; nothing for who has no account. Bound are the moment at which it is
    /// cast, twice, and the reader.
    static final String COUNTS_FROM =
            """
            (select case when votes_count_from > ? then votes_count_from else ? end
                from reader where id = ?)\
            """;

    private final Database database;

    JdbcReaderStore(Database database) {
        this.database = database;
    }

    @Override
    public boolean add(Reader reader) {
        return database.write(session -> add(session, reader));
    }

    @Override
    public boolean addFirst(Reader reader) {
        return database.write(session -> {
            session.alone(Session.Gate.READERS);
            return count(session) == 0 && add(session, reader);
        });
    }

    private static boolean add(Session session, Reader reader) throws SQLException {
        int written =
                session.update(
                        """
                        insert into reader (id, name, shown, role, joined, votes_count_from,
                            blocked_since)
                        values (?, ?, ?, ?, ?, ?, ?)
                        on conflict do nothing
                        """,
                        reader.id().value(),
                        reader.name(),
                        reader.shown(),
                        reader.role(),
                        reader.joined(),
                        reader.votesCountFrom(),
                        reader.blockedSince());
        if (written > 0) {
            session.touch(Change.Kind.READER, reader.id().value());
        }
        return written > 0;
    }

    @Override
    public Map<ReaderId, Reader> of(Collection<ReaderId> ids) {
        List<String> values = ids.stream().map(ReaderId::value).distinct().toList();
        return database
                .read(session ->
                        session.queryEach(
                                "select * from reader where id in (*)",
                                values,
                                JdbcReaderStore::reader))
                .stream()
                .collect(Collectors.toMap(Reader::id, Function.identity()));
    }

    @Override
    public Map<String, Reader> named(Collection<String> names) {
        List<String> values = names.stream().map(Handle::of).distinct().toList();
        return database
                .read(session ->
                        session.queryEach(
                                "select * from reader where name in (*)",
                                values,
                                JdbcReaderStore::reader))
                .stream()
                .collect(Collectors.toMap(Reader::name, Function.identity()));
    }

    @Override
    public List<Reader> after(String name, int limit) {
        return database.read(session ->
                session.query(
                        "select * from reader where name > ? order by name limit ?",
                        JdbcReaderStore::reader,
                        Handle.of(name),
                        Math.max(0, limit)));
    }

    @Override
    public Optional<Reader> change(ReaderId id, UnaryOperator<Reader> change) {
        return database.write(session -> {
            session.alone(Session.Gate.READERS);
            Optional<Reader> was = find(session, id);
            return was.isEmpty() ? was : Optional.of(change(session, was.get(), change));
        });
    }

    private static Reader change(Session session, Reader was, UnaryOperator<Reader> change)
            throws SQLException {
        Reader is = change.apply(was).keeping(was);
        if (was.isActiveAdmin() && !is.isActiveAdmin()) {
            requireAnotherAdmin(session, was);
        }
        if (!is.equals(was)) {
            session.update(
                    "update reader set shown = ?, role = ?, blocked_since = ? where id = ?",
                    is.shown(),
                    is.role(),
                    is.blockedSince(),
                    is.id().value());
            session.touch(Change.Kind.READER, is.id().value());
        }
        Instant blocked = is.blockedSince();
        if (blocked != null && !was.isBlocked()) {
            takeBack(session, is.id(), blocked);
        }
        return is;
    }

    /// Takes back the votes that do not count yet.
    private static void takeBack(Session session, ReaderId reader, Instant at) throws SQLException {
        session.query(
                        """
                        update vote set withdrawn_at = ?
                        where reader = ? and withdrawn_at is null and counts_from > ?
                        returning paper
                        """,
                        row -> row.getString(1),
                        at,
                        reader.value(),
                        at)
                .forEach(paper -> session.touch(Change.Kind.VOTE, paper));
        session.query(
                        """
                        update comment_vote set withdrawn_at = ?
                        where reader = ? and withdrawn_at is null and counts_from > ?
                        returning (select paper from comment where id = comment_vote.comment)
                        """,
                        row -> row.getString(1),
                        at,
                        reader.value(),
                        at)
                .forEach(paper -> session.touch(Change.Kind.COMMENT, paper));
    }

    @Override
    public void remove(ReaderId id) {
        database.write(session -> {
            session.alone(Session.Gate.READERS);
            Optional<Reader> was = find(session, id);
            if (was.isPresent()) {
                if (was.get().isActiveAdmin() && count(session) > 1) {
                    requireAnotherAdmin(session, was.get());
                }
                for (String table : BELONGINGS) {
                    session.update("delete from " + table + " where reader = ?", id.value());
                }
                session.update("delete from reader where id = ?", id.value());
                session.touch(Change.Kind.READER, id.value());
            }
            return was;
        });
    }

    private static void requireAnotherAdmin(Session session, Reader admin) throws SQLException {
        long others =
                session.number(
                        """
                        select count(*) from reader
                        where role = 'ADMIN' and blocked_since is null and id <> ?
                        """,
                        admin.id().value());
        if (others == 0) {
            throw new LastAdmin(admin.name());
        }
    }

    @Override
    public long count() {
        return database.read(JdbcReaderStore::count);
    }

    private static long count(Session session) throws SQLException {
        return session.number("select count(*) from reader");
    }

    /// @throws IllegalArgumentException unless the reader has an account
    static void require(Session session, ReaderId id, String what) throws SQLException {
        if (find(session, id).isEmpty()) {
            throw new IllegalArgumentException(
                    "no reader %s has an account; only readers can be %s".formatted(id, what));
        }
    }

    private static Optional<Reader> find(Session session, ReaderId id) throws SQLException {
        return session.first(
                "select * from reader where id = ?", JdbcReaderStore::reader, id.value());
    }

    private static Reader reader(ResultSet row) throws SQLException {
        return new Reader(
                new ReaderId(row.getString("id")),
                row.getString("name"),
                row.getString("shown"),
                Role.valueOf(row.getString("role")),
                Values.instant(row, "joined"),
                Values.instant(row, "votes_count_from"),
                Values.instantOrNull(row, "blocked_since"));
    }
}
