package org.broadsheet.storage.jdbc;

import java.sql.SQLException;
import java.util.List;
import org.broadsheet.change.Change;

/// What belongs to papers and goes with them when two are made one or parted, within one
/// transaction. Vectors do not go along: they are made again where the text became another.
final class Belongings {
    private static final List<String> TABLES =
            List.of("submission", "vote", "tally", "run", "comment");

    private final Session session;

    Belongings(Session session) {
        this.session = session;
    }

    void unite(String kept, String other) throws SQLException {
        touchEditions("select day from submission where paper = ?", other);
        // Withdrawn at the moment it was cast: it never counted.
        session.update(
                """
                update vote set withdrawn_at = cast_at
                where paper = ? and withdrawn_at is null and reader in (
                    select reader from vote where paper = ? and withdrawn_at is null)
                """,
                other,
                kept);
        session.update(
                """
                delete from submission where paper = ? and day in (
                    select day from submission where paper = ?)
                """,
                other,
                kept);
        session.update(
                """
                delete from tally where paper = ? and exists (
                    select 1 from tally as there
                    where there.paper = ? and there.kind = tally.kind
                        and there.origin = tally.origin and there.at = tally.at)
                """,
                other,
                kept);
        decided(kept, other);
        for (String table : TABLES) {
            int moved =
                    session.update(
                            """
                            update %s set paper = ?,
                                under = case when under = '' then ? else under end
                            where paper = ?
                            """
                                    .formatted(table),
                            kept,
                            other,
                            other);
            touch(table, moved, kept, other);
        }
    }

    /// What the editor and curators decided stays with the paper that goes on, for good.
    private void decided(String kept, String other) throws SQLException {
        session.update(
                """
                delete from overrule where paper = ? and day in (
                    select day from overrule where paper = ?)
                """,
                other,
                kept);
        session.update(
                """
                delete from pick where paper = ? and day in (select day from pick where paper = ?)
                """,
                other,
                kept);
        session.update("update overrule set paper = ? where paper = ?", kept, other);
        session.update("update pick set paper = ? where paper = ?", kept, other);
    }

    void part(String paper, String alias) throws SQLException {
        touchEditions("select day from submission where under = ?", alias);
        for (String table : TABLES) {
            int moved =
                    session.update(
                            "update %s set paper = ?, under = '' where paper = ? and under = ?"
                                    .formatted(table),
                            alias,
                            paper,
                            alias);
            touch(table, moved, paper, alias);
        }
        // Those that gave way to another of the same reader.
        session.update(
                "update vote set withdrawn_at = null where paper = ? and withdrawn_at = cast_at",
                alias);
    }

    private void touchEditions(String days, String paper) throws SQLException {
        session.query(days, row -> Values.day(row, "day"), paper)
                .forEach(day -> session.touch(Change.Kind.EDITION, day.toString()));
    }

    private void touch(String table, int moved, String one, String other) {
        if (moved > 0 && !table.equals("submission")) {
            Change.Kind kind =
                    switch (table) {
                        case "run" -> Change.Kind.RUN;
                        case "comment" -> Change.Kind.COMMENT;
                        default -> Change.Kind.VOTE;
                    };
            session.touch(kind, one);
            session.touch(kind, other);
        }
    }
}
