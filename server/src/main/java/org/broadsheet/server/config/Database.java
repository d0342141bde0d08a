package org.broadsheet.server.config;

/// The database that the operator chose.
public sealed interface Database {
    /// One file in the home folder.
    record Sqlite() implements Database {
        @Override
        public String toString() {
            return "SQLite";
        }
    }

    /// @param url with `jdbc:postgresql:` in front
    record Postgresql(String url) implements Database {
        @Override
        public String toString() {
            return masked(url);
        }
    }

    /// The address without its password, for messages.
    static String masked(String url) {
        return url.replaceAll("(?i)(password=)[^&]*", "$1…").replaceAll("//[^/@]*@", "//…@");
    }
}
