package org.broadsheet.storage.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.broadsheet.account.MailAddress;
import org.broadsheet.delivery.Delivery;
import org.broadsheet.delivery.DeliveryId;
import org.broadsheet.delivery.Letter;
import org.broadsheet.delivery.MailingId;
import org.broadsheet.delivery.SubscriberId;

/// Deliveries and their letters as rows, for the stores that share them.
final class DeliveryRow {
    static final String IS_THIS = " where mailing = ? and subscriber = ?";

    private DeliveryRow() {}

    static DeliveryId id(ResultSet row) throws SQLException {
        return new DeliveryId(
                new MailingId(row.getString("mailing")),
                new SubscriberId(row.getString("subscriber")));
    }

    static Delivery delivery(ResultSet row) throws SQLException {
        return new Delivery(
                id(row),
                new MailAddress(row.getString("address")),
                Delivery.State.valueOf(row.getString("state")),
                row.getInt("attempts"),
                Values.instant(row, "due"),
                row.getString("note"),
                row.getString("hash"),
                Values.instant(row, "changed"));
    }

    /// How many stand how.
    ///
    /// @param which begins with `where`, or is empty
    static Map<Delivery.State, Long> count(Session session, String which, String... values)
            throws SQLException {
        Map<Delivery.State, Long> counts = new EnumMap<>(Delivery.State.class);
        session.query(
                "select state, count(*) as n from delivery " + which + " group by state",
                row -> counts.put(Delivery.State.valueOf(row.getString("state")), row.getLong("n")),
                (Object[]) values);
        return counts;
    }

    /// Follows a state that a delivery has just taken: what did not arrive was not delivered, and
    /// words that are not needed any more are not kept.
    static void follow(Session session, DeliveryId id, Delivery.State state) throws SQLException {
        String mailing = id.mailing().value();
        String subscriber = id.subscriber().value();
        if (state.isEnded()) {
            session.update("delete from letter" + IS_THIS, mailing, subscriber);
        }
        if (state == Delivery.State.FAILED || state == Delivery.State.WITHDRAWN) {
            session.update("delete from delivered" + IS_THIS, mailing, subscriber);
        }
    }

    /// Withdraws those of them that the condition names and that were not handed over.
    ///
    /// @param which as in `subscriber = ?`, with one value
    static int withdraw(Session session, String which, String value, String why, Instant now)
            throws SQLException {
        List<DeliveryId> withdrawn =
                session.query(
                        """
                        update delivery set state = 'WITHDRAWN', note = ?, changed = ?
                        where state in ('QUEUED', 'DEFERRED', 'SENDING') and %s
                        returning mailing, subscriber
                        """
                                .formatted(which),
                        DeliveryRow::id,
                        why,
                        now,
                        value);
        for (DeliveryId id : withdrawn) {
            follow(session, id, Delivery.State.WITHDRAWN);
        }
        return withdrawn.size();
    }

    static void keep(Session session, DeliveryId id, Letter letter) throws SQLException {
        session.update(
                """
                insert into letter (mailing, subscriber, subject, body, html, fields)
                values (?, ?, ?, ?, ?, ?)
                """,
                id.mailing().value(),
                id.subscriber().value(),
                letter.subject(),
                letter.text(),
                letter.html(),
                letter.fields().stream()
                        .map(it -> it.name() + ":" + it.value())
                        .collect(Collectors.joining("\n")));
    }

    static Optional<Letter> letter(Session session, DeliveryId id) throws SQLException {
        return session.first(
                "select * from letter" + IS_THIS,
                row ->
                        new Letter(
                                row.getString("subject"),
                                row.getString("body"),
                                row.getString("html"),
                                row.getString("fields").lines().map(DeliveryRow::field).toList()),
                id.mailing().value(),
                id.subscriber().value());
    }

    private static Letter.Field field(String line) {
        int colon = line.indexOf(':');
        return new Letter.Field(line.substring(0, colon), line.substring(colon + 1));
    }
}
