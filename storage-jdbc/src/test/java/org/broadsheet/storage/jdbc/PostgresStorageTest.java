package org.broadsheet.storage.jdbc;

import org.broadsheet.contract.StorageContract;
import org.broadsheet.storage.Storage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

/// PostgreSQL keeps the contract.
class PostgresStorageTest implements StorageContract {
    private static String url = "";
    private Storage storage;

    @BeforeAll
    static void create() {
        url = TestPostgres.newDatabase();
    }

    @BeforeEach
    void open() {
        TestPostgres.empty(url);
        storage = JdbcStorage.open(url);
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
