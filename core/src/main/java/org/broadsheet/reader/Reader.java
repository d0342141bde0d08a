package org.broadsheet.reader;

import java.time.Duration;
import java.time.Instant;
import org.broadsheet.paper.Text;
import org.jspecify.annotations.Nullable;

/// An account: somebody who may do more here than read. Holds nothing that other readers may not
/// see.
///
/// @param name what people type and mention, unique in the house ([Handle])
/// @param shown the name that pages show, 1 to 60 characters
/// @param votesCountFrom votes cast before then count from then on: when the account was made, or
///   [#NEW_FOR] later
/// @param blockedSince absent while the account is active
public record Reader(
        ReaderId id,
        String name,
        String shown,
        Role role,
        Instant joined,
        Instant votesCountFrom,
        @Nullable Instant blockedSince) {
    public static final int LONGEST_SHOWN = 60;

    /// How long an account is new that nobody invited. As long as a day's edition is open: accounts
    /// made for it do not change its order while it is the front page.
    public static final Duration NEW_FOR = Duration.ofHours(24);

    public Reader {
        name = Handle.require(name);
        shown = Text.oneLine(shown);
        if (shown.isEmpty() || shown.codePointCount(0, shown.length()) > LONGEST_SHOWN) {
            throw new IllegalArgumentException(
                    "a shown name has 1 to %d characters, got \"%s\""
                            .formatted(LONGEST_SHOWN, shown));
        }
    }

    /// An account whose votes count at once.
    public Reader(
            ReaderId id,
            String name,
            String shown,
            Role role,
            Instant joined,
            @Nullable Instant blockedSince) {
        this(id, name, shown, role, joined, joined, blockedSince);
    }

    /// A new and active account of somebody whom the house let in; its votes count at once.
    public static Reader joining(ReaderId id, String name, String shown, Role role, Instant now) {
        return new Reader(id, name, shown, role, now, null);
    }

    /// This, of somebody who let themselves in: nobody invited them.
    public Reader uninvited() {
        return new Reader(id, name, shown, role, joined, joined.plus(NEW_FOR), blockedSince);
    }

    /// The moment from which a vote counts that this reader casts at that one.
    public Instant countsFrom(Instant castAt) {
        return castAt.isBefore(votesCountFrom) ? votesCountFrom : castAt;
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
        return new Reader(id, was.name, shown, role, was.joined, was.votesCountFrom, blockedSince);
    }

    public Reader shownAs(String other) {
        return new Reader(id, name, other, role, joined, votesCountFrom, blockedSince);
    }

    public Reader as(Role other) {
        return new Reader(id, name, shown, other, joined, votesCountFrom, blockedSince);
    }

    /// A reader who is blocked already stays so since then.
    public Reader blocked(Instant since) {
        return blockedSince != null
                ? this
                : new Reader(id, name, shown, role, joined, votesCountFrom, since);
    }

    public Reader unblocked() {
        return new Reader(id, name, shown, role, joined, votesCountFrom, null);
    }
}
