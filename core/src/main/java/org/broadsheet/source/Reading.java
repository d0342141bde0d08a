package org.broadsheet.source;

/// What became of one record: it states something, or it was set aside.
public sealed interface Reading permits Statement, Reading.SetAside {
    /// A record that could not be read.
    record SetAside(Reject reject) implements Reading {}
}
