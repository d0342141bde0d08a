package org.broadsheet.server.sources;

/// A whole file cannot be read; the message says why, and what to do about it.
final class FileRefused extends Exception {
    private static final long serialVersionUID = 1;

    FileRefused(String message) {
        super(message);
    }
}
