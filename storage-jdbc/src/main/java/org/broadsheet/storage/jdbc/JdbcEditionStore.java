package org.broadsheet.storage.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.broadsheet.change.Change;
import org.broadsheet.edition.EditionStore;
import org.broadsheet.edition.Submission;
import org.broadsheet.paper.PaperId;

/// Submissions, a row each.
final class JdbcEditionStore implements EditionStore {
    private final Database database;

    JdbcEditionStore(Database database) {
        this.database = database;
    }

    @Override
    public int submit(Collection<Submission> submissions) {
        return database.write(session -> {
            int submitted = 0;
            for (Submission submission : submissions) {
                submitted += submit(session, submission);
            }
            return submitted;
        });
    }

    private static int submit(Session session, Submission submission) throws SQLException {
        Known.require(session, submission.paper(), "submitted");
        int written =
                session.update(
                        """
                        insert into submission (day, paper, at, submitter, origin)
                        values (?, ?, ?, ?, ?) on conflict (day, paper) do nothing
                        """,
                        submission.day(),
                        submission.paper().value(),
                        submission.at(),
                        submission.submitter(),
                        submission.origin());
        if (written > 0) {
            session.touch(Change.Kind.EDITION, submission.day().toString());
        }
        return written;
    }

    @Override
    public List<Submission> between(LocalDate first, LocalDate last) {
        return database.read(session ->
                session.query(
                        """
                        select * from submission where day between ? and ?
                        order by day, at, paper
                        """,
                        JdbcEditionStore::submission,
                        first,
                        last));
    }

    @Override
    public List<Submission> of(PaperId paper) {
        return database.read(session ->
                session.query(
                        "select * from submission where paper = ? order by day",
                        JdbcEditionStore::submission,
                        paper.value()));
    }

    @Override
    public Set<PaperId> submitted(Collection<PaperId> papers) {
        return new HashSet<>(
                database.read(session ->
                        session.queryEach(
                                "select distinct paper from submission where paper in (*)",
                                papers.stream().map(PaperId::value).toList(),
                                row -> PaperId.of(row.getString(1)))));
    }

    private static Submission submission(ResultSet row) throws SQLException {
        return new Submission(
                PaperId.of(row.getString("paper")),
                Values.day(row, "day"),
                Values.instant(row, "at"),
                row.getString("submitter"),
                row.getString("origin"));
    }

    @Override
    public Optional<LocalDate> before(LocalDate day) {
        return day("select day from submission where day < ? order by day desc limit 1", day);
    }

    @Override
    public Optional<LocalDate> after(LocalDate day) {
        return day("select day from submission where day > ? order by day limit 1", day);
    }

    private Optional<LocalDate> day(String sql, LocalDate day) {
        return database.read(session -> session.first(sql, row -> Values.day(row, "day"), day));
    }
}
