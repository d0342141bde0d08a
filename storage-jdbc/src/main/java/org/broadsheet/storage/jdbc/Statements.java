package org.broadsheet.storage.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.LinkedHashMap;

/// A connection with the statements prepared on it so far. For one thread at a time.
final class Statements implements AutoCloseable {
    private static final int MOST = 100;

    private final Connection connection;
    private final LinkedHashMap<String, PreparedStatement> prepared =
            new LinkedHashMap<>(64, 0.75f, true);

    Statements(Connection connection) {
        this.connection = connection;
    }

    Connection connection() {
        return connection;
    }

    PreparedStatement get(String sql) throws SQLException {
        PreparedStatement statement = prepared.get(sql);
        if (statement == null) {
            if (prepared.size() >= MOST) {
                prepared.pollFirstEntry().getValue().close();
            }
            statement = connection.prepareStatement(sql);
            prepared.put(sql, statement);
        }
        return statement;
    }

    @Override
    public void close() throws SQLException {
        for (PreparedStatement statement : prepared.values()) {
            statement.close();
        }
        prepared.clear();
        connection.close();
    }
}
