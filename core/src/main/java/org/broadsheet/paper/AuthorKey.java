package org.broadsheet.paper;

/// An author's name for addresses and look-ups: lower case, accents off, words joined by hyphens;
/// letters of other scripts stay (`Matthias Nießner` is `matthias-niessner`, `王伟` is `王伟`).
public record AuthorKey(String value) {
    public AuthorKey {
        if (value.isEmpty()) {
            throw new IllegalArgumentException("an author's key must not be empty");
        }
    }

    /// The key of a name, or of a key; a name without any letter or digit has the key `-`.
    public static AuthorKey of(String name) {
        StringBuilder key = new StringBuilder(name.length());
        boolean apart = false;
        String folded = Text.folded(name);
        for (int i = 0; i < folded.length(); ) {
            int point = folded.codePointAt(i);
            i += Character.charCount(point);
            if (Text.isWord(point)) {
                key.append(apart && !key.isEmpty() ? "-" : "").appendCodePoint(point);
                apart = false;
            } else {
                apart = true;
            }
        }
        return new AuthorKey(key.isEmpty() ? "-" : key.toString());
    }

    @Override
    public String toString() {
        return value;
    }
}
