package org.broadsheet.paper;

/// An organisation behind a paper: its short name for addresses and its name in full.
public record Organisation(String key, String name) {
    public Organisation {
        key = AuthorKey.of(key).value();
        name = Text.oneLine(name);
        if (name.isEmpty()) {
            name = key;
        }
    }
}
