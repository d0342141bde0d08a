package org.broadsheet.reader;

import java.time.Instant;
import org.broadsheet.paper.Text;
import org.jspecify.annotations.Nullable;

/// An account: somebody who may do more here than read. Holds nothing that other readers may not
/// see.
///
/// @param name what people type and mention, unique in the house ([Handle])
/// @param shown the name that pages show, 1 to 60 characters
/// @param blockedSince absent while the account is active
public record Reader(
        ReaderId id,
        String name,
        String shown,
        Role role,
        Instant joined,
        @Nullable Instant blockedSince) {
    public static final int LONGEST_SHOWN = 60;

    public Reader {
        name = Handle.require(name);
        shown = Text.oneLine(shown);
        if (shown.isEmpty() || shown.codePointCount(0, shown.length()) > LONGEST_SHOWN) {
            throw new IllegalArgumentException(
                    "a shown name has 1 to %d characters, got \"%s\""
                            .formatted(LONGEST_SHOWN, shown));
        }
    }

    /// A new and active account.
    public static Reader joining(ReaderId id, String name, String shown, Role role, Instant now) {
        return new Reader(id, name, shown, role, now, null);
    }

    public boolean isBlocked() {
        return blockedSince != null;
    }

    /// Whether this account can look after the house right now.
    public boolean isActiveAdmin() {
        return role == Role.ADMIN && !isBlocked();
    }

    /// This, with what never changes from that one.
    ///
    /// @throws IllegalArgumentException if this is another reader
    public Reader keeping(Reader was) {
        if (!id.equals(was.id)) {
            throw new IllegalArgumentException(
                    "a change of reader %s must stay theirs, got %s".formatted(was.id, id));
        }
        return new Reader(id, was.name, shown, role, was.joined, blockedSince);
    }

    public Reader shownAs(String other) {
        return new Reader(id, name, other, role, joined, blockedSince);
    }

    public Reader as(Role other) {
        return new Reader(id, name, shown, other, joined, blockedSince);
    }

    /// A reader who is blocked already stays so since then.
    public Reader blocked(Instant since) {
        return blockedSince != null ? this : new Reader(id, name, shown, role, joined, since);
    }

    public Reader unblocked() {
        return new Reader(id, name, shown, role, joined, null);
    }
}
