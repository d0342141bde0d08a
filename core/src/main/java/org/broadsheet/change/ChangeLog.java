package org.broadsheet.change;

import java.util.List;
import java.util.Set;

/// The sequence of changes: each gets its number in the transaction that makes it, and becomes
/// visible in the order of the numbers, so that a follower that has seen number n has seen all up
/// to n.
public interface ChangeLog {
    /// The number of the latest change, 0 in an empty store.
    long latest();

    /// The number of the latest change of these kinds, 0 if there is none. Cheap enough to be asked
    /// for every page.
    long latest(Set<Change.Kind> kinds);

    /// The changes of these kinds with larger numbers, in order, at most `limit`.
    List<Change> after(long sequence, Set<Change.Kind> kinds, int limit);
}
