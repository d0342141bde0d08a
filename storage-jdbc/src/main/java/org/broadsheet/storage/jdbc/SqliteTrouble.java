package org.broadsheet.storage.jdbc;

import java.nio.file.Path;
import java.sql.SQLException;
import org.broadsheet.storage.StorageException;

/// Says what SQLite's error codes mean for the person who runs the house.
///
/// @param file the database
record SqliteTrouble(Path file) {
    static final int PAGE_BYTES = 4_096;
    private static final String FULL =
            "is full, or its disk is; what was kept is safe, this was not kept;"
                    + " free some space, then try again";

    StorageException of(SQLException e) {
        // Primary codes of https://www.sqlite.org/rescode.html
        String what =
                switch (e.getErrorCode() & 0xff) {
                    case 5, 6 -> "is held by another program; end that one, then try again";
                    case 8 -> "is read-only for this user; give it the right to write there";
                    case 10 -> "could not be read or written; check the disk and its file system";
                    case 11, 26 -> "is damaged or no SQLite database; restore a backup";
                    case 13 -> FULL;
                    case 14 -> "cannot be opened; give this user the right to write to its folder";
                    default -> "refused";
                };
        return new StorageException(about(what) + " (" + e.getMessage() + ")", e);
    }

    StorageException full() {
        return new StorageException(about(FULL));
    }

    private String about(String what) {
        return "the database " + file + " " + what;
    }
}
