package org.broadsheet.storage.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.broadsheet.delivery.Addressed;
import org.broadsheet.delivery.Delivery;
import org.broadsheet.delivery.DeliveryId;
import org.broadsheet.delivery.Letter;
import org.broadsheet.delivery.Mailing;
import org.broadsheet.delivery.MailingId;
import org.broadsheet.delivery.MailingStore;
import org.broadsheet.delivery.SubscriberId;
import org.broadsheet.paper.PaperId;

/// Mailings and whom they go to; primary keys let a reader be in a mailing once and get a paper
/// once.
final class JdbcMailingStore implements MailingStore {
    private final Database database;
    private final JdbcSuppressionStore suppressions;

    JdbcMailingStore(Database database, JdbcSuppressionStore suppressions) {
        this.database = database;
        this.suppressions = suppressions;
    }

    @Override
    public boolean open(Mailing mailing) {
        return database.write(session ->
                session.update(
                                """
                                insert into mailing (id, kind, edition, zone, made)
                                values (?, ?, ?, ?, ?)
                                on conflict do nothing
                                """,
                                mailing.id().value(),
                                mailing.kind(),
                                mailing.edition(),
                                mailing.zone(),
                                mailing.made())
                        > 0);
    }

    @Override
    public Optional<Mailing> find(MailingId id) {
        return database.read(session -> find(session, id));
    }

    @Override
    public Set<SubscriberId> queue(MailingId id, Collection<Addressed> parts, Instant now) {
        byte[] salt = suppressions.secret();
        return database.write(session -> {
            Mailing mailing =
                    find(session, id)
                            .orElseThrow(() ->
                                    new IllegalArgumentException(
                                            "no mailing was opened as \"" + id + "\""));
            Set<SubscriberId> queued = new LinkedHashSet<>();
            for (Addressed part : parts) {
                Optional<String> suppressed =
                        mailing.kind() == Mailing.Kind.ACCOUNT
                                ? Optional.empty()
                                : JdbcSuppressionStore.find(session, salt, part.address())
                                        .map(it -> it.reason().name());
                if (queue(session, mailing, part, suppressed, now)) {
                    queued.add(part.subscriber());
                }
            }
            return queued;
        });
    }

    private static Optional<Mailing> find(Session session, MailingId id) throws SQLException {
        return session.first(
                "select * from mailing where id = ?", JdbcMailingStore::mailing, id.value());
    }

    private static boolean queue(
            Session session,
            Mailing mailing,
            Addressed part,
            Optional<String> suppressed,
            Instant now)
            throws SQLException {
        DeliveryId id = new DeliveryId(mailing.id(), part.subscriber());
        if (add(session, id, mailing.kind(), part, suppressed, now) == 0) {
            return false;
        }
        int brought = bring(session, id, part.papers());
        if (brought == 0 && !part.papers().isEmpty()) {
            session.update(
                    "delete from delivery" + DeliveryRow.IS_THIS,
                    id.mailing().value(),
                    id.subscriber().value());
            return false;
        }
        if (suppressed.isPresent()) {
            DeliveryRow.follow(session, id, Delivery.State.WITHDRAWN);
            return false;
        }
        Letter letter = part.letter();
        if (letter != null) {
            DeliveryRow.keep(session, id, letter);
        }
        return true;
    }

    private static int add(
            Session session,
            DeliveryId id,
            Mailing.Kind kind,
            Addressed part,
            Optional<String> suppressed,
            Instant now)
            throws SQLException {
        return session.update(
                """
                insert into delivery (mailing, subscriber, name, kind, turn, address, domain, state,
                    attempts, claims, node, due, lease_until, changed, note, hash)
                values (?, ?, ?, ?, ?, ?, ?, ?, 0, 0, '', ?, 0, ?, ?, '')
                on conflict do nothing
                """,
                id.mailing().value(),
                id.subscriber().value(),
                id.name(),
                kind,
                kind.ordinal(),
                part.address().value(),
                Delivery.domain(part.address()),
                suppressed.isPresent() ? Delivery.State.WITHDRAWN : Delivery.State.QUEUED,
                part.due(),
                now,
                suppressed.orElse(""));
    }

    private static int bring(Session session, DeliveryId id, List<PaperId> papers)
            throws SQLException {
        int brought = 0;
        for (PaperId paper : papers) {
            brought +=
                    session.update(
                            """
                            insert into delivered (subscriber, paper, mailing, place)
                            values (?, ?, ?, ?)
                            on conflict do nothing
                            """,
                            id.subscriber().value(),
                            paper.value(),
                            id.mailing().value(),
                            brought);
        }
        return brought;
    }

    @Override
    public Set<PaperId> delivered(SubscriberId subscriber, Collection<PaperId> papers) {
        return database.read(session ->
                new HashSet<>(
                        session.queryEach(
                                "select paper from delivered where paper in (*) and subscriber = ?",
                                papers.stream().map(PaperId::value).toList(),
                                row -> PaperId.of(row.getString("paper")),
                                subscriber.value())));
    }

    @Override
    public List<PaperId> papers(DeliveryId delivery) {
        return database.read(session ->
                session.query(
                        "select paper from delivered" + DeliveryRow.IS_THIS + " order by place",
                        row -> PaperId.of(row.getString("paper")),
                        delivery.mailing().value(),
                        delivery.subscriber().value()));
    }

    @Override
    public int withdraw(SubscriberId subscriber, Instant now) {
        return database.write(session ->
                DeliveryRow.withdraw(session, "subscriber = ?", subscriber.value(), "", now));
    }

    @Override
    public void forget(SubscriberId subscriber) {
        database.write(session -> {
            session.update("delete from letter where subscriber = ?", subscriber.value());
            session.update("delete from delivered where subscriber = ?", subscriber.value());
            return session.update("delete from delivery where subscriber = ?", subscriber.value());
        });
    }

    @Override
    public Map<Delivery.State, Long> count(MailingId mailing) {
        return database.read(
                session -> DeliveryRow.count(session, "where mailing = ?", mailing.value()));
    }

    @Override
    public List<Mailing> latest(Mailing.Kind kind, int limit) {
        return database.read(session ->
                session.query(
                        "select * from mailing where kind = ? order by made desc, id limit ?",
                        JdbcMailingStore::mailing,
                        kind,
                        Math.max(0, limit)));
    }

    private static Mailing mailing(ResultSet row) throws SQLException {
        return new Mailing(
                new MailingId(row.getString("id")),
                Mailing.Kind.valueOf(row.getString("kind")),
                row.getString("edition"),
                row.getString("zone"),
                Values.instant(row, "made"));
    }
}
