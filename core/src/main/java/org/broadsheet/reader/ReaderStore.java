package org.broadsheet.reader;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/// Keeps the accounts of the house. Whatever readers can see of an account is a change of
/// `Change.Kind.READER` with its id. Every backend passes `StorageContract`.
public interface ReaderStore {
    /// Adds an account.
    ///
    /// @return false, with nothing kept, if the id or the name is taken
    boolean add(Reader reader);

    /// Adds an account to a house that has none.
    ///
    /// @return false, with nothing kept, if there is any account
    boolean addFirst(Reader reader);

    default Optional<Reader> get(ReaderId id) {
        return Optional.ofNullable(of(Set.of(id)).get(id));
    }

    /// Those of these readers that have an account.
    Map<ReaderId, Reader> of(Collection<ReaderId> ids);

    /// The reader of that name, in capitals or not.
    default Optional<Reader> named(String name) {
        return Optional.ofNullable(named(Set.of(name)).get(Handle.of(name)));
    }

    /// Those of these names that readers have, by the name as it is kept. Texts that are no names
    /// are passed over.
    Map<String, Reader> named(Collection<String> names);

    /// The accounts whose names come after that one, by name, at most `limit`. All names come after
    /// the empty text.
    List<Reader> after(String name, int limit);

    /// Changes an account, in one step: its shown name, its role, whether it is blocked. A change
    /// that is none takes no number. Of who is blocked by it, the votes that do not count yet are
    /// taken back at that moment; those that count stay.
    ///
    /// @param change works the new account out of the one that is kept, perhaps more than once; the
    ///   id, the name, the time of joining and that from which votes count stay
    /// @return the account as it is now; nothing if it is unknown
    /// @throws LastAdmin if that would leave the house without an active admin
    Optional<Reader> change(ReaderId id, UnaryOperator<Reader> change);

    /// Removes the account, and with it all that is kept under it in this package. Its name is free
    /// from then on. Does nothing if it is unknown.
    ///
    /// @throws LastAdmin if that would leave other accounts without an active admin
    void remove(ReaderId id);

    /// How many accounts there are.
    long count();
}
