package org.broadsheet.server.cache;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.Set;
import org.broadsheet.change.Change;
import org.jspecify.annotations.Nullable;

/// How long an answer may be sent again. A handler marks its request with it before it writes; an
/// answer without a mark goes out untouched.
///
/// An answer may be kept only if it follows from the store alone, the moment, and who asks: not
/// from cookies, and not from an index that follows the store later.
///
/// @param kinds the changes that end it
/// @param until the moment that ends it, as the turn-over of the day's edition; a vote that begins
///   to count may end it earlier ([VotesToCome])
public record Reuse(Set<Change.Kind> kinds, Instant until) {
    /// For this one request only: compressed and tagged, but not kept.
    public static final Reuse ONCE = new Reuse(Set.of(), Instant.MIN);

    private static final String MARK = Reuse.class.getName();

    public Reuse {
        kinds = Set.copyOf(kinds);
    }

    /// Kept until something of these kinds changes.
    public static Reuse whileUnchanged(Instant until, Change.Kind... kinds) {
        return new Reuse(Set.of(kinds), until);
    }

    public void mark(HttpServletRequest request) {
        request.setAttribute(MARK, this);
    }

    static @Nullable Reuse of(HttpServletRequest request) {
        return (Reuse) request.getAttribute(MARK);
    }
}
