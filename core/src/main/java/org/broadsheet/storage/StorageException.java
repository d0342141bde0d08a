package org.broadsheet.storage;

/// The store could not do what it was asked; the message says why and what an operator can do.
public final class StorageException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public StorageException(String message) {
        super(message);
    }

    public StorageException(String message, Throwable cause) {
        super(message, cause);
    }
}
