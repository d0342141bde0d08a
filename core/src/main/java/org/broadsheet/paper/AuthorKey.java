package org.broadsheet.paper;

import java.util.regex.Pattern;

/// An author's name for addresses and look-ups: lower case, accents off, words joined by hyphens;
/// letters of other scripts stay (`Matthias Nießner` is `matthias-niessner`, `王伟` is `王伟`).
public record AuthorKey(String value) {
    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern ENDS = Pattern.compile("^-+|-+$");

    public AuthorKey {
        if (value.isEmpty()) {
            throw new IllegalArgumentException("an author's key must not be empty");
        }
    }

    /// The key of a name, or of a key; a name without any letter or digit has the key `-`.
    public static AuthorKey of(String name) {
        String bare = BETWEEN.matcher(Text.folded(name)).replaceAll("-");
        bare = ENDS.matcher(bare).replaceAll("");
        return new AuthorKey(bare.isEmpty() ? "-" : bare);
    }

    @Override
    public String toString() {
        return value;
    }
}
