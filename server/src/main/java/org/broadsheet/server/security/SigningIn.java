package org.broadsheet.server.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.broadsheet.account.Secret;
import org.broadsheet.account.Session;
import org.broadsheet.account.SessionStore;
import org.broadsheet.change.Change;
import org.broadsheet.change.ChangeLog;
import org.broadsheet.reader.Reader;
import org.broadsheet.reader.ReaderId;
import org.broadsheet.reader.ReaderStore;
import org.jspecify.annotations.Nullable;

/// This is the one place where a reader is signed in on a response, however they proved who they
/// are, and where a request's session is looked up.
///
/// A session that was found is believed for [#BELIEVED] without asking the store, unless an account
/// changed meanwhile, which every node hears of at once. So a session that another node ended is
/// over here at most that much later; one that was ended here is over at once.
public final class SigningIn {
    /// How long a session that was ended on another node may still be believed here.
    public static final Duration BELIEVED = Duration.ofSeconds(3);

    /// About 5 MB.
    private static final int MOST_REMEMBERED = 10_000;

    private static final Set<Change.Kind> READERS = EnumSet.of(Change.Kind.READER);

    private final SessionStore sessions;
    private final ReaderStore readers;
    private final ChangeLog changes;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    private final Map<String, Found> remembered = new ConcurrentHashMap<>();

    public SigningIn(SessionStore sessions, ReaderStore readers, ChangeLog changes, Clock clock) {
        this.sessions = sessions;
        this.readers = readers;
        this.changes = changes;
        this.clock = clock;
    }

    /// A session with its reader as the store had them.
    ///
    /// @param sequence the number of the latest change of an account before that
    public record Found(Session session, Reader reader, long sequence, Instant looked) {}

    /// Signs the reader in: ends the session that the browser may have had, and gives it a new
    /// secret, so that nobody who planted or saw the old one is signed in with them.
    public void as(Reader reader, HttpServletRequest request, HttpServletResponse response) {
        SessionCookie.of(request).ifPresent(this::end);
        Secret secret = Secret.random(random);
        Instant now = clock.instant();
        sessions.forget(now);
        sessions.open(
                new Session(
                        secret.hash(),
                        reader.id(),
                        now,
                        now,
                        Objects.requireNonNullElse(request.getHeader("User-Agent"), ""),
                        request.getRemoteAddr()));
        SessionCookie.set(secret, request, response);
    }

    /// Signs out whoever sends this; does nothing for who is not signed in.
    public void out(HttpServletRequest request, HttpServletResponse response) {
        SessionCookie.of(request).ifPresent(this::end);
        SessionCookie.clear(request, response);
    }

    private void end(Secret secret) {
        find(secret.hash(), clock.instant())
                .ifPresent(it -> end(it.reader().id(), it.session().hash()));
    }

    /// Ends one of the reader's sessions.
    ///
    /// @return false if they have none with that hash
    public boolean end(ReaderId reader, String hash) {
        boolean isEnded = sessions.end(reader, hash);
        remembered.remove(hash);
        return isEnded;
    }

    /// To be called after sessions were ended otherwise: none of the reader's is believed any more
    /// without a look into the store.
    public void lookAgain(ReaderId reader) {
        remembered.values().removeIf(it -> it.reader().id().equals(reader));
    }

    /// The session that the request shows, if it is there.
    public Optional<Found> of(HttpServletRequest request) {
        return SessionCookie.of(request).flatMap(secret -> believed(secret, request));
    }

    private Optional<Found> believed(Secret secret, HttpServletRequest request) {
        String hash = secret.hash();
        Instant now = clock.instant();
        Found found = remembered.get(hash);
        if (found == null || !isFresh(found, now)) {
            found = find(hash, now).orElse(null);
            remember(hash, found);
        }
        if (found != null && found.session().isNews(now)) {
            sessions.see(hash, now, request.getRemoteAddr());
            remembered.remove(hash);
        }
        return Optional.ofNullable(found);
    }

    private boolean isFresh(Found found, Instant now) {
        return found.sequence() == changes.latest(READERS)
                && now.isBefore(found.looked().plus(BELIEVED))
                && !found.session().isOver(now);
    }

    private Optional<Found> find(String hash, Instant now) {
        long sequence = changes.latest(READERS);
        return sessions.find(hash, now)
                .flatMap(session ->
                        readers.get(session.reader())
                                .map(reader -> new Found(session, reader, sequence, now)));
    }

    private void remember(String hash, @Nullable Found found) {
        if (found == null) {
            remembered.remove(hash);
            return;
        }
        if (remembered.size() >= MOST_REMEMBERED) {
            remembered.clear();
        }
        remembered.put(hash, found);
    }
}
