package org.broadsheet.mail;

/// The one way by which mail leaves the house.
public interface Outbox {
    /// Takes the message over; once this returns, it is not lost. Where it cannot be taken,
    /// `UncheckedIOException` says why.
    void hand(Message message);
}
