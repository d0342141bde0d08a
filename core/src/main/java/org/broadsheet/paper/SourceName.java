package org.broadsheet.paper;

/// The sources that facts about papers come from, with how far each is trusted.
///
/// The order of trust is the distance from the authors: what a curator set right by hand, then the
/// records of the archive that a paper stands in, then the publisher's, then the hosted page's
/// copies, then lists that somebody kept, then what we wrote into the program, then a page saved as
/// text, and last what this house worked out from the text alone.
public enum SourceName {
    AUTOMATIC("worked out here", 0),
    HOUSE_MODEL("this house’s language model", 0),
    SEARCH_PAGE("saved search page", 1),
    FIRST_EDITION("First Edition", 2),
    CITATION_FILE("citation file", 3),
    OWN_SOURCE("own source", 4),
    HOSTED_DAILY("hosted daily papers", 5),
    DOI("DOI resolver", 6),
    ARXIV_SNAPSHOT("arXiv metadata snapshot", 7),
    ARXIV_RSS("arXiv RSS", 7),
    ARXIV_API("arXiv by query", 7),
    ARXIV_OAI("arXiv OAI-PMH", 7),
    ACL("ACL Anthology", 7),
    OPENREVIEW("OpenReview", 7),
    BIORXIV("bioRxiv and medRxiv", 7),
    CURATOR("curator", 9);

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
