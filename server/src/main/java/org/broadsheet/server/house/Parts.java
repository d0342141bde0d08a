package org.broadsheet.server.house;

import java.util.ArrayDeque;
import java.util.Deque;

/// What was opened and must be closed, the latest first.
final class Parts implements AutoCloseable {
    private final Deque<AutoCloseable> opened = new ArrayDeque<>();

    <P extends AutoCloseable> P keep(P part) {
        opened.push(part);
        return part;
    }

    /// Closes each, even if one before it fails; the first failure is thrown at the end.
    @Override
    public void close() {
        IllegalStateException failure = null;
        while (!opened.isEmpty()) {
            AutoCloseable part = opened.pop();
            try {
                part.close();
            } catch (Exception e) {
                if (failure == null) {
                    failure = new IllegalStateException("cannot close " + part, e);
                } else {
                    failure.addSuppressed(e);
                }
            }
        }
        if (failure != null) {
            throw failure;
        }
    }
}
