package org.broadsheet.paper;

/// Where else a paper stands, as its record says; each part may be empty.
public record Reference(String doi, String journal, String comment) {
    public static final Reference NONE = new Reference("", "", "");

    public Reference {
        doi = Text.oneLine(doi);
        journal = Text.oneLine(journal);
        comment = Text.oneLine(comment);
    }
}
