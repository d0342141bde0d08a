package org.broadsheet.storage.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.broadsheet.job.Job;
import org.broadsheet.job.JobQueue;
import org.broadsheet.job.Lease;

/// Jobs, a row each. A lease holds while the row is claimed and its number of claims is the
/// lease's, so a lease that ran out still holds until somebody else claims the job.
final class JdbcJobQueue implements JobQueue {
    private static final int MOST_LISTED = 1_000;
    private static final String IS_HELD =
            " where kind = ? and subject = ? and state = 'CLAIMED' and worker = ? and claims = ?";

    private final Database database;

    JdbcJobQueue(Database database) {
        this.database = database;
    }

    @Override
    public void offer(String kind, String subject, Instant now) {
        database.write(session -> {
            int written = add(session, kind, subject, now);
            if (written == 0) {
                written = offerAnew(session, kind, subject);
            }
            return written > 0 ? written : startAfresh(session, kind, subject, now);
        });
    }

    private static int add(Session session, String kind, String subject, Instant now)
            throws SQLException {
        return session.update(
                """
                insert into job (kind, subject, state, attempts, claims, due, done, total, error,
                    worker, lease_until, offered_anew)
                values (?, ?, 'WAITING', 0, 0, ?, 0, 0, '', '', 0, 0)
                on conflict (kind, subject) do nothing
                """,
                kind,
                subject,
                now);
    }

    private static int offerAnew(Session session, String kind, String subject) throws SQLException {
        return session.update(
                """
                update job set offered_anew = 1
                where kind = ? and subject = ? and state = 'CLAIMED'
                """,
                kind,
                subject);
    }

    private static int startAfresh(Session session, String kind, String subject, Instant now)
            throws SQLException {
        return session.update(
                """
                update job set
                    state = 'WAITING', attempts = 0, due = ?, done = 0, total = 0, error = ''
                where kind = ? and subject = ? and state in ('DONE', 'FAILED')
                """,
                now,
                kind,
                subject);
    }

    @Override
    public Optional<Lease> claim(Set<String> kinds, String worker, Duration lease, Instant now) {
        if (kinds.isEmpty()) {
            return Optional.empty();
        }
        Instant until = now.plus(lease);
        return database.write(session -> {
            Optional<Key> key = longestDue(session, kinds, now);
            return key.isEmpty() ? Optional.empty() : claim(session, key.get(), worker, until);
        });
    }

    private record Key(String kind, String subject) {}

    private static Optional<Key> longestDue(Session session, Set<String> kinds, Instant now)
            throws SQLException {
        return session
                .queryEach(
                        """
                        select kind, subject from job where kind in (*) and (
                            state = 'WAITING' and due <= ?
                            or state = 'CLAIMED' and lease_until <= ?)
                        order by due, kind, subject limit 1
                        """
                                + session.dialect().lockOneFree(),
                        kinds,
                        row -> new Key(row.getString("kind"), row.getString("subject")),
                        now,
                        now)
                .stream()
                .findFirst();
    }

    private static Optional<Lease> claim(Session session, Key key, String worker, Instant until)
            throws SQLException {
        return session.first(
                """
                update job set state = 'CLAIMED', attempts = attempts + 1, claims = claims + 1,
                    worker = ?, lease_until = ?
                where kind = ? and subject = ? returning *
                """,
                JdbcJobQueue::lease,
                worker,
                until,
                key.kind(),
                key.subject());
    }

    @Override
    public Optional<Lease> renew(
            Lease lease, Job.Progress progress, Duration extension, Instant now) {
        return database.write(session ->
                session.first(
                        "update job set lease_until = ?, done = ?, total = ?"
                                + IS_HELD
                                + " returning *",
                        JdbcJobQueue::lease,
                        now.plus(extension),
                        progress.done(),
                        progress.total(),
                        lease.kind(),
                        lease.subject(),
                        lease.worker(),
                        lease.attempt()));
    }

    @Override
    public void finish(Lease lease, Instant now) {
        // The values that are assigned are those from before the update.
        change(
                """
                update job set
                    state = case when offered_anew = 1 then 'WAITING' else 'DONE' end,
                    attempts = case when offered_anew = 1 then 0 else attempts end,
                    due = case when offered_anew = 1 then ? else due end,
                    error = '', offered_anew = 0
                """,
                lease,
                now);
    }

    @Override
    public void fail(Lease lease, String error, Instant retryAt, Instant now) {
        change(
                """
                update job set
                    state = case when attempts >= ? and offered_anew = 0
                        then 'FAILED' else 'WAITING' end,
                    attempts = case when attempts >= ? and offered_anew = 1
                        then 0 else attempts end,
                    error = ?, due = ?, offered_anew = 0
                """,
                lease,
                MOST_ATTEMPTS,
                MOST_ATTEMPTS,
                error,
                retryAt);
    }

    private void change(String sql, Lease lease, Object... values) {
        Object[] all = Arrays.copyOf(values, values.length + 4);
        all[values.length] = lease.kind();
        all[values.length + 1] = lease.subject();
        all[values.length + 2] = lease.worker();
        all[values.length + 3] = lease.attempt();
        database.write(session -> session.update(sql + IS_HELD, all));
    }

    @Override
    public void release(String worker, Instant now) {
        database.write(session ->
                session.update(
                        """
                        update job set state = 'WAITING', offered_anew = 0,
                            due = case when due > ? then ? else due end
                        where state = 'CLAIMED' and worker = ?
                        """,
                        now,
                        now,
                        worker));
    }

    @Override
    public List<Job> list(String kind) {
        return database.read(session ->
                session.query(
                        "select * from job where kind = ? order by subject limit ?",
                        JdbcJobQueue::job,
                        kind,
                        MOST_LISTED));
    }

    private static Lease lease(ResultSet row) throws SQLException {
        return new Lease(
                row.getString("kind"),
                row.getString("subject"),
                row.getString("worker"),
                row.getInt("claims"),
                Values.instant(row, "lease_until"));
    }

    private static Job job(ResultSet row) throws SQLException {
        return new Job(
                row.getString("kind"),
                row.getString("subject"),
                Job.State.valueOf(row.getString("state")),
                row.getInt("attempts"),
                Values.instant(row, "due"),
                new Job.Progress(row.getLong("done"), row.getLong("total")),
                row.getString("error"));
    }
}
