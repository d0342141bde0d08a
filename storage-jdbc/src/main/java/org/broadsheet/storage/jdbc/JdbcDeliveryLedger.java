package org.broadsheet.storage.jdbc;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.broadsheet.delivery.Delivery;
import org.broadsheet.delivery.DeliveryId;
import org.broadsheet.delivery.DeliveryLedger;

/// What became of deliveries, read from their rows.
final class JdbcDeliveryLedger implements DeliveryLedger {
    private final Database database;

    JdbcDeliveryLedger(Database database) {
        this.database = database;
    }

    @Override
    public Optional<Delivery> find(String name) {
        return database.read(session ->
                session.first(
                        "select * from delivery where name = ?", DeliveryRow::delivery, name));
    }

    @Override
    public List<Delivery> in(Delivery.State state, int limit) {
        return database.read(session ->
                session.query(
                        """
                        select * from delivery where state = ? order by changed desc, name limit ?
                        """,
                        DeliveryRow::delivery,
                        state,
                        Math.max(0, limit)));
    }

    @Override
    public Map<Delivery.State, Long> count() {
        return database.read(session -> DeliveryRow.count(session, ""));
    }

    @Override
    public boolean resend(DeliveryId delivery, Instant now) {
        return database.write(session ->
                session.update(
                                """
                                update delivery set state = 'QUEUED', note = '', due = ?,
                                    changed = ?, claims = claims + 1
                                where mailing = ? and subscriber = ? and state = 'UNKNOWN'
                                """,
                                now,
                                now,
                                delivery.mailing().value(),
                                delivery.subscriber().value())
                        > 0);
    }

    @Override
    public boolean bounced(DeliveryId delivery, String note, Instant now) {
        return database.write(session -> {
            int written =
                    session.update(
                            """
                            update delivery set state = 'FAILED', note = ?, changed = ?
                            where mailing = ? and subscriber = ? and state in ('SENT', 'UNKNOWN')
                            """,
                            note,
                            now,
                            delivery.mailing().value(),
                            delivery.subscriber().value());
            if (written > 0) {
                DeliveryRow.follow(session, delivery, Delivery.State.FAILED);
            }
            return written > 0;
        });
    }

    @Override
    public int forget(Instant before) {
        return database.write(session -> {
            int forgotten =
                    session.update(
                            """
                            delete from delivery
                            where state in ('SENT', 'FAILED', 'WITHDRAWN') and changed < ?
                            """,
                            before);
            session.update(
                    """
                    delete from mailing where made < ? and not exists (
                        select 1 from delivery where delivery.mailing = mailing.id)
                    """,
                    before);
            return forgotten;
        });
    }
}
