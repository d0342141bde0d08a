package org.broadsheet.storage.jdbc;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.broadsheet.change.Change;
import org.broadsheet.paper.Paper;
import org.broadsheet.paper.PaperId;
import org.broadsheet.paper.PaperStore.Kept;
import org.jspecify.annotations.Nullable;

/// One keeping of papers: merges them into what is known and writes only what became different.
/// What is told under an id that stands for another paper is kept under that id, too.
final class Keeping {
    private final Session session;
    private final Map<String, String> bodies = new HashMap<>();
    private final Map<String, PaperRow> before = new HashMap<>();

    /// In the order of their ids, in which every writer takes its locks.
    private final SortedMap<String, PaperRow> different = new TreeMap<>();

    private final Map<String, String> leads = new HashMap<>();
    private final Map<String, PaperRow> told = new LinkedHashMap<>();

    private int added;
    private int changed;

    Keeping(Session session) {
        this.session = session;
    }

    Kept keep(List<PaperRow> rows, Map<String, PaperId> names) throws SQLException {
        session.alone(Session.Gate.PAPERS);
        new Names(session).note(names);
        readNames(rows);
        readKnown(rows.stream().map(row -> lead(row.id())).distinct().toList());
        for (PaperRow row : rows) {
            if (leads.containsKey(row.id())) {
                tell(row);
                PaperId lead = PaperId.of(lead(row.id()));
                merge(lead.equals(row.paper().id()) ? row : PaperRow.of(row.paper().withId(lead)));
            } else {
                merge(row);
            }
        }
        write();
        return new Kept(added, changed, rows.size() - added - changed);
    }

    /// Puts a paper in place of what is known of it.
    void put(Paper paper) throws SQLException {
        readKnown(List.of(paper.id().value()));
        stored(paper.id().value());
        differ(PaperRow.of(paper));
        write();
    }

    /// Takes a paper out, after all that names it.
    void remove(String id) throws SQLException {
        readKnown(List.of(id));
        PaperRow row = stored(id);
        if (row != null) {
            session.batch(
                    "delete from paper_author where author_key = ? and paper = ?",
                    row.authorParts(),
                    List::toArray);
            session.batch(
                    "delete from paper_category where category = ? and published = ? and paper = ?",
                    row.categoryParts(),
                    List::toArray);
        }
        session.update("delete from vector where paper = ?", id);
        session.update("delete from paper where id = ?", id);
        session.touch(Change.Kind.PAPER, id);
    }

    private void readNames(List<PaperRow> rows) throws SQLException {
        session.queryEach(
                "select name, paper from known_as where name in (*)",
                rows.stream().map(PaperRow::id).distinct().toList(),
                row -> leads.put(row.getString(1), row.getString(2)));
    }

    private String lead(String id) {
        return leads.getOrDefault(id, id);
    }

    private void tell(PaperRow row) throws SQLException {
        Names names = new Names(session);
        names.own(lead(row.id()), bodies.get(lead(row.id())));
        PaperRow earlier = told.get(row.id());
        if (earlier == null) {
            earlier = names.told(row.id()).map(PaperRow::read).orElse(null);
        }
        PaperRow merged = earlier == null ? row : PaperRow.of(earlier.paper().merge(row.paper()));
        told.put(row.id(), merged);
        if (earlier == null || !merged.body().equals(earlier.body())) {
            names.tell(row.id(), merged.body());
        }
    }

    private void readKnown(List<String> ids) throws SQLException {
        session.queryEach(
                "select id, body from paper where id in (*)",
                ids,
                row -> bodies.put(row.getString(1), row.getString(2)));
    }

    private void merge(PaperRow told) {
        PaperRow earlier = different.get(told.id());
        if (earlier == null && told.body().equals(bodies.get(told.id()))) {
            return;
        }
        PaperRow known = earlier == null ? stored(told.id()) : earlier;
        if (known == null) {
            added++;
            differ(told);
            return;
        }
        Paper merged = known.paper().merge(told.paper());
        if (!merged.equals(known.paper())) {
            changed++;
            differ(PaperRow.of(merged));
        }
    }

    private @Nullable PaperRow stored(String id) {
        String body = bodies.get(id);
        return body == null ? null : before.computeIfAbsent(id, _ -> PaperRow.read(body));
    }

    private void differ(PaperRow row) {
        different.put(row.id(), row);
        session.touch(Change.Kind.PAPER, row.id());
    }

    private void write() throws SQLException {
        session.batch(
                """
                insert into paper (id, title_key, published, vector_text, own_text, body)
                values (?, ?, ?, ?, ?, ?)
                on conflict (id) do update set
                    title_key = excluded.title_key,
                    published = excluded.published,
                    vector_text = excluded.vector_text,
                    vector_model = coalesce((
                        select vector.model from vector
                        where vector.paper = excluded.id
                            and vector.fingerprint = excluded.vector_text), ''),
                    own_text = excluded.own_text,
                    enrichment_due =
                        case when paper.worked_text = excluded.own_text then 0 else 1 end,
                    body = excluded.body
                """,
                different.values(),
                row ->
                        new Object[] {
                            row.id(),
                            row.titleKey(),
                            row.published(),
                            row.vectorText(),
                            row.ownText(),
                            row.body()
                        });
        writeParts(
                PaperRow::authorParts,
                "delete from paper_author where author_key = ? and paper = ?",
                "insert into paper_author (author_key, paper) values (?, ?)");
        writeParts(
                PaperRow::categoryParts,
                "delete from paper_category where category = ? and published = ? and paper = ?",
                "insert into paper_category (category, published, paper) values (?, ?, ?)");
    }

    /// Takes away the rows that a paper had and has no longer, and adds those that it has newly.
    private void writeParts(
            Function<PaperRow, Set<List<Object>>> parts, String delete, String insert)
            throws SQLException {
        List<List<Object>> gone = new ArrayList<>();
        List<List<Object>> come = new ArrayList<>();
        for (PaperRow row : different.values()) {
            Set<List<Object>> now = parts.apply(row);
            PaperRow earlier = before.get(row.id());
            Set<List<Object>> then = earlier == null ? Set.of() : parts.apply(earlier);
            then.stream().filter(part -> !now.contains(part)).forEach(gone::add);
            now.stream().filter(part -> !then.contains(part)).forEach(come::add);
        }
        session.batch(delete, gone, List::toArray);
        session.batch(insert, come, List::toArray);
    }
}
