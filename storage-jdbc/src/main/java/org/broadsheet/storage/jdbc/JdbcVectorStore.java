package org.broadsheet.storage.jdbc;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.broadsheet.change.Change;
import org.broadsheet.paper.PaperId;
import org.broadsheet.search.VectorStore;

/// Vectors as bytes, one a paper. `paper.vector_model` names the model of a vector that fits the
/// paper's text, so that what is missing is found without looking at all papers.
final class JdbcVectorStore implements VectorStore {
    private static final String OF_ONE_MODEL =
            """
            select id, published from (
                select id, published from paper where vector_model = ?
                order by published desc, id desc limit ?
            ) as part
            """;

    private final Database database;

    JdbcVectorStore(Database database) {
        this.database = database;
    }

    @Override
    public void put(String model, Map<PaperId, Vector> vectors) {
        database.write(session -> {
            Set<String> known = Known.among(session, vectors.keySet());
            TreeMap<String, Vector> kept = new TreeMap<>();
            vectors.forEach((paper, vector) -> kept.put(paper.value(), vector));
            kept.keySet().retainAll(known);
            put(session, model, kept);
            kept.keySet().forEach(paper -> session.touch(Change.Kind.VECTOR, paper));
            return kept.size();
        });
    }

    private static void put(Session session, String model, Map<String, Vector> vectors)
            throws SQLException {
        session.batch(
                """
                insert into vector (paper, model, fingerprint, floats) values (?, ?, ?, ?)
                on conflict (paper) do update set model = excluded.model,
                    fingerprint = excluded.fingerprint, floats = excluded.floats
                """,
                vectors.entrySet(),
                entry ->
                        new Object[] {
                            entry.getKey(),
                            model,
                            entry.getValue().fingerprint(),
                            Values.bytes(entry.getValue().values())
                        });
        session.batch(
                """
                update paper set vector_model = case when vector_text = ? then ? else '' end
                where id = ?
                """,
                vectors.entrySet(),
                entry -> new Object[] {entry.getValue().fingerprint(), model, entry.getKey()});
    }

    @Override
    public Map<PaperId, Vector> get(String model, Collection<PaperId> papers) {
        Map<PaperId, Vector> found = new HashMap<>();
        for (Found row : read(model, papers)) {
            found.put(PaperId.of(row.paper()), row.vector());
        }
        return found;
    }

    private record Found(String paper, Vector vector) {}

    private List<Found> read(String model, Collection<PaperId> papers) {
        return database.read(session ->
                session.queryEach(
                        "select * from vector where paper in (*) and model = ?",
                        papers.stream().map(PaperId::value).toList(),
                        row ->
                                new Found(
                                        row.getString("paper"),
                                        new Vector(
                                                Values.floats(row.getBytes("floats")),
                                                row.getString("fingerprint"))),
                        model));
    }

    @Override
    public List<PaperId> missing(String model, int limit) {
        return database.read(session -> {
            List<String> others = models(session);
            others.remove(model);
            return others.isEmpty() ? List.of() : latest(session, others, Math.max(0, limit));
        });
    }

    private static List<PaperId> latest(Session session, List<String> models, int limit)
            throws SQLException {
        String parts = String.join("union all\n", Collections.nCopies(models.size(), OF_ONE_MODEL));
        List<Object> values = new ArrayList<>();
        models.forEach(model -> values.addAll(List.of(model, limit)));
        values.add(limit);
        return session.query(
                parts + "order by published desc, id desc limit ?",
                row -> PaperId.of(row.getString("id")),
                values.toArray());
    }

    /// The models that papers name, the empty one too: a step along the index for each.
    private static List<String> models(Session session) throws SQLException {
        List<String> models = new ArrayList<>();
        Optional<String> next =
                model(session, "select vector_model from paper where vector_model >= ?", "");
        while (next.isPresent()) {
            models.add(next.get());
            next =
                    model(
                            session,
                            "select vector_model from paper where vector_model > ?",
                            next.get());
        }
        return models;
    }

    private static Optional<String> model(Session session, String sql, String from)
            throws SQLException {
        return session.first(sql + " order by vector_model limit 1", row -> row.getString(1), from);
    }

    @Override
    public long count(String model) {
        return database.read(session ->
                session.number("select count(*) from paper where vector_model = ?", model));
    }
}
