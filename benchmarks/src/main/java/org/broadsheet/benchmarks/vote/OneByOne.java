package org.broadsheet.benchmarks.vote;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import org.broadsheet.benchmarks.CannotMeasure;

/// The peer: votes written by plain SQL into a file of the same engine with the same safety
/// (write-ahead log, `synchronous=full`), each in a commit of its own, in process, without HTTP.
final class OneByOne implements AutoCloseable {
    private final Connection connection;
    private final PreparedStatement insert;

    OneByOne(Path file) {
        try {
            connection = DriverManager.getConnection("jdbc:sqlite:" + file);
            try (Statement statement = connection.createStatement()) {
                statement.execute("pragma journal_mode = wal");
                statement.execute("pragma synchronous = full");
                statement.execute(
                        """
                        create table vote (reader text not null, paper text not null,
                            cast_at integer not null, primary key (reader, paper))
                        """);
                statement.execute("create index vote_by_paper on vote (paper, cast_at)");
            }
            insert =
                    connection.prepareStatement(
                            "insert into vote values (?, ?, ?) on conflict do nothing");
        } catch (SQLException e) {
            throw new CannotMeasure("The peer's file cannot be made: " + e.getMessage());
        }
    }

    void vote(String reader, String paper, long at) {
        try {
            insert.setString(1, reader);
            insert.setString(2, paper);
            insert.setLong(3, at);
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new CannotMeasure("The peer cannot vote: " + e.getMessage());
        }
    }

    @Override
    public void close() {
        try {
            insert.close();
            connection.close();
        } catch (SQLException e) {
            throw new CannotMeasure("The peer's file cannot be closed: " + e.getMessage());
        }
    }
}
