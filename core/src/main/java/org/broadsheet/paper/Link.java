package org.broadsheet.paper;

/// A link from a paper to something about it elsewhere. Links to arXiv itself follow from the id.
public record Link(Kind kind, String url) {
    public enum Kind {
        CODE,
        PROJECT,
        DISCUSSION
    }

    public Link {
        if (!url.matches("(?i)https?://[^\\s\\p{Cntrl}<>\"]+")) {
            throw new IllegalArgumentException(
                    "a link must start with http:// or https:// and hold no blanks, got \""
                            + url
                            + "\"");
        }
    }
}
