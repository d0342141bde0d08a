package org.broadsheet.storage.jdbc;

import java.util.Map;

/// The few words in which the engines differ.
enum Dialect {
    SQLITE("", Map.of("text", "text", "bytes", "blob", "clustered", "without rowid")),
    POSTGRES(
            "for update skip locked",
            Map.of("text", "text collate \"C\"", "bytes", "bytea", "clustered", ""));

    private final String lockOneFree;
    private final Map<String, String> words;

    Dialect(String lockOneFree, Map<String, String> words) {
        this.lockOneFree = lockOneFree;
        this.words = words;
    }

    /// Ends a `select … limit 1` so that two transactions at once never get the same row.
    String lockOneFree() {
        return lockOneFree;
    }

    /// What stands for `${…}` in the migrations.
    Map<String, String> words() {
        return words;
    }
}
