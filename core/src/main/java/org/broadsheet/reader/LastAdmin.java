package org.broadsheet.reader;

/// A change would have left the house's accounts without an active admin. Nothing was changed.
public final class LastAdmin extends RuntimeException {
    private static final long serialVersionUID = 1;

    public LastAdmin(String name) {
        super(
                "\"%s\" is the last active admin of this house; make somebody else an admin first"
                        .formatted(name));
    }
}
