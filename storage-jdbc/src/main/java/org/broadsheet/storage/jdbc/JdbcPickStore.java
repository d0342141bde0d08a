package org.broadsheet.storage.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.broadsheet.change.Change;
import org.broadsheet.edition.Overrule;
import org.broadsheet.edition.Pick;
import org.broadsheet.edition.PickStore;
import org.broadsheet.paper.PaperId;

/// Picks and decisions, a row each; a pick's submission is a row of `submission` like any other.
final class JdbcPickStore implements PickStore {
    private final Database database;

    JdbcPickStore(Database database) {
        this.database = database;
    }

    @Override
    public boolean publish(LocalDate day, List<Pick> picks, Instant at) {
        return database.write(session -> publish(session, day, picks, at));
    }

    private static boolean publish(Session session, LocalDate day, List<Pick> picks, Instant at)
            throws SQLException {
        session.alone(Session.Gate.PICKS);
        List<Pick> before =
                session.query(
                        "select * from pick where day = ? order by place",
                        JdbcPickStore::pick,
                        day);
        boolean isDifferent = !before.equals(picks);
        Set<PaperId> stay = new HashSet<>();
        picks.forEach(pick -> stay.add(pick.paper()));
        for (Pick pick : before) {
            if (!stay.contains(pick.paper())) {
                withdraw(session, day, pick);
            }
        }
        int submitted = 0;
        for (int place = 0; place < picks.size(); place++) {
            submitted += submit(session, day, picks.get(place), at.plusMillis(place));
        }
        if (isDifferent) {
            rewrite(session, day, picks);
        }
        session.update(
                """
                insert into edited_day (day, edited_at) values (?, ?)
                on conflict (day) do update set edited_at = excluded.edited_at
                """,
                day,
                at);
        if (isDifferent || submitted > 0) {
            session.touch(Change.Kind.EDITION, day.toString());
        }
        return isDifferent || submitted > 0;
    }

    private static void withdraw(Session session, LocalDate day, Pick pick) throws SQLException {
        session.update(
                "delete from submission where day = ? and paper = ? and origin = ?",
                day,
                pick.paper().value(),
                pick.by().origin());
    }

    private static int submit(Session session, LocalDate day, Pick pick, Instant at)
            throws SQLException {
        Known.require(session, pick.paper(), "picked");
        return session.update(
                """
                insert into submission (day, paper, at, submitter, origin)
                values (?, ?, ?, '', ?) on conflict (day, paper) do nothing
                """,
                day,
                pick.paper().value(),
                at,
                pick.by().origin());
    }

    private static void rewrite(Session session, LocalDate day, List<Pick> picks)
            throws SQLException {
        session.update("delete from pick where day = ?", day);
        for (int place = 0; place < picks.size(); place++) {
            Pick pick = picks.get(place);
            session.update(
                    "insert into pick (day, place, paper, by_whom, reason) values (?, ?, ?, ?, ?)",
                    day,
                    place,
                    pick.paper().value(),
                    pick.by(),
                    pick.reason());
        }
    }

    @Override
    public List<Dated> between(LocalDate first, LocalDate last) {
        return database.read(session ->
                session.query(
                        "select * from pick where day between ? and ? order by day, place",
                        row -> new Dated(Values.day(row, "day"), pick(row)),
                        first,
                        last));
    }

    @Override
    public Optional<LocalDate> latestDay() {
        return database.read(session ->
                session.first(
                        "select day from edited_day order by day desc limit 1",
                        row -> Values.day(row, "day")));
    }

    @Override
    public void overrule(Overrule overrule) {
        database.write(session -> {
            Known.require(session, overrule.paper(), "decided about");
            session.touch(Change.Kind.EDITION, overrule.day().toString());
            return session.update(
                    """
                    insert into overrule (day, paper, kind, by_whom, at) values (?, ?, ?, ?, ?)
                    on conflict (day, paper) do update set kind = excluded.kind,
                        by_whom = excluded.by_whom, at = excluded.at
                    """,
                    overrule.day(),
                    overrule.paper().value(),
                    overrule.kind(),
                    overrule.by(),
                    overrule.at());
        });
    }

    @Override
    public void restore(LocalDate day, PaperId paper) {
        database.write(session -> {
            int gone =
                    session.update(
                            "delete from overrule where day = ? and paper = ?", day, paper.value());
            if (gone > 0) {
                session.touch(Change.Kind.EDITION, day.toString());
            }
            return gone;
        });
    }

    @Override
    public List<Overrule> overrules(LocalDate first, LocalDate last) {
        return database.read(session ->
                session.query(
                        """
                        select * from overrule where day between ? and ?
                        order by day, at, paper
                        """,
                        JdbcPickStore::overrule,
                        first,
                        last));
    }

    private static Pick pick(ResultSet row) throws SQLException {
        return new Pick(
                PaperId.of(row.getString("paper")),
                Pick.By.valueOf(row.getString("by_whom")),
                row.getString("reason"));
    }

    private static Overrule overrule(ResultSet row) throws SQLException {
        return new Overrule(
                Values.day(row, "day"),
                PaperId.of(row.getString("paper")),
                Overrule.Kind.valueOf(row.getString("kind")),
                row.getString("by_whom"),
                Values.instant(row, "at"));
    }
}
