package org.broadsheet.storage.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.broadsheet.change.Change;
import org.broadsheet.notice.Notice;
import org.broadsheet.notice.Notice.Kind;
import org.broadsheet.notice.Notice.State;
import org.broadsheet.notice.NoticeStore;
import org.broadsheet.notice.Wishes;
import org.broadsheet.notice.Wishes.Way;
import org.broadsheet.paper.PaperId;
import org.broadsheet.reader.ReaderId;
import org.jspecify.annotations.Nullable;

/// Notices, a row each.
final class JdbcNoticeStore implements NoticeStore {
    private final Database database;

    JdbcNoticeStore(Database database) {
        this.database = database;
    }

    @Override
    public void add(Collection<Notice> notices) {
        database.write(session -> add(session, notices));
    }

    /// Keeps notices within the transaction of what causes them.
    static boolean add(Session session, Collection<Notice> notices) throws SQLException {
        for (Notice notice : notices) {
            if (insert(session, notice) > 0) {
                session.touch(Change.Kind.NOTICE, notice.to().value());
            }
        }
        return true;
    }

    private static int insert(Session session, Notice notice) throws SQLException {
        ReaderId from = notice.subject().from();
        PaperId paper = notice.subject().paper();
        return session.update(
                """
                insert into notice (id, reader, kind, from_reader, paper, comment, note, at, state,
                    mail_owed)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (id) do nothing
                """,
                notice.id(),
                notice.to().value(),
                notice.kind(),
                from == null ? "" : from.value(),
                paper == null ? "" : paper.value(),
                notice.subject().comment(),
                notice.subject().note(),
                notice.at(),
                notice.state(),
                notice.isOwedByMail() ? 1 : 0);
    }

    @Override
    public List<Notice> of(ReaderId reader, Set<State> states, String before, int limit) {
        return database.read(session ->
                session.query(
                        """
                        select * from notice
                        where reader = ? and state in (%s) and (? = '' or id < ?)
                        order by id desc limit ?
                        """
                                .formatted(list(states)),
                        JdbcNoticeStore::notice,
                        reader.value(),
                        before,
                        before,
                        limit));
    }

    /// Names of our own, which need no binding.
    private static String list(Set<State> states) {
        return states.isEmpty()
                ? "''"
                : states.stream().map(state -> "'" + state + "'").collect(Collectors.joining(", "));
    }

    private static Notice notice(ResultSet row) throws SQLException {
        return new Notice(
                row.getString("id"),
                new ReaderId(row.getString("reader")),
                Kind.valueOf(row.getString("kind")),
                new Notice.Subject(
                        from(row.getString("from_reader")),
                        paper(row.getString("paper")),
                        row.getString("comment"),
                        row.getString("note")),
                Values.instant(row, "at"),
                State.valueOf(row.getString("state")),
                row.getLong("mail_owed") != 0);
    }

    private static @Nullable ReaderId from(String text) {
        return text.isEmpty() ? null : new ReaderId(text);
    }

    private static @Nullable PaperId paper(String text) {
        return text.isEmpty() ? null : PaperId.of(text);
    }

    @Override
    public long unread(ReaderId reader) {
        return database.read(session ->
                session.number(
                        "select count(*) from notice where reader = ? and state = 'UNREAD'",
                        reader.value()));
    }

    @Override
    public int mark(ReaderId reader, Collection<String> ids, State state) {
        return database.write(session -> {
            int different = 0;
            for (String id : ids) {
                different +=
                        session.update(
                                """
                                update notice set state = ?, mail_owed = 0
                                where id = ? and reader = ? and state <> ?
                                """,
                                state,
                                id,
                                reader.value(),
                                state);
            }
            return touched(session, reader, different);
        });
    }

    @Override
    public int markAll(ReaderId reader, Set<State> from, State state) {
        return database.write(session ->
                touched(
                        session,
                        reader,
                        session.update(
                                """
                                update notice set state = ?, mail_owed = 0
                                where reader = ? and state in (%s) and state <> ?
                                """
                                        .formatted(list(from)),
                                state,
                                reader.value(),
                                state)));
    }

    private static int touched(Session session, ReaderId reader, int different) {
        if (different > 0) {
            session.touch(Change.Kind.NOTICE, reader.value());
        }
        return different;
    }

    @Override
    public List<Notice> takeOwed(Instant until, int limit) {
        return database.write(session -> {
            List<Notice> taken = new ArrayList<>();
            for (Notice notice : owed(session, until, limit)) {
                int settled =
                        session.update(
                                "update notice set mail_owed = 0 where id = ? and mail_owed = 1",
                                notice.id());
                if (settled > 0) {
                    taken.add(notice.owedByMail(false));
                }
            }
            return taken;
        });
    }

    private static List<Notice> owed(Session session, Instant until, int limit)
            throws SQLException {
        return session.query(
                "select * from notice where mail_owed = 1 and at <= ? order by id limit ?",
                JdbcNoticeStore::notice,
                until,
                limit);
    }

    @Override
    public void oweAgain(Collection<String> ids) {
        database.write(session -> {
            session.batch(
                    "update notice set mail_owed = 1 where id = ?",
                    List.copyOf(ids),
                    id -> new Object[] {id});
            return true;
        });
    }

    @Override
    public Map<ReaderId, Wishes> wishes(Collection<ReaderId> readers) {
        Map<ReaderId, Map<Kind, Set<Way>>> said = new HashMap<>();
        database.read(session ->
                        session.queryEach(
                                "select * from notice_wish where reader in (*)",
                                readers.stream().map(ReaderId::value).distinct().toList(),
                                row ->
                                        Map.entry(
                                                new ReaderId(row.getString("reader")),
                                                Map.entry(
                                                        Kind.valueOf(row.getString("kind")),
                                                        ways(row)))))
                .forEach(wish ->
                        said.computeIfAbsent(wish.getKey(), _ -> new HashMap<>())
                                .put(wish.getValue().getKey(), wish.getValue().getValue()));
        Map<ReaderId, Wishes> found = new HashMap<>();
        readers.forEach(reader -> {
            Map<Kind, Set<Way>> ways = said.get(reader);
            found.put(reader, ways == null ? Wishes.DEFAULT : new Wishes(ways));
        });
        return found;
    }

    private static Set<Way> ways(ResultSet row) throws SQLException {
        Set<Way> ways = EnumSet.noneOf(Way.class);
        if (row.getLong("on_page") != 0) {
            ways.add(Way.PAGE);
        }
        if (row.getLong("by_mail") != 0) {
            ways.add(Way.MAIL);
        }
        return ways;
    }

    @Override
    public void wish(ReaderId reader, Wishes wishes) {
        database.write(session -> {
            session.batch(
                    """
                    insert into notice_wish (reader, kind, on_page, by_mail) values (?, ?, ?, ?)
                    on conflict (reader, kind) do update
                    set on_page = excluded.on_page, by_mail = excluded.by_mail
                    """,
                    List.of(Kind.values()),
                    kind ->
                            new Object[] {
                                reader.value(),
                                kind,
                                wishes.wants(kind, Way.PAGE) ? 1 : 0,
                                wishes.wants(kind, Way.MAIL) ? 1 : 0
                            });
            return true;
        });
    }

    @Override
    public void forget(ReaderId reader) {
        database.write(session -> {
            session.update("delete from notice_wish where reader = ?", reader.value());
            return touched(
                    session,
                    reader,
                    session.update("delete from notice where reader = ?", reader.value()));
        });
    }
}
