package org.broadsheet.server.security;

import java.util.List;

/// The addresses to which anybody may send a form, without the right to vote: those by which people
/// become readers or subscribers, and those where readers look after their own account, blocked or
/// not. Each of their handlers asks who it is by itself.
final class Anybody {
    private static final List<String> PATHS =
            List.of(
                    "/sign-in",
                    "/sign-out",
                    "/register",
                    "/confirm",
                    "/forgot",
                    "/reset",
                    "/first",
                    "/digest");
    private static final List<String> BELOW =
            List.of("/invite/", "/sign-in/", "/settings/account/", "/digest/");

    private Anybody() {}

    /// @param path as it was sent: one that is written otherwise is not among them
    static boolean maySendTo(String path) {
        return PATHS.contains(path) || BELOW.stream().anyMatch(path::startsWith);
    }
}
