package org.broadsheet.storage.jdbc;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.broadsheet.change.Change;
import org.broadsheet.house.HouseSettings;
import org.broadsheet.house.HouseSettings.Registration;
import org.broadsheet.house.HouseStore;

/// The house's settings, a row each. Lists stand in one text, an item a line.
final class JdbcHouseStore implements HouseStore {
    private final Database database;

    JdbcHouseStore(Database database) {
        this.database = database;
    }

    @Override
    public Optional<HouseSettings> chosen() {
        return database.read(JdbcHouseStore::chosen);
    }

    private static Optional<HouseSettings> chosen(Session session) throws SQLException {
        Map<String, String> rows = new HashMap<>();
        session.query(
                "select name, value from house_setting",
                row -> rows.put(row.getString("name"), row.getString("value")));
        return rows.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new HouseSettings(
                                rows.getOrDefault("name", HouseSettings.DEFAULT.name()),
                                rows.getOrDefault("line", ""),
                                lines(rows.getOrDefault("categories", "")),
                                lines(rows.getOrDefault("keywords", "")),
                                Registration.valueOf(
                                        rows.getOrDefault(
                                                "registration",
                                                HouseSettings.DEFAULT.registration().name()))));
    }

    @Override
    public void choose(HouseSettings settings) {
        database.write(session -> {
            session.alone(Session.Gate.HOUSE);
            if (chosen(session).equals(Optional.of(settings))) {
                return 0;
            }
            session.batch(
                    """
                    insert into house_setting (name, value) values (?, ?)
                    on conflict (name) do update set value = excluded.value
                    """,
                    rows(settings).entrySet(),
                    row -> new Object[] {row.getKey(), row.getValue()});
            session.touch(Change.Kind.HOUSE, "house");
            return 1;
        });
    }

    private static Map<String, String> rows(HouseSettings settings) {
        return Map.of(
                "name", settings.name(),
                "line", settings.line(),
                "categories", String.join("\n", settings.categories()),
                "keywords", String.join("\n", settings.keywords()),
                "registration", settings.registration().name());
    }

    private static List<String> lines(String text) {
        return text.lines().toList();
    }
}
