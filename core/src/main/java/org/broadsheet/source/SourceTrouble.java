package org.broadsheet.source;

import java.io.IOException;

/// A source answered, but not with what was asked for.
public final class SourceTrouble extends IOException {
    /// What helps.
    public enum Remedy {
        /// Asking for the same place again, later.
        AGAIN,
        /// Beginning this part of the listing anew: the token is not known any more.
        ANEW,
        /// Nothing but another request: somebody must look.
        OTHERWISE
    }

    private static final long serialVersionUID = 1;

    private final Remedy remedy;

    /// @param message what the source answered, for the operator
    public SourceTrouble(Remedy remedy, String message) {
        super(message);
        this.remedy = remedy;
    }

    public Remedy remedy() {
        return remedy;
    }
}
