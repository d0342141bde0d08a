package org.broadsheet.discussion;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.broadsheet.paper.PaperId;
import org.broadsheet.reader.ReaderId;

/// Reads what readers wrote, which [CommentStore] keeps. Removed and hidden comments are among what
/// it tells; who may see their texts is the caller's to say.
public interface Comments {
    Optional<Comment> find(CommentId id);

    /// All comments on the paper, by id, that is by time.
    List<Comment> of(PaperId paper);

    /// The latest comments that are shown, on all papers, latest first.
    ///
    /// @param before only those with smaller ids; absent for all
    /// @param limit at most so many
    List<Comment> latest(Optional<CommentId> before, int limit);

    /// All comments of the reader, latest first.
    List<Comment> by(ReaderId author);

    /// How the comment read, from its first wording to that of now; none if it is unknown, and only
    /// the empty last one if it is removed.
    List<Wording> history(CommentId id);

    /// How many comments each paper had at that moment: those written by then, and then neither
    /// hidden nor removed. A paper without any has no entry.
    Map<PaperId, Long> count(Collection<PaperId> papers, Instant asOf);
}
