package org.broadsheet.storage.jdbc;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.broadsheet.enrichment.EnrichmentStore;
import org.broadsheet.paper.PaperId;

/// What was worked on, in columns of the paper, so that what is due is found without looking at all
/// papers. A paper from before these columns has no fingerprint of its own text yet; it counts as
/// worked on once it was.
final class JdbcEnrichmentStore implements EnrichmentStore {
    private final Database database;

    JdbcEnrichmentStore(Database database) {
        this.database = database;
    }

    @Override
    public List<PaperId> due(int limit) {
        return database.read(session ->
                session.query(
                        """
                        select id from paper where enrichment_due = 1
                        order by published desc, id desc limit ?
                        """,
                        row -> PaperId.of(row.getString(1)),
                        Math.max(0, limit)));
    }

    @Override
    public long countDue() {
        return database.read(
                session -> session.number("select count(*) from paper where enrichment_due = 1"));
    }

    @Override
    public void done(Map<PaperId, String> fingerprints) {
        TreeMap<String, String> inOrder = new TreeMap<>();
        fingerprints.forEach((paper, fingerprint) -> inOrder.put(paper.value(), fingerprint));
        database.write(session -> {
            session.batch(
                    """
                    update paper set worked_text = ?,
                        enrichment_due = case when own_text in (?, '') then 0 else 1 end
                    where id = ?
                    """,
                    inOrder.entrySet(),
                    entry -> new Object[] {entry.getValue(), entry.getValue(), entry.getKey()});
            return inOrder.size();
        });
    }
}
