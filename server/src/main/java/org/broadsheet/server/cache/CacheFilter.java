package org.broadsheet.server.cache;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.broadsheet.change.Change;
import org.broadsheet.change.ChangeLog;
import org.broadsheet.server.security.Access;
import org.jspecify.annotations.Nullable;

/// Sends kept answers without asking anybody behind it, and keeps those that handlers marked. A
/// kept answer is sent only while the change sequence stands, for the answer's kinds, where it
/// stood before the answer was made; so a change that comes while it is made ends it, too.
public final class CacheFilter extends HttpFilter {
    /// Enough for about a thousand days of editions.
    public static final long MOST_BYTES = 32L << 20;

    /// How long somebody waits for an answer that another makes: far longer than any page takes.
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private static final long serialVersionUID = 1;

    private final transient Access access;
    private final transient ChangeLog changes;
    private final transient Clock clock;
    private final transient VotesToCome votes;
    private final transient Shelf shelf;
    private final transient Map<Key, CountDownLatch> renewals = new ConcurrentHashMap<>();

    public CacheFilter(
            Access access, ChangeLog changes, VotesToCome votes, Clock clock, long mostBytes) {
        this.access = access;
        this.changes = changes;
        this.clock = clock;
        this.votes = votes;
        this.shelf = new Shelf(mostBytes);
    }

    @Override
    protected void doFilter(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        Key key = Key.of(request, access);
        Shelf.Kept kept = key == null ? null : shelf.get(key);
        if (kept != null && stands(kept)) {
            kept.answer.send(request, response);
        } else if (key != null && kept != null && isWhole(request)) {
            renew(key, kept, request, response, chain);
        } else {
            make(key, request, response, chain, () -> {});
        }
    }

    private boolean stands(Shelf.Kept kept) {
        return kept.sequence == changes.latest(kept.reuse.kinds()) && !kept.isOver(clock.millis());
    }

    /// Makes an answer anew whose time is over. Of many who ask at once one makes it and the others
    /// wait for it; who waits in vain makes their own.
    private void renew(
            Key key,
            Shelf.Kept old,
            HttpServletRequest request,
            HttpServletResponse response,
            FilterChain chain)
            throws IOException, ServletException {
        CountDownLatch made = new CountDownLatch(1);
        CountDownLatch others = renewals.putIfAbsent(key, made);
        if (others != null) {
            await(others);
            sendOrMake(key, request, response, chain, () -> {});
            return;
        }
        // Before the answer is sent: who has it and asks again must not wait for this turn's end.
        Runnable end =
                () -> {
                    shelf.remove(key, old); // unless a new one took its place
                    renewals.remove(key, made);
                    made.countDown();
                };
        try {
            // Another may have made it between our look and our turn.
            sendOrMake(key, request, response, chain, end);
        } finally {
            end.run();
        }
    }

    private void sendOrMake(
            Key key,
            HttpServletRequest request,
            HttpServletResponse response,
            FilterChain chain,
            Runnable kept)
            throws IOException, ServletException {
        Shelf.Kept fresh = shelf.get(key);
        if (fresh != null && stands(fresh)) {
            kept.run();
            fresh.answer.send(request, response);
        } else {
            make(key, request, response, chain, kept);
        }
    }

    private static void await(CountDownLatch others) {
        try {
            boolean _ = others.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /// @param kept run once the answer is on the shelf, if it comes there, and before it is sent
    private void make(
            @Nullable Key key,
            HttpServletRequest request,
            HttpServletResponse response,
            FilterChain chain,
            Runnable kept)
            throws IOException, ServletException {
        Map<Change.Kind, Long> before = key == null ? Map.of() : sequences();
        Instant began = clock.instant();
        Held held = new Held(request, response);
        chain.doFilter(request, held);
        byte[] body = held.body();
        Reuse reuse = Reuse.of(request);
        if (body == null || reuse == null) {
            return;
        }
        if (response.getStatus() != HttpServletResponse.SC_OK
                || response.containsHeader("Set-Cookie")) {
            response.setContentLength(body.length);
            response.getOutputStream().write(body);
            return;
        }
        boolean isKept = key != null && !reuse.kinds().isEmpty() && isWhole(request);
        Finished answer =
                Finished.of(response, body, isKept ? Finished.Effort.SMALL : Finished.Effort.SOON);
        if (isKept && key != null) {
            Instant until = votes.end(reuse.until(), reuse.kinds(), began);
            shelf.put(
                    key,
                    new Shelf.Kept(
                            answer,
                            new Reuse(reuse.kinds(), until),
                            latest(reuse.kinds(), before)));
            kept.run();
        }
        answer.send(request, response);
    }

    /// A HEAD request's answer may come without its body.
    private static boolean isWhole(HttpServletRequest request) {
        return request.getMethod().equals("GET");
    }

    private Map<Change.Kind, Long> sequences() {
        Map<Change.Kind, Long> latest = new EnumMap<>(Change.Kind.class);
        for (Change.Kind kind : Change.Kind.values()) {
            latest.put(kind, changes.latest(Set.of(kind)));
        }
        return latest;
    }

    private static long latest(Set<Change.Kind> kinds, Map<Change.Kind, Long> sequences) {
        return kinds.stream().mapToLong(kind -> sequences.getOrDefault(kind, 0L)).max().orElse(0);
    }
}
