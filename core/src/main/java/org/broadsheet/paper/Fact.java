package org.broadsheet.paper;

/// A fact about a paper that can come from different sources, each kept with its [Origin].
public enum Fact {
    TITLE,
    ABSTRACT,
    SUMMARY,
    AUTHORS,
    PUBLISHED,
    VERSIONS,
    CATEGORIES,
    LINKS,
    KEYWORDS,
    ORGANISATIONS,
    REFERENCE,
    WITHDRAWN
}
