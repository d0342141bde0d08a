package org.broadsheet.storage.jdbc;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import org.broadsheet.source.Reject;
import org.broadsheet.source.RejectStore;

/// Rejects, a row each; the raw text is part of the key by its hash.
final class JdbcRejectStore implements RejectStore {
    private final Database database;

    JdbcRejectStore(Database database) {
        this.database = database;
    }

    @Override
    public void keep(Collection<Reject> rejects) {
        database.write(session -> {
            // One by one: a batch must not name one row twice on PostgreSQL.
            for (Reject reject : rejects) {
                session.update(
                        """
                        insert into reject (source, place, raw_hash, reason, raw, at)
                        values (?, ?, ?, ?, ?, ?)
                        on conflict (source, place, raw_hash) do update
                            set reason = excluded.reason, at = excluded.at
                        """,
                        reject.source(),
                        reject.place(),
                        hash(reject.raw()),
                        reject.reason(),
                        reject.raw(),
                        reject.at());
            }
            return rejects.size();
        });
    }

    @Override
    public void remove(Collection<Reject> rejects) {
        database.write(session -> {
            session.batch(
                    "delete from reject where source = ? and place = ? and raw_hash = ?",
                    rejects,
                    reject -> new Object[] {reject.source(), reject.place(), hash(reject.raw())});
            return rejects.size();
        });
    }

    private static String hash(String raw) {
        try {
            byte[] bytes = Values.storable(raw).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    @Override
    public List<Reject> latest(int limit) {
        return database.read(session ->
                session.query(
                        "select * from reject order by at desc, source, place limit ?",
                        row ->
                                new Reject(
                                        row.getString("source"),
                                        row.getString("place"),
                                        row.getString("reason"),
                                        row.getString("raw"),
                                        Values.instant(row, "at")),
                        Math.max(0, limit)));
    }

    @Override
    public long count() {
        return database.read(session -> session.number("select count(*) from reject"));
    }
}
