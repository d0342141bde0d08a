package org.broadsheet.storage.jdbc;

/// Limits of a SQLite store.
///
/// @param mostPages pages of 4 KiB that the file may grow to, 0 for as many as the disk holds
/// @param readers connections, and threads, that read at once
public record SqliteOptions(long mostPages, int readers) {
    public static final SqliteOptions DEFAULT = new SqliteOptions(0, 4);

    public SqliteOptions {
        if (mostPages < 0) {
            throw new IllegalArgumentException("mostPages must be >= 0, got " + mostPages);
        }
        if (readers < 1) {
            throw new IllegalArgumentException("readers must be >= 1, got " + readers);
        }
    }

    public SqliteOptions withMostPages(long pages) {
        return new SqliteOptions(pages, readers);
    }
}
