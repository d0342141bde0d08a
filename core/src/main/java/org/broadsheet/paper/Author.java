package org.broadsheet.paper;

/// One author as the paper prints the name.
public record Author(String name) {
    public Author {
        name = Text.oneLine(name);
        if (name.isEmpty()) {
            throw new IllegalArgumentException("an author's name must not be empty");
        }
    }

    /// The key under which all spellings of this name share one page.
    public AuthorKey key() {
        return AuthorKey.of(name);
    }
}
