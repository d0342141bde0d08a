package org.broadsheet.search;

/// Thrown by an index that lost what it had not yet made durable, and goes on from there: the
/// changes after [SearchIndex#sequence] must be applied again.
public final class IndexFellBack extends RuntimeException {
    private static final long serialVersionUID = 1;

    public IndexFellBack(String message) {
        super(message);
    }
}
