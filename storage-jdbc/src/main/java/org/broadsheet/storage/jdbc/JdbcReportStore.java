package org.broadsheet.storage.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.broadsheet.moderation.Decision;
import org.broadsheet.moderation.Report;
import org.broadsheet.moderation.ReportStore;
import org.broadsheet.moderation.Subject;
import org.broadsheet.reader.ReaderId;

/// Reports, a row each; a unique index lets only one of a reader be open about a subject.
final class JdbcReportStore implements ReportStore {
    private final Database database;

    JdbcReportStore(Database database) {
        this.database = database;
    }

    @Override
    public boolean file(Report report) {
        return database.write(session ->
                session.update(
                                """
                                insert into report (subject, reader, at, reason)
                                values (?, ?, ?, ?)
                                on conflict (subject, reader) where outcome is null do nothing
                                """,
                                report.subject().toString(),
                                report.reader().value(),
                                report.at(),
                                report.reason())
                        > 0);
    }

    @Override
    public List<Open> open(int limit) {
        return database.read(session -> {
            List<Subject> subjects =
                    session.query(
                            """
                            select subject from report where outcome is null group by subject
                            order by count(*) desc, min(at), subject limit ?
                            """,
                            row -> Subject.of(row.getString(1)),
                            Math.max(0, limit));
            Map<Subject, List<Report>> reports =
                    session
                            .queryEach(
                                    """
                                    select * from report where subject in (*) and outcome is null
                                    order by at, reader
                                    """,
                                    subjects.stream().map(Subject::toString).toList(),
                                    JdbcReportStore::report)
                            .stream()
                            .collect(Collectors.groupingBy(Report::subject));
            // One that was settled between the two questions has none.
            return subjects.stream()
                    .map(subject -> new Open(subject, reports.getOrDefault(subject, List.of())))
                    .filter(open -> !open.reports().isEmpty())
                    .toList();
        });
    }

    @Override
    public long countOpen() {
        return database.read(session ->
                session.number("select count(distinct subject) from report where outcome is null"));
    }

    @Override
    public List<Report> settle(Subject subject, Decision decision) {
        return database.write(session -> {
            session.alone(Session.Gate.REPORTS);
            List<Report> open =
                    session.query(
                            """
                            select * from report where subject = ? and outcome is null
                            order by at, reader
                            """,
                            JdbcReportStore::report,
                            subject.toString());
            for (Report report : open) {
                session.update(
                        """
                        update report
                        set outcome = ?, decided_by = ?, decided_at = ?, decision = ?
                        where subject = ? and reader = ? and outcome is null
                        """,
                        decision.outcome(),
                        decision.by().value(),
                        decision.at(),
                        decision.reason(),
                        subject.toString(),
                        report.reader().value());
            }
            return open;
        });
    }

    @Override
    public List<Report> by(ReaderId reader) {
        return database.read(session ->
                session.query(
                        "select * from report where reader = ? order by at, subject",
                        JdbcReportStore::report,
                        reader.value()));
    }

    @Override
    public void forget(ReaderId reader) {
        database.write(
                session -> session.update("delete from report where reader = ?", reader.value()));
    }

    private static Report report(ResultSet row) throws SQLException {
        return new Report(
                new ReaderId(row.getString("reader")),
                Subject.of(row.getString("subject")),
                row.getString("reason"),
                Values.instant(row, "at"));
    }
}
