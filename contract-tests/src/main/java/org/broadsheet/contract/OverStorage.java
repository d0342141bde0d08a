package org.broadsheet.contract;

import org.broadsheet.storage.Storage;

/// What the storage contracts need from a backend's test class.
public interface OverStorage {
    /// The storage of this test: empty at its start, the same for all of it.
    Storage storage();
}
