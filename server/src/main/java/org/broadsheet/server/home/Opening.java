package org.broadsheet.server.home;

import java.util.Optional;

/// What came of opening a home.
public sealed interface Opening {
    /// This process owns it until it closes it.
    record Opened(Home home) implements Opening {}

    /// Another process owns it.
    record Held(HomeFolder folder) implements Opening {
        /// The owner's exit code for a second `serve`: somebody else has the folder.
        public static final int EXIT_CODE = 4;

        private static final String CHANGING =
                " belongs to another Broadsheet that is just starting or stopping. Try again.";

        /// Who has it; empty in the moment in which the owner changes.
        public Optional<Owner> owner() {
            return folder.owner();
        }

        public String message() {
            return folder.path() + owner().map(Held::belongs).orElse(CHANGING);
        }

        private static String belongs(Owner owner) {
            String todo =
                    owner.takesCommands()
                            ? " belongs to a Broadsheet that runs already (%s). Stop that one"
                            : " is being worked on by another Broadsheet command (%s). Let it end";
            return todo.formatted(owner) + ", or choose another folder with --home.";
        }
    }

    /// The folder cannot be used.
    ///
    /// @param message why, and what to do
    record Unusable(String message) implements Opening {
        public static final int EXIT_CODE = 5;
    }
}
