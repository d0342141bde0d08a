package org.broadsheet.server.security;

/// What somebody may do in this house.
public enum Right {
    READ,
    VOTE,
    /// Put papers into an edition.
    SUBMIT,
    /// Change what readers see: picks, mastheads, moderation.
    CURATE,
    /// Start reproductions and other long work.
    RUN,
    ADMINISTER
}
