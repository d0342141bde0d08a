package org.broadsheet.reader;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// The rules of the names that readers type and mention, as in `@ada`. Capitals count as small
/// letters.
public final class Handle {
    public static final int LONGEST = 32;
    public static final String ACCEPTED =
            "2 to 32 of the letters a to z, digits, - and _, beginning with a letter or a digit";

    private static final Pattern FORM = Pattern.compile("[a-z0-9][a-z0-9_-]{1,31}");

    /// Names that would let somebody pass as the house, or that addresses need.
    private static final Set<String> RESERVED =
            Set.of(
                    "admin",
                    "administrator",
                    "all",
                    "anonymous",
                    "api",
                    "broadsheet",
                    "curator",
                    "curators",
                    "deleted",
                    "editor",
                    "everybody",
                    "everyone",
                    "guest",
                    "here",
                    "house",
                    "local",
                    "me",
                    "moderator",
                    "nobody",
                    "none",
                    "null",
                    "owner",
                    "postmaster",
                    "reader",
                    "readers",
                    "root",
                    "security",
                    "settings",
                    "staff",
                    "support",
                    "system",
                    "undefined",
                    "visitor",
                    "you");

    private Handle() {}

    /// The one form in which a name is kept and compared.
    public static String of(String typed) {
        return typed.toLowerCase(Locale.ROOT);
    }

    public static boolean isReserved(String name) {
        return RESERVED.contains(of(name));
    }

    /// The name as it is kept.
    ///
    /// @throws IllegalArgumentException if it is none, or reserved
    public static String require(String typed) {
        String name = of(typed);
        if (!FORM.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "not a name for a reader: \"%s\"; accepted are %s".formatted(typed, ACCEPTED));
        }
        if (RESERVED.contains(name)) {
            throw new IllegalArgumentException(
                    "the name \"%s\" is reserved; take another".formatted(typed));
        }
        return name;
    }
}
