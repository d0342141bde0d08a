package org.broadsheet.server.web.page;

/// The sections of the paper, as the reader turns to them; `NONE` for a page outside all.
public enum Section {
    TODAY,
    WEEK,
    MONTH,
    TRENDING,
    WIRE,
    LAB,
    NONE
}
