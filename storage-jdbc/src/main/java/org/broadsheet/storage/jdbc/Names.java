package org.broadsheet.storage.jdbc;

import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.broadsheet.change.Change;
import org.broadsheet.paper.PaperId;
import org.broadsheet.paper.TitleMark;
import org.jspecify.annotations.Nullable;

/// The rows of `known_as` and `told`, within one transaction.
final class Names {
    private final Session session;

    Names(Session session) {
        this.session = session;
    }

    /// A name of a paper and the paper that it came with.
    record Name(String name, String paper, String under) {}

    Optional<Name> name(String name) throws SQLException {
        return session.first(
                "select name, paper, under from known_as where name = ?",
                row -> new Name(row.getString(1), row.getString(2), row.getString(3)),
                name);
    }

    /// The id of the paper that the id stands for, itself if it stands for no other.
    String lead(String id) throws SQLException {
        return name(id).map(Name::paper).orElse(id);
    }

    List<Name> of(String paper) throws SQLException {
        return session.query(
                "select name, paper, under from known_as where paper = ? order by name",
                row -> new Name(row.getString(1), row.getString(2), row.getString(3)),
                paper);
    }

    Optional<String> told(String id) throws SQLException {
        return session.first("select body from told where id = ?", row -> row.getString(1), id);
    }

    void tell(String id, String body) throws SQLException {
        session.update(
                """
                insert into told (id, body) values (?, ?)
                on conflict (id) do update set body = excluded.body
                """,
                id,
                body);
    }

    /// Notes names that are unknown, and says how many were.
    int note(Map<String, PaperId> names) throws SQLException {
        if (names.isEmpty()) {
            return 0;
        }
        Set<String> known = new HashSet<>();
        session.queryEach(
                "select name from known_as where name in (*)",
                names.keySet(),
                row -> known.add(row.getString(1)));
        session.queryEach(
                "select id from paper where id in (*)",
                names.keySet().stream().filter(name -> !isMark(name)).toList(),
                row -> known.add(row.getString(1)));
        List<Map.Entry<String, PaperId>> fresh =
                names.entrySet().stream().filter(name -> !known.contains(name.getKey())).toList();
        for (Map.Entry<String, PaperId> name : fresh) {
            if (!isMark(name.getKey())) {
                session.touch(Change.Kind.PAPER, name.getValue().value());
            }
        }
        session.batch(
                "insert into known_as (name, paper) values (?, ?)",
                fresh,
                name -> new Object[] {name.getKey(), name.getValue().value()});
        return fresh.size();
    }

    private static boolean isMark(String name) {
        return name.startsWith(TitleMark.PREFIX);
    }

    /// Makes sure that the paper has a name for its own id, and that what is known of it so far is
    /// what was told under that.
    void own(String paper, @Nullable String body) throws SQLException {
        int made =
                session.update(
                        """
                        insert into known_as (name, paper) values (?, ?)
                        on conflict (name) do nothing
                        """,
                        paper,
                        paper);
        if (made > 0 && body != null) {
            tell(paper, body);
        }
    }
}
