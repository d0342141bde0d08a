package org.broadsheet.mail;

/// The one way by which letters to single readers leave the house.
public interface Outbox {
    /// Takes the message over; once this returns, it is not lost. Where it cannot be taken, the
    /// exception says why.
    void hand(Message message);
}
