package org.broadsheet.lab;

/// What measuring says of a claim. Computed by rules, never written by hand.
public enum Verdict {
    REPRODUCED("Reproduced"),
    PARTLY("Partly"),
    NOT_REPRODUCED("Not reproduced"),
    NOT_TESTED("Not tested");

    private final String title;

    Verdict(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }
}
