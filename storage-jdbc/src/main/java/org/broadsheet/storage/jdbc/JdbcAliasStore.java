package org.broadsheet.storage.jdbc;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.broadsheet.change.Change;
import org.broadsheet.paper.AliasStore;
import org.broadsheet.paper.Paper;
import org.broadsheet.paper.PaperId;
import org.broadsheet.paper.TitleMark;

/// Names of papers as rows; papers are made one and parted in one transaction.
final class JdbcAliasStore implements AliasStore {
    private final Database database;

    JdbcAliasStore(Database database) {
        this.database = database;
    }

    @Override
    public Map<String, Known> known(Collection<String> names) {
        return database.read(session -> known(session, names));
    }

    private static Map<String, Known> known(Session session, Collection<String> names)
            throws SQLException {
        Map<String, Known> found = new HashMap<>();
        session.queryEach(
                "select name, paper, apart from known_as where name in (*)",
                names,
                row ->
                        found.put(
                                row.getString(1),
                                new Known(PaperId.of(row.getString(2)), row.getLong(3) != 0)));
        List<String> ids =
                names.stream()
                        .filter(name ->
                                !name.startsWith(TitleMark.PREFIX) && !found.containsKey(name))
                        .distinct()
                        .toList();
        session.queryEach(
                "select id from paper where id in (*)",
                ids,
                row -> found.put(row.getString(1), new Known(PaperId.of(row.getString(1)), false)));
        return found;
    }

    @Override
    public int note(Map<String, PaperId> names) {
        if (names.isEmpty()) {
            return 0;
        }
        return database.write(session -> {
            session.alone(Session.Gate.PAPERS);
            return new Names(session).note(names);
        });
    }

    @Override
    public List<Alias> of(PaperId paper) {
        return database.read(session ->
                session.query(
                        """
                        select name, exists (select 1 from told where told.id = known_as.name)
                        from known_as
                        where paper = ? and name <> paper and name not like 'title:%' order by name
                        """,
                        row -> new Alias(PaperId.of(row.getString(1)), row.getBoolean(2)),
                        paper.value()));
    }

    @Override
    public boolean unite(PaperId kept, PaperId other) {
        return database.write(session -> {
            session.alone(Session.Gate.PAPERS);
            session.alone(Session.Gate.TALLIES);
            Names names = new Names(session);
            String stays = names.lead(kept.value());
            String goes = names.lead(other.value());
            if (stays.equals(goes)) {
                return false;
            }
            String gone =
                    body(session, goes)
                            .orElseThrow(() ->
                                    new IllegalArgumentException(
                                            "no paper %s is known; only known papers can be united"
                                                    .formatted(other)));
            Optional<String> known = body(session, stays);
            names.own(stays, known.orElse(null));
            names.own(goes, gone);
            session.update("update known_as set apart = 0 where name = ?", stays);
            session.update(
                    """
                    update known_as set paper = ?, apart = 0,
                        under = case when under = '' then ? else under end
                    where paper = ?
                    """,
                    stays,
                    goes,
                    goes);
            Paper moved = PaperJson.read(gone).withId(PaperId.of(stays));
            Paper united =
                    known.map(PaperJson::read).map(paper -> paper.merge(moved)).orElse(moved);
            new Keeping(session).put(united);
            new Belongings(session).unite(stays, goes);
            new Keeping(session).remove(goes);
            return true;
        });
    }

    private static Optional<String> body(Session session, String id) throws SQLException {
        return session.first("select body from paper where id = ?", row -> row.getString(1), id);
    }

    @Override
    public boolean part(PaperId alias) {
        return database.write(session -> {
            session.alone(Session.Gate.PAPERS);
            session.alone(Session.Gate.TALLIES);
            Names names = new Names(session);
            Optional<Names.Name> name = names.name(alias.value());
            if (name.isEmpty() || name.get().paper().equals(alias.value())) {
                return false;
            }
            String paper = name.get().paper();
            Optional<String> told = names.told(alias.value());
            if (told.isPresent()) {
                Paper rest = rest(names, PaperId.of(paper), alias);
                new Keeping(session).put(PaperJson.read(told.get()));
                new Keeping(session).put(rest);
                session.update(
                        "update known_as set paper = ?, under = '' where paper = ? and under = ?",
                        alias.value(),
                        paper,
                        alias.value());
                new Belongings(session).part(paper, alias.value());
            } else {
                session.touch(Change.Kind.PAPER, paper);
            }
            session.update(
                    "update known_as set paper = name, under = '', apart = 1 where name = ?",
                    alias.value());
            return true;
        });
    }

    /// What was told of the paper under all its ids but those that go.
    private static Paper rest(Names names, PaperId paper, PaperId alias) throws SQLException {
        List<Paper> rest = new ArrayList<>();
        for (Names.Name name : names.of(paper.value())) {
            boolean goes = name.name().equals(alias.value()) || name.under().equals(alias.value());
            if (!goes) {
                names.told(name.name())
                        .ifPresent(body -> rest.add(PaperJson.read(body).withId(paper)));
            }
        }
        return rest.stream()
                .reduce(Paper::merge)
                .orElseThrow(() ->
                        new IllegalArgumentException(
                                "all that is known of %s was said under %s; there is nothing to part"
                                        .formatted(paper, alias)));
    }
}
