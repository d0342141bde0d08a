package org.broadsheet.storage.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.broadsheet.account.MailAddress;
import org.broadsheet.delivery.SubscriberId;
import org.broadsheet.round.Cadence;
import org.broadsheet.round.Preferences;
import org.broadsheet.round.Preferences.Form;
import org.broadsheet.round.Preferences.Part;
import org.broadsheet.round.Subscription;
import org.broadsheet.round.Subscription.Consent;
import org.broadsheet.round.Subscription.State;
import org.broadsheet.round.SubscriptionStore;

/// Subscriptions, a row each.
final class JdbcSubscriptionStore implements SubscriptionStore {
    private final Database database;

    JdbcSubscriptionStore(Database database) {
        this.database = database;
    }

    @Override
    public Subscription ask(Subscription wish) {
        Preferences wanted = wish.preferences();
        Cadence cadence = wanted.cadence();
        return database.write(session -> {
            session.update(
                    """
                    insert into subscription (
                        id, address, every, weekday, hour, zone, parts, categories, keywords,
                        most, form, state, asked, due, up_to)
                    values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'WAITING', ?, ?, ?)
                    on conflict (address) do update set
                        every = excluded.every, weekday = excluded.weekday, hour = excluded.hour,
                        zone = excluded.zone, parts = excluded.parts,
                        categories = excluded.categories, keywords = excluded.keywords,
                        most = excluded.most, form = excluded.form, state = excluded.state,
                        asked = excluded.asked, due = excluded.due, up_to = excluded.up_to,
                        ended = null
                    where subscription.state <> 'ACTIVE'
                    """,
                    wish.id().value(),
                    wish.address().value(),
                    cadence.every(),
                    cadence.weekday(),
                    cadence.hour(),
                    cadence.zone().getId(),
                    names(wanted.parts()),
                    lines(wanted.categories()),
                    lines(wanted.keywords()),
                    wanted.most(),
                    wanted.form(),
                    wish.asked(),
                    wish.due(),
                    wish.upTo().toEpochDay());
            return session.first(
                            "select * from subscription where address = ?",
                            JdbcSubscriptionStore::subscription,
                            wish.address().value())
                    .orElseThrow();
        });
    }

    @Override
    public Optional<Subscription> get(SubscriberId id) {
        return database.read(session ->
                session.first(
                        "select * from subscription where id = ?",
                        JdbcSubscriptionStore::subscription,
                        id.value()));
    }

    @Override
    public Optional<Subscription> at(MailAddress address) {
        return database.read(session ->
                session.first(
                        "select * from subscription where address = ?",
                        JdbcSubscriptionStore::subscription,
                        address.value()));
    }

    @Override
    public boolean confirm(SubscriberId id, Consent consent, Instant due, LocalDate upTo) {
        return isOne(
                """
                update subscription
                set state = 'ACTIVE', confirmed = ?, consent = ?, said_from = ?, due = ?, up_to = ?
                where id = ? and state = 'WAITING'
                """,
                consent.at(),
                consent.words(),
                consent.from(),
                due,
                upTo.toEpochDay(),
                id.value());
    }

    @Override
    public boolean change(SubscriberId id, Preferences wanted, Instant due) {
        Cadence cadence = wanted.cadence();
        return isOne(
                """
                update subscription
                set every = ?, weekday = ?, hour = ?, zone = ?, parts = ?, categories = ?,
                    keywords = ?, most = ?, form = ?, due = ?
                where id = ? and state = 'ACTIVE'
                """,
                cadence.every(),
                cadence.weekday(),
                cadence.hour(),
                cadence.zone().getId(),
                names(wanted.parts()),
                lines(wanted.categories()),
                lines(wanted.keywords()),
                wanted.most(),
                wanted.form(),
                due,
                id.value());
    }

    @Override
    public boolean end(SubscriberId id, Instant now) {
        return isOne(
                "update subscription set state = 'ENDED', ended = ? where id = ? and state <> 'ENDED'",
                now,
                id.value());
    }

    @Override
    public List<Subscription> due(Instant now, int limit) {
        return database.read(session ->
                session.query(
                        """
                        select * from subscription where state = 'ACTIVE' and due <= ?
                        order by due, id limit ?
                        """,
                        JdbcSubscriptionStore::subscription,
                        now,
                        Math.max(0, limit)));
    }

    @Override
    public boolean advance(Subscription seen, Instant due, LocalDate upTo) {
        return isOne(
                """
                update subscription set due = ?, up_to = ?
                where id = ? and state = 'ACTIVE' and due = ?
                """,
                due,
                upTo.toEpochDay(),
                seen.id().value(),
                seen.due());
    }

    private boolean isOne(String sql, Object... values) {
        return database.write(session -> session.update(sql, values)) > 0;
    }

    @Override
    public Optional<Consent> consent(SubscriberId id) {
        return database.read(session ->
                session.first(
                        "select * from subscription where id = ? and confirmed is not null",
                        row ->
                                new Consent(
                                        row.getString("consent"),
                                        row.getString("said_from"),
                                        Values.instant(row, "confirmed")),
                        id.value()));
    }

    @Override
    public void forget(MailAddress address) {
        database.write(session ->
                session.update("delete from subscription where address = ?", address.value()));
    }

    @Override
    public int forgetOld(Instant before) {
        return database.write(session ->
                session.update(
                        """
                        delete from subscription
                        where state = 'WAITING' and asked < ? or state = 'ENDED' and ended < ?
                        """,
                        before,
                        before));
    }

    @Override
    public Map<State, Long> count() {
        Map<State, Long> counts = new EnumMap<>(State.class);
        database.read(session ->
                        session.query(
                                "select state, count(*) as n from subscription group by state",
                                row ->
                                        Map.entry(
                                                State.valueOf(row.getString("state")),
                                                row.getLong("n"))))
                .forEach(count -> counts.put(count.getKey(), count.getValue()));
        return counts;
    }

    private static String names(Collection<Part> parts) {
        return parts.stream().map(Part::name).sorted().collect(Collectors.joining("\n"));
    }

    private static String lines(List<String> words) {
        return String.join("\n", words);
    }

    private static Subscription subscription(ResultSet row) throws SQLException {
        Cadence cadence =
                new Cadence(
                        Cadence.Every.valueOf(row.getString("every")),
                        DayOfWeek.valueOf(row.getString("weekday")),
                        row.getInt("hour"),
                        ZoneId.of(row.getString("zone")));
        Preferences preferences =
                new Preferences(
                        cadence,
                        row.getString("parts")
                                .lines()
                                .map(Part::valueOf)
                                .collect(Collectors.toSet()),
                        row.getString("categories").lines().toList(),
                        row.getString("keywords").lines().toList(),
                        row.getInt("most"),
                        Form.valueOf(row.getString("form")));
        return new Subscription(
                new SubscriberId(row.getString("id")),
                new MailAddress(row.getString("address")),
                preferences,
                State.valueOf(row.getString("state")),
                Values.instant(row, "asked"),
                Values.instant(row, "due"),
                LocalDate.ofEpochDay(row.getLong("up_to")));
    }
}
