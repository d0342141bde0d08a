package org.broadsheet.contract;

import org.broadsheet.storage.InMemoryStorage;
import org.broadsheet.storage.Storage;

/// The store in memory keeps the contract that the lasting ones keep.
class InMemoryStorageTest implements StorageContract {
    private final Storage storage = new InMemoryStorage();

    @Override
    public Storage storage() {
        return storage;
    }
}
