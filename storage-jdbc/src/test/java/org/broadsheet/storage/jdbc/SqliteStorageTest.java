package org.broadsheet.storage.jdbc;

import java.nio.file.Path;
import org.broadsheet.contract.StorageContract;
import org.broadsheet.storage.Storage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/// SQLite keeps the contract.
class SqliteStorageTest implements StorageContract {
    @TempDir private Path folder;
    private Storage storage;

    @BeforeEach
    void open() {
        storage = JdbcStorage.open(folder.resolve("broadsheet.db"));
    }

    @AfterEach
    void close() {
        storage.close();
    }

    @Override
    public Storage storage() {
        return storage;
    }
}
