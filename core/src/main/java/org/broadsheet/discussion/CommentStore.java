package org.broadsheet.discussion;

import java.time.Instant;
import java.util.Collection;
import org.broadsheet.notice.Notice;
import org.broadsheet.reader.ReaderId;

/// Keeps what readers write. Whatever becomes different is a change of `Change.Kind.COMMENT` of its
/// paper; notices that come with it are kept in the same step. [Comments] reads it. Every backend
/// passes `StorageContract`.
public interface CommentStore {
    /// Keeps a new comment and the notices that it causes, in one step. One that is there already
    /// stays as it is, and no notice is kept.
    ///
    /// @return whether it was kept
    /// @throws IllegalArgumentException when its paper is unknown, or the comment that it answers
    ///   is not one of that paper
    boolean add(Comment comment, Collection<Notice> notices);

    /// Gives the comment another text; the older stays in its history. The same text again changes
    /// nothing, and no notice is kept.
    ///
    /// @return false, with nothing changed, if it is unknown, removed, hidden, or reads so already
    boolean edit(CommentId id, String text, Instant at, Collection<Notice> notices);

    /// Empties the comment and its history; its place stays.
    ///
    /// @return false, with nothing changed, if it is unknown or removed already
    boolean remove(CommentId id, Instant at);

    /// Hides the comment from everybody but curators. The notices are kept in the same step.
    ///
    /// @return false, with nothing changed, if it is unknown or hidden already
    boolean hide(CommentId id, Comment.Hiding hiding, Collection<Notice> notices);

    /// Shows a hidden comment again. That it was hidden stays in the past.
    ///
    /// @return false, with nothing changed, if it is unknown or not hidden
    boolean show(CommentId id, Instant at, Collection<Notice> notices);

    /// Empties all comments of the reader and their histories, in one step: the account is gone.
    /// Their places stay.
    ///
    /// @return how many it emptied
    int removeAll(ReaderId author, Instant at);
}
