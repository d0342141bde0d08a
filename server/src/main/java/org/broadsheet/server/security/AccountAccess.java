package org.broadsheet.server.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.EnumSet;
import java.util.Set;
import org.broadsheet.change.Change;
import org.broadsheet.change.ChangeLog;
import org.broadsheet.reader.Reader;
import org.broadsheet.reader.ReaderStore;
import org.broadsheet.reader.Role;

/// A house with accounts: whoever is signed in may do what their role may, everybody else reads.
/// Until somebody has an account, and again when nobody has one any more, another access holds.
public final class AccountAccess implements Access {
    private static final String WHO = AccountAccess.class.getName();
    private static final Set<Change.Kind> READERS = EnumSet.of(Change.Kind.READER);

    private final Access without;
    private final ReaderStore readers;
    private final ChangeLog changes;
    private final SigningIn signingIn;
    private volatile Counted counted = new Counted(-1, false);

    /// @param sequence the number of the latest change of an account before it was counted
    private record Counted(long sequence, boolean areAny) {}

    /// @param without what holds where nobody has an account
    public AccountAccess(
            Access without, ReaderStore readers, ChangeLog changes, SigningIn signingIn) {
        this.without = without;
        this.readers = readers;
        this.changes = changes;
        this.signingIn = signingIn;
    }

    /// Whether anybody has an account; asks the store only after an account changed.
    private boolean areAny() {
        long sequence = changes.latest(READERS);
        Counted known = counted;
        if (known.sequence() != sequence) {
            known = new Counted(sequence, readers.count() > 0);
            counted = known;
        }
        return known.areAny();
    }

    /// The same answer for all of one request.
    @Override
    public Who who(HttpServletRequest request) {
        if (request.getAttribute(WHO) instanceof Who known) {
            return known;
        }
        Who who =
                areAny()
                        ? signingIn.of(request).map(it -> who(it.reader())).orElse(Who.VISITOR)
                        : without.who(request);
        request.setAttribute(WHO, who);
        return who;
    }

    private static Who who(Reader reader) {
        return new Who.Reader(reader.id(), rights(reader));
    }

    @Override
    public boolean allows(Who who, Right right) {
        return areAny() ? who.rights().contains(right) : without.allows(who, right);
    }

    @Override
    public String notice() {
        return areAny()
                ? "Everybody may read here; readers with an account vote and submit, curators and"
                        + " admins do more. Sign in at /sign-in."
                : without.notice();
    }

    /// What a reader may do: nothing but read while blocked.
    static Set<Right> rights(Reader reader) {
        return reader.isBlocked() ? EnumSet.of(Right.READ) : rights(reader.role());
    }

    private static Set<Right> rights(Role role) {
        return switch (role) {
            case READER -> EnumSet.of(Right.READ, Right.VOTE, Right.SUBMIT);
            case CURATOR -> EnumSet.complementOf(EnumSet.of(Right.ADMINISTER));
            case ADMIN -> EnumSet.allOf(Right.class);
        };
    }
}
