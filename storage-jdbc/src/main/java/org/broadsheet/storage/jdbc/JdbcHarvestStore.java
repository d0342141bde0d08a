package org.broadsheet.storage.jdbc;

import java.util.List;
import java.util.Optional;
import org.broadsheet.harvest.Harvest;
import org.broadsheet.harvest.HarvestStore;

/// Harvests, a row each, and a row for each ended run.
final class JdbcHarvestStore implements HarvestStore {
    private final Database database;

    JdbcHarvestStore(Database database) {
        this.database = database;
    }

    @Override
    public Optional<Harvest> find(Harvest.Key key) {
        return database.read(session ->
                session.first(
                        "select name, body from harvest where name = ?",
                        row -> HarvestJson.harvest(row.getString("name"), row.getString("body")),
                        key.text()));
    }

    @Override
    public void keep(Harvest harvest) {
        database.write(session ->
                session.update(
                        """
                        insert into harvest (name, body) values (?, ?)
                        on conflict (name) do update set body = excluded.body
                        """,
                        harvest.key().text(),
                        HarvestJson.write(harvest)));
    }

    @Override
    public List<Harvest> all() {
        return database.read(session ->
                session.query(
                        "select name, body from harvest order by name",
                        row -> HarvestJson.harvest(row.getString("name"), row.getString("body"))));
    }

    @Override
    public void note(Harvest.Ended run) {
        database.write(session -> {
            session.update(
                    """
                    insert into harvest_run (name, started, body) values (?, ?, ?)
                    on conflict (name, started) do nothing
                    """,
                    run.key().text(),
                    run.started(),
                    HarvestJson.write(run));
            return session.update(
                    """
                    delete from harvest_run where name = ? and started not in (
                        select started from harvest_run where name = ?
                        order by started desc limit ?)
                    """,
                    run.key().text(),
                    run.key().text(),
                    MOST_ENDED);
        });
    }

    @Override
    public List<Harvest.Ended> ended(Harvest.Key key, int limit) {
        return database.read(session ->
                session.query(
                        """
                        select started, body from harvest_run where name = ?
                        order by started desc limit ?
                        """,
                        row ->
                                HarvestJson.ended(
                                        key, Values.instant(row, "started"), row.getString("body")),
                        key.text(),
                        Math.max(0, limit)));
    }
}
