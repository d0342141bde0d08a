package org.broadsheet.storage.jdbc;

import org.broadsheet.contract.StorageContract;
import org.broadsheet.storage.Storage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/// PostgreSQL keeps the contract.
class PostgresStorageTest implements StorageContract {
    private Storage storage;

    @BeforeEach
    void open() {
        storage = JdbcStorage.open(TestPostgres.emptyDatabase());
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
