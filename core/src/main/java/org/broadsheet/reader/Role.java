package org.broadsheet.reader;

/// What a reader is in the house; each has the rights of those before it.
public enum Role {
    /// Reads, votes, submits, discusses.
    READER,
    /// Looks after what readers see, and starts long work.
    CURATOR,
    /// Looks after the house and its members.
    ADMIN
}
