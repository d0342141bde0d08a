package org.broadsheet.storage.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.broadsheet.change.Change;
import org.broadsheet.paper.PaperId;
import org.broadsheet.run.Run;
import org.broadsheet.run.RunId;
import org.broadsheet.run.RunStore;

/// Runs, a row each with the report, which only its own question reads; files, a row each.
final class JdbcRunStore implements RunStore {
    private static final Comparator<Run> LATEST_FIRST =
            Comparator.comparing(Run::asked).reversed().thenComparing(run -> run.id().value());
    private static final String RUNS =
            """
            select id, paper, setting, state, asked, started, ended, message, live, summary
            from run
            """;
    private static final String IS_OPEN = " where id = ? and state in ('WAITING', 'RUNNING')";

    private final Database database;

    JdbcRunStore(Database database) {
        this.database = database;
    }

    @Override
    public Run ask(RunId id, PaperId paper, String setting, Instant now) {
        return database.write(session -> {
            session.update(
                    """
                    insert into run (id, paper, setting, state, asked, message, live, summary)
                    values (?, ?, ?, 'WAITING', ?, '', '', '')
                    on conflict (id) do update set
                        state = 'WAITING', asked = excluded.asked, started = null, ended = null,
                        message = '', live = ''
                        where run.state in ('FAILED', 'CANCELLED')
                    """,
                    id.value(),
                    paper.value(),
                    setting,
                    now);
            return find(session, id).orElseThrow();
        });
    }

    @Override
    public boolean begin(RunId id, Instant now) {
        return database.write(session ->
                session.update(
                                "update run set state = 'RUNNING', started = ?, live = ''"
                                        + IS_OPEN,
                                now,
                                id.value())
                        > 0);
    }

    @Override
    public boolean tell(RunId id, String live) {
        return database.write(session ->
                session.update(
                                "update run set live = ? where id = ? and state = 'RUNNING'",
                                live,
                                id.value())
                        > 0);
    }

    @Override
    public boolean end(RunId id, Outcome outcome, Instant now) {
        return database.write(session ->
                switch (outcome) {
                    case Outcome.Done done -> finish(session, id, done, now);
                    case Outcome.Failed(String message) ->
                            stop(session, id, Run.State.FAILED, message, now);
                    case Outcome.Cancelled() -> stop(session, id, Run.State.CANCELLED, "", now);
                });
    }

    private static boolean finish(Session session, RunId id, Outcome.Done done, Instant now)
            throws SQLException {
        Optional<String> paper =
                session.first(
                        """
                        update run set state = 'DONE', ended = ?, live = '', summary = ?, report = ?
                        """
                                + IS_OPEN
                                + " returning paper",
                        row -> row.getString("paper"),
                        now,
                        done.summary(),
                        done.report(),
                        id.value());
        if (paper.isPresent()) {
            keep(session, id, done.files());
            session.touch(Change.Kind.RUN, paper.get());
        }
        return paper.isPresent();
    }

    /// One by one: a batch would hold all their bytes a second time.
    private static void keep(Session session, RunId id, Map<String, byte[]> files)
            throws SQLException {
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            session.update(
                    "insert into run_file (run, name, bytes) values (?, ?, ?)",
                    id.value(),
                    file.getKey(),
                    file.getValue());
        }
    }

    private static boolean stop(
            Session session, RunId id, Run.State state, String message, Instant now)
            throws SQLException {
        return session.update(
                        "update run set state = ?, ended = ?, message = ?,"
                                + " live = case when ? = 'FAILED' then live else '' end"
                                + IS_OPEN,
                        state,
                        now,
                        message,
                        state,
                        id.value())
                > 0;
    }

    @Override
    public Optional<Run> find(RunId id) {
        return database.read(session -> find(session, id));
    }

    private static Optional<Run> find(Session session, RunId id) throws SQLException {
        return session.first(RUNS + "where id = ?", JdbcRunStore::run, id.value());
    }

    @Override
    public Optional<String> report(RunId id) {
        return database.read(session ->
                session.first(
                        "select report from run where id = ? and report is not null",
                        row -> row.getString("report"),
                        id.value()));
    }

    @Override
    public Optional<byte[]> file(RunId id, String name) {
        return database.read(session ->
                session.first(
                        "select bytes from run_file where run = ? and name = ?",
                        row -> row.getBytes("bytes"),
                        id.value(),
                        name));
    }

    @Override
    public List<Run> latest(Collection<PaperId> papers, int limit) {
        int most = Math.max(0, limit);
        if (papers.isEmpty()) {
            return database.read(session ->
                    session.query(
                            RUNS + "order by asked desc, id limit ?", JdbcRunStore::run, most));
        }
        return database
                .read(session ->
                        session.queryEach(
                                RUNS + "where paper in (*) order by asked desc, id limit ?",
                                values(papers),
                                JdbcRunStore::run,
                                most))
                .stream()
                .sorted(LATEST_FIRST)
                .limit(most)
                .toList();
    }

    @Override
    public Set<PaperId> done(Collection<PaperId> papers) {
        return new HashSet<>(
                database.read(session ->
                        session.queryEach(
                                """
                                select distinct paper from run
                                where paper in (*) and state = 'DONE'
                                """,
                                values(papers),
                                row -> PaperId.of(row.getString("paper")))));
    }

    /// Each once: a paper named twice could fall into two statements.
    private static List<String> values(Collection<PaperId> papers) {
        return papers.stream().map(PaperId::value).distinct().toList();
    }

    private static Run run(ResultSet row) throws SQLException {
        return new Run(
                new RunId(row.getString("id")),
                PaperId.of(row.getString("paper")),
                row.getString("setting"),
                Run.State.valueOf(row.getString("state")),
                Values.instant(row, "asked"),
                Optional.ofNullable(Values.instantOrNull(row, "started")),
                Optional.ofNullable(Values.instantOrNull(row, "ended")),
                row.getString("message"),
                row.getString("live"),
                row.getString("summary"));
    }
}
