package org.broadsheet.paper;

/// The sources that papers come from, with how far each is trusted about a paper's facts.
///
/// The order of trust is the distance from the authors: arXiv's own records before the hosted
/// page's copies, those before what we wrote into the program, that before a page saved as text.
public enum SourceName {
    SEARCH_PAGE("saved search page", 1),
    FIRST_EDITION("First Edition", 2),
    HOSTED_DAILY("hosted daily papers", 3),
    ARXIV_SNAPSHOT("arXiv metadata snapshot", 4);

    private final String label;
    private final int trust;

    SourceName(String label, int trust) {
        this.label = label;
        this.trust = trust;
    }

    /// The words for it on a page.
    public String label() {
        return label;
    }

    int trust() {
        return trust;
    }
}
