package org.broadsheet.storage.jdbc;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.broadsheet.paper.AuthorKey;
import org.broadsheet.paper.Paper;
import org.broadsheet.paper.PaperId;
import org.broadsheet.paper.PaperStore;

/// Papers as rows of [PaperJson] with the columns they are looked up by.
final class JdbcPaperStore implements PaperStore {
    private static final int MOST_BY_AUTHOR = 1_000;

    /// Below this, starting other threads costs more than they save.
    private static final int WORTH_SPREADING = 64;

    private final Database database;

    JdbcPaperStore(Database database) {
        this.database = database;
    }

    @Override
    public Kept keep(Collection<Paper> papers, Map<String, PaperId> names) {
        if (papers.isEmpty() && names.isEmpty()) {
            return new Kept(0, 0, 0);
        }
        var stream = papers.size() < WORTH_SPREADING ? papers.stream() : papers.parallelStream();
        List<PaperRow> rows = stream.map(PaperRow::of).toList();
        return database.write(session -> new Keeping(session).keep(rows, names));
    }

    @Override
    public Map<PaperId, Paper> get(Collection<PaperId> ids) {
        Map<PaperId, Paper> found = new HashMap<>();
        for (String body : bodies(ids)) {
            Paper paper = PaperJson.read(body);
            found.put(paper.id(), paper);
        }
        return found;
    }

    private List<String> bodies(Collection<PaperId> ids) {
        return database.read(session ->
                session.queryEach(
                        "select body from paper where id in (*)",
                        ids.stream().map(PaperId::value).toList(),
                        row -> row.getString(1)));
    }

    @Override
    public Map<String, PaperId> byTitle(Collection<String> titleKeys) {
        Map<String, PaperId> found = new HashMap<>();
        database.read(session -> titles(session, titleKeys))
                .forEach(it -> found.put(it.key(), it.id()));
        return found;
    }

    private record Titled(String key, PaperId id) {}

    private static List<Titled> titles(Session session, Collection<String> keys)
            throws SQLException {
        return session.queryEach(
                """
                select title_key, min(id) as id from paper
                where title_key in (*) group by title_key
                """,
                keys,
                row -> new Titled(row.getString("title_key"), PaperId.of(row.getString("id"))));
    }

    @Override
    public List<Paper> by(AuthorKey author) {
        return read(
                """
                select body from paper_author join paper on id = paper
                where author_key = ? order by published desc, id limit ?
                """,
                author.value(),
                MOST_BY_AUTHOR);
    }

    @Override
    public List<Paper> wire(WirePlace after, int limit) {
        PaperId id = after.id();
        LocalDate from = after.day();
        long top = from == null ? Long.MAX_VALUE : from.toEpochDay() + 1;
        long day = id == null ? top : Values.dayOrLast(from);
        String last = id == null ? "" : id.value();
        String category = after.category();
        if (category == null) {
            return read(
                    """
                    select body from paper where (published, id) < (?, ?)
                    order by published desc, id desc limit ?
                    """,
                    day,
                    last,
                    Math.max(0, limit));
        }
        return read(
                """
                select body from paper_category as part join paper on id = paper
                where category = ? and (part.published, paper) < (?, ?)
                order by part.published desc, paper desc limit ?
                """,
                category,
                day,
                last,
                Math.max(0, limit));
    }

    private List<Paper> read(String sql, Object... values) {
        return database
                .read(session -> session.query(sql, row -> row.getString(1), values))
                .stream()
                .map(PaperJson::read)
                .toList();
    }

    @Override
    public long count() {
        return database.read(session -> session.number("select count(*) from paper"));
    }

    @Override
    public Optional<Paper> get(PaperId id) {
        return bodies(List.of(id)).stream().findFirst().map(PaperJson::read);
    }
}
