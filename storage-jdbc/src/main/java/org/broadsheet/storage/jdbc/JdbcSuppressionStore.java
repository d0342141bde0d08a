package org.broadsheet.storage.jdbc;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import org.broadsheet.account.MailAddress;
import org.broadsheet.delivery.Suppression;
import org.broadsheet.delivery.SuppressionStore;

/// Whom not to write to, a row an address, known by the hash of the house's secret and the address.
final class JdbcSuppressionStore implements SuppressionStore {
    private static final int SECRET_BYTES = 32;

    private final Database database;
    private volatile byte[] known = {};

    JdbcSuppressionStore(Database database) {
        this.database = database;
    }

    @Override
    public byte[] secret() {
        if (known.length == 0) {
            byte[] fresh = new byte[SECRET_BYTES];
            new SecureRandom().nextBytes(fresh);
            known =
                    database.write(session -> {
                        session.update(
                                """
                                insert into mail_secret (only_one, bytes) values (1, ?)
                                on conflict do nothing
                                """,
                                (Object) fresh);
                        return session.first(
                                        "select bytes from mail_secret where only_one = 1",
                                        row -> row.getBytes("bytes"))
                                .orElseThrow();
                    });
        }
        return known.clone();
    }

    @Override
    public void suppress(MailAddress address, Suppression.Reason reason, Instant now) {
        byte[] salt = secret();
        database.write(session -> {
            session.update(
                    """
                    insert into undeliverable (hash, reason, at) values (?, ?, ?)
                    on conflict (hash) do update set reason = excluded.reason, at = excluded.at
                        where undeliverable.reason = 'BOUNCED' and excluded.reason = 'COMPLAINED'
                    """,
                    hash(salt, address),
                    reason,
                    now);
            return DeliveryRow.withdraw(
                    session,
                    "kind <> 'ACCOUNT' and address = ?",
                    address.value(),
                    reason.name(),
                    now);
        });
    }

    @Override
    public Optional<Suppression> of(MailAddress address) {
        byte[] salt = secret();
        return database.read(session -> find(session, salt, address));
    }

    static Optional<Suppression> find(Session session, byte[] salt, MailAddress address)
            throws SQLException {
        return session.first(
                "select * from undeliverable where hash = ?",
                row ->
                        new Suppression(
                                Suppression.Reason.valueOf(row.getString("reason")),
                                Values.instant(row, "at")),
                hash(salt, address));
    }

    @Override
    public void lift(MailAddress address) {
        String hash = hash(secret(), address);
        database.write(session ->
                session.update("delete from undeliverable where hash = ?", hash)
                        + session.update("delete from soft_bounce where hash = ?", hash));
    }

    @Override
    public int countSoft(MailAddress address, Instant since, Instant now) {
        String hash = hash(secret(), address);
        return database.write(session ->
                session.first(
                                """
                                insert into soft_bounce (hash, count, latest) values (?, 1, ?)
                                on conflict (hash) do update set
                                    count = case when soft_bounce.latest < ? then 1
                                        else soft_bounce.count + 1 end,
                                    latest = excluded.latest
                                returning count
                                """,
                                row -> row.getInt("count"),
                                hash,
                                now,
                                since)
                        .orElseThrow());
    }

    private static String hash(byte[] salt, MailAddress address) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(salt);
            return HexFormat.of()
                    .formatHex(digest.digest(address.value().getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
