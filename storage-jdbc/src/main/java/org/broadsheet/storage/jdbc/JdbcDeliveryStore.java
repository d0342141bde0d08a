package org.broadsheet.storage.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.broadsheet.account.MailAddress;
import org.broadsheet.delivery.Claimed;
import org.broadsheet.delivery.Claiming;
import org.broadsheet.delivery.Delivery.State;
import org.broadsheet.delivery.DeliveryId;
import org.broadsheet.delivery.DeliveryStore;
import org.broadsheet.delivery.Letter;
import org.broadsheet.delivery.Mailing;
import org.broadsheet.delivery.Outcome;
import org.jspecify.annotations.Nullable;

/// Deliveries, a row each. A hold is the number of the row's claims.
final class JdbcDeliveryStore implements DeliveryStore {
    private static final String TAKE_BACK =
            """
            update delivery set
                state = case when state = 'SENDING' then 'QUEUED' else 'UNKNOWN' end,
                note = '', changed = ?
            where state in ('SENDING', 'IN_DOUBT')
            """;

    private final Database database;

    JdbcDeliveryStore(Database database) {
        this.database = database;
    }

    @Override
    public List<Claimed> claim(Claiming claiming, Instant now) {
        return database.write(session -> {
            session.update(TAKE_BACK + "and lease_until <= ?", now, now);
            List<Claimed> claimed = new ArrayList<>();
            for (DeliveryId id : due(session, claiming, now)) {
                claimed.add(claim(session, id, claiming, now));
            }
            return claimed;
        });
    }

    private static List<DeliveryId> due(Session session, Claiming claiming, Instant now)
            throws SQLException {
        List<@Nullable Object> values = new ArrayList<>(List.of(now));
        values.addAll(claiming.resting());
        values.add(Math.max(0, claiming.limit()));
        int resting = claiming.resting().size();
        String rest = resting == 0 ? "" : " and domain not in (?" + ", ?".repeat(resting - 1) + ")";
        return session.query(
                """
                select mailing, subscriber from delivery
                where state in ('QUEUED', 'DEFERRED') and due <= ?%s
                order by turn, due, mailing, subscriber limit ?
                """
                                .formatted(rest)
                        + session.dialect().lockOneFree(),
                DeliveryRow::id,
                values.toArray());
    }

    private static Claimed claim(Session session, DeliveryId id, Claiming claiming, Instant now)
            throws SQLException {
        Optional<Letter> letter = DeliveryRow.letter(session, id);
        return session.first(
                        """
                        update delivery set state = 'SENDING', attempts = attempts + 1,
                            claims = claims + 1, node = ?, lease_until = ?, note = '', changed = ?
                        where mailing = ? and subscriber = ? returning *
                        """,
                        row -> claimed(row, letter.orElse(null)),
                        claiming.node(),
                        now.plus(claiming.lease()),
                        now,
                        id.mailing().value(),
                        id.subscriber().value())
                .orElseThrow();
    }

    @Override
    public boolean doubt(Claimed claimed, String hash, Instant now) {
        return database.write(session ->
                session.update(
                                """
                                update delivery set state = 'IN_DOUBT', hash = ?, changed = ?
                                where mailing = ? and subscriber = ? and claims = ?
                                    and state = 'SENDING'
                                """,
                                hash,
                                now,
                                claimed.id().mailing().value(),
                                claimed.id().subscriber().value(),
                                claimed.claim())
                        > 0);
    }

    @Override
    public void end(Claimed claimed, Outcome outcome, Instant now) {
        database.write(session -> {
            switch (outcome) {
                case Outcome.Sent(String reply) -> end(session, claimed, State.SENT, reply, now);
                case Outcome.Failed(String why) -> end(session, claimed, State.FAILED, why, now);
                case Outcome.Unknown(String why) -> end(session, claimed, State.UNKNOWN, why, now);
                case Outcome.Deferred(String why, Instant until) ->
                        end(session, claimed, State.DEFERRED, why, now, ", due = ?", until);
                case Outcome.Back(String why, Instant until) ->
                        end(
                                session,
                                claimed,
                                State.QUEUED,
                                why,
                                now,
                                ", due = ?, attempts = attempts - 1",
                                until);
            }
            return true;
        });
    }

    private static void end(Session session, Claimed claimed, State state, String note, Instant now)
            throws SQLException {
        end(session, claimed, state, note, now, "");
    }

    private static void end(
            Session session,
            Claimed claimed,
            State state,
            String note,
            Instant now,
            String more,
            Object... values)
            throws SQLException {
        List<Object> all = new ArrayList<>(List.of(state, note, now));
        all.addAll(Arrays.asList(values));
        all.addAll(
                List.of(
                        claimed.id().mailing().value(),
                        claimed.id().subscriber().value(),
                        claimed.claim()));
        int written =
                session.update(
                        """
                        update delivery set state = ?, note = ?, changed = ?%s
                        where mailing = ? and subscriber = ? and claims = ?
                            and state in ('SENDING', 'IN_DOUBT', 'UNKNOWN')
                        """
                                .formatted(more),
                        all.toArray());
        if (written > 0) {
            DeliveryRow.follow(session, claimed.id(), state);
        }
    }

    @Override
    public void release(String node, Instant now) {
        database.write(session -> session.update(TAKE_BACK + "and node = ?", now, node));
    }

    private static Claimed claimed(ResultSet row, @Nullable Letter letter) throws SQLException {
        return new Claimed(
                DeliveryRow.id(row),
                Mailing.Kind.valueOf(row.getString("kind")),
                new MailAddress(row.getString("address")),
                row.getString("node"),
                row.getInt("claims"),
                row.getInt("attempts"),
                letter);
    }
}
