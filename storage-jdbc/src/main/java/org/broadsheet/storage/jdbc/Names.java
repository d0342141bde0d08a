package org.broadsheet.storage.jdbc;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
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
