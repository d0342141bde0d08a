package org.broadsheet.server.home;

import java.util.function.Consumer;

/// Work on a home that runs the same in the process that was started for it and in the owner.
///
/// @param <A> its arguments, a record that JSON can carry; paths in it are absolute, for the owner
///   works in another folder
public interface OwnerCommand<A extends Record> {
    /// As in `import`.
    String name();

    Class<A> arguments();

    /// Does the work and tells of it. The sink throws when nobody listens any more; the work then
    /// stops where it can go on later.
    ///
    /// @return the exit code
    int run(A arguments, Consumer<CommandEvent> sink);
}
