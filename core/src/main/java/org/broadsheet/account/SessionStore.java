package org.broadsheet.account;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.broadsheet.reader.ReaderId;

/// Keeps who is signed in where, for all nodes of a house. A session that is over is as good as
/// none. Every backend passes `StorageContract`.
public interface SessionStore {
    /// Keeps a new session. One with that hash, or of a reader without an account, throws
    /// `IllegalArgumentException`.
    void open(Session session);

    Optional<Session> find(String hash, Instant now);

    /// Notes that the session is in use. Does nothing if it is gone, or was noted less than
    /// [Session#SEEN_EVERY] ago.
    void see(String hash, Instant now, String address);

    /// The reader's sessions, the last used first.
    List<Session> of(ReaderId reader, Instant now);

    /// Ends a session of that reader.
    ///
    /// @return false if the reader has none with that hash
    boolean end(ReaderId reader, String hash);

    /// Ends all of the reader's sessions but the one with that hash, or all if it names none.
    ///
    /// @return how many
    int endAllBut(ReaderId reader, String hash);

    /// Forgets those that are over, and with them their addresses.
    ///
    /// @return how many
    int forget(Instant now);
}
