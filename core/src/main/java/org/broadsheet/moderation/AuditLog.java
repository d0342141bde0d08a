package org.broadsheet.moderation;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.broadsheet.paper.Text;
import org.broadsheet.reader.ReaderId;
import org.jspecify.annotations.Nullable;

/// The log of who did what to what. It only grows; nothing in it changes but that addresses are
/// forgotten. Every backend passes `StorageContract`.
public interface AuditLog {
    enum Kind {
        /// Everybody reads it: the moderation log.
        PUBLIC,
        /// What was done to members and invitations. Only those who administer read this, as the
        /// following.
        PRIVATE,
        /// Who signed in, by which way, who was refused, and who signed out elsewhere.
        SIGN_IN,
        /// What readers did with their own accounts: made them, changed keys, took data, left.
        ACCOUNT,
        /// What was done on the command line, by whoever operates the machine.
        OPERATOR
    }

    /// Something that somebody did.
    ///
    /// @param who absent for what the house does by itself or somebody who is not signed in
    /// @param from the address that it came from; empty where there is none
    /// @param action a few words, as in "hid" or "gave the role curator"
    /// @param note why, or what it was before; one line
    record Act(
            Instant at,
            Kind kind,
            @Nullable ReaderId who,
            String from,
            String action,
            Subject subject,
            String note) {
        private static final int LONGEST = 1_000;

        public Act {
            action = Text.oneLine(action);
            note = Text.oneLine(note);
            if (action.isEmpty() || action.length() > LONGEST || note.length() > LONGEST) {
                throw new IllegalArgumentException(
                        "an act has an action, and no more than %d characters in it or its note, got \"%s\" and %d"
                                .formatted(LONGEST, action, note.length()));
            }
        }
    }

    /// @param number from 1, without gaps, in the order of appending
    record Entry(long number, Act act) {}

    /// The number before which all entries stand.
    long END = Long.MAX_VALUE;

    /// Adds it as the last entry.
    void append(Act act);

    /// Entries of these kinds before that number, the latest first, at most `limit`.
    List<Entry> before(long number, Set<Kind> kinds, int limit);

    /// Forgets the addresses of what was done before that moment.
    ///
    /// @return of how many entries
    int forgetAddresses(Instant before);
}
