package org.broadsheet.account;

import java.time.Duration;
import java.time.Instant;
import org.broadsheet.paper.Text;
import org.broadsheet.reader.ReaderId;

/// A browser in which a reader is signed in.
///
/// @param hash of the secret that the browser sends; names the session everywhere else
/// @param seen when it was last used, to about a minute
/// @param agent what the browser calls itself, at most 200 characters
/// @param address where it was last used from; gone with the session
public record Session(
        String hash, ReaderId reader, Instant created, Instant seen, String agent, String address) {
    /// From signing in to having to sign in again. Addresses must not be kept longer.
    public static final Duration LIFE = Duration.ofDays(30);

    /// How often it is written down at most that a session is in use.
    public static final Duration SEEN_EVERY = Duration.ofMinutes(1);

    private static final int LONGEST_AGENT = 200;

    public Session {
        agent = Text.oneLine(agent);
        agent = agent.length() <= LONGEST_AGENT ? agent : agent.substring(0, LONGEST_AGENT);
    }

    public boolean isOver(Instant now) {
        return !now.isBefore(created.plus(LIFE));
    }

    /// Whether its use at that moment is to be written down.
    public boolean isNews(Instant now) {
        return !now.isBefore(seen.plus(SEEN_EVERY));
    }

    public Session usedAt(Instant now, String from) {
        return new Session(hash, reader, created, now, agent, from);
    }
}
