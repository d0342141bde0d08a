package org.broadsheet.server.security;

import org.jspecify.annotations.Nullable;

/// Where somebody goes after signing in: a page of this house, whatever the address said.
public final class Onward {
    public static final String FRONT = "/papers";

    private static final int LONGEST = 1_000;

    private Onward() {}

    /// The path if it is one of ours, else the front page. Browsers read `//host`, `/\host` and
    /// addresses with control characters as other hosts.
    public static String of(@Nullable String next) {
        boolean isOurs =
                next != null
                        && next.length() <= LONGEST
                        && next.startsWith("/")
                        && !next.startsWith("//")
                        && next.chars().allMatch(c -> c > ' ' && c < 0x7f && c != '\\');
        return isOurs && next != null ? next : FRONT;
    }
}
