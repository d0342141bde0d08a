package org.broadsheet.notice;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.broadsheet.notice.Notice.State;
import org.broadsheet.reader.ReaderId;

/// Keeps what readers are told about, and which of it they want. What a reader sees of it is a
/// change of `Change.Kind.NOTICE` with the reader's id. Every backend passes `StorageContract`.
public interface NoticeStore {
    /// Keeps the notices, all in one step. One whose id is there already stays as it is.
    void add(Collection<Notice> notices);

    /// The reader's notices in these states, latest first.
    ///
    /// @param before only those that come after the one of this id in that order; empty for all
    /// @param limit at most so many
    List<Notice> of(ReaderId reader, Set<State> states, String before, int limit);

    /// How many of the reader's notices are unread.
    long unread(ReaderId reader);

    /// Puts those of these notices that are the reader's into that state, in one step; others are
    /// passed over. What is so already changes nothing.
    ///
    /// @return how many became different
    int mark(ReaderId reader, Collection<String> ids, State state);

    /// Puts all of the reader's notices that are in one of these states into that one.
    ///
    /// @return how many became different
    int markAll(ReaderId reader, Set<State> from, State state);

    /// Takes the notices up to that moment of which mails are still to tell, oldest first. Each is
    /// given to one caller, once.
    List<Notice> takeOwed(Instant until, int limit);

    /// Lets mails tell of these notices after all: what took them could not hand its mail over.
    void oweAgain(Collection<String> ids);

    /// What these readers want; [Wishes#DEFAULT] for one who never said.
    Map<ReaderId, Wishes> wishes(Collection<ReaderId> readers);

    /// Keeps what the reader wants from now on.
    void wish(ReaderId reader, Wishes wishes);

    /// Removes all that is kept for the reader, wishes too: the account is gone. Notices that they
    /// caused stay with those who got them.
    void forget(ReaderId reader);
}
