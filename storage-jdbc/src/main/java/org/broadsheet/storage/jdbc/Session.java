package org.broadsheet.storage.jdbc;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.function.Function;
import org.broadsheet.change.Change;
import org.jspecify.annotations.Nullable;

/// One transaction: the statements that work runs in it, and the subjects it changed.
///
/// Values are bound by their Java type: moments as epoch milliseconds, days as epoch days, enums by
/// name; text loses what no database can hold ([Values#storable]).
final class Session {
    /// Keys bound by one statement of [#queryEach].
    private static final int MOST_KEYS = 1_024;

    private final Statements statements;
    private final Dialect dialect;
    private final SequencedSet<Touched> touched = new LinkedHashSet<>();

    Session(Statements statements, Dialect dialect) {
        this.statements = statements;
        this.dialect = dialect;
    }

    record Touched(Change.Kind kind, String subject) {}

    interface Row<T> {
        T of(ResultSet row) throws SQLException;
    }

    Dialect dialect() {
        return dialect;
    }

    <T> List<T> query(String sql, Row<T> row, @Nullable Object... values) throws SQLException {
        PreparedStatement statement = statements.get(sql);
        bind(statement, values);
        List<T> found = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                found.add(row.of(rows));
            }
        }
        return found;
    }

    <T> Optional<T> first(String sql, Row<T> row, @Nullable Object... values) throws SQLException {
        return query(sql, row, values).stream().findFirst();
    }

    long number(String sql, @Nullable Object... values) throws SQLException {
        return query(sql, row -> row.getLong(1), values).getFirst();
    }

    /// Asks for many keys: `(*)` in the statement becomes their list. Keys are bound before the
    /// other values. The order of the answers holds only within one statement's keys.
    <T> List<T> queryEach(
            String sql, Collection<String> keys, Row<T> row, @Nullable Object... values)
            throws SQLException {
        List<T> found = new ArrayList<>();
        for (Iterator<String> rest = keys.iterator(); rest.hasNext(); ) {
            List<@Nullable Object> bound = new ArrayList<>();
            while (rest.hasNext() && bound.size() < MOST_KEYS) {
                bound.add(rest.next());
            }
            // Filled up to a power of two, so that few different statements are prepared.
            int places = Integer.highestOneBit(bound.size() * 2 - 1);
            while (bound.size() < places) {
                bound.add(bound.getLast());
            }
            bound.addAll(Arrays.asList(values));
            String list = "(?" + ", ?".repeat(places - 1) + ")";
            found.addAll(query(sql.replace("(*)", list), row, bound.toArray()));
        }
        return found;
    }

    /// @return how many rows were written
    int update(String sql, @Nullable Object... values) throws SQLException {
        PreparedStatement statement = statements.get(sql);
        bind(statement, values);
        return statement.executeUpdate();
    }

    <I> void batch(String sql, Collection<I> items, Function<I, @Nullable Object[]> values)
            throws SQLException {
        if (items.isEmpty()) {
            return;
        }
        PreparedStatement statement = statements.get(sql);
        try {
            for (I item : items) {
                bind(statement, values.apply(item));
                statement.addBatch();
            }
            statement.executeBatch();
        } finally {
            // The statement is used again: a batch that broke off must not be part of the next.
            statement.clearBatch();
        }
    }

    /// Notes that the subject became different; it gets its change number just before the commit.
    void touch(Change.Kind kind, String subject) {
        touched.add(new Touched(kind, subject));
    }

    SequencedSet<Touched> touched() {
        return touched;
    }

    /// Lets no other transaction of this gate run until this one ends.
    void alone(Gate gate) throws SQLException {
        if (dialect == Dialect.POSTGRES) {
            query("select pg_advisory_xact_lock(?)", _ -> true, gate.ordinal());
        }
    }

    /// Work that reads before it writes, and so must not run beside itself.
    enum Gate {
        PAPERS,
        TALLIES,
        HOUSE,
        PICKS,
        COMMENTS,
        READERS,
        REPORTS,
        AUDIT
    }

    private static void bind(PreparedStatement statement, @Nullable Object[] values)
            throws SQLException {
        for (int i = 0; i < values.length; i++) {
            bind(statement, i + 1, values[i]);
        }
    }

    private static void bind(PreparedStatement statement, int place, @Nullable Object value)
            throws SQLException {
        switch (value) {
            case null -> statement.setNull(place, Types.BIGINT);
            case String text -> statement.setString(place, Values.storable(text));
            case Number number -> statement.setLong(place, number.longValue());
            case Instant moment -> statement.setLong(place, Values.millis(moment));
            case LocalDate day -> statement.setLong(place, day.toEpochDay());
            case Enum<?> name -> statement.setString(place, name.name());
            case byte[] bytes -> statement.setBytes(place, bytes);
            default ->
                    throw new IllegalArgumentException(
                            "cannot bind a " + value.getClass() + "; bind text, numbers, times");
        }
    }
}
