package org.broadsheet.server.browser;

/// Every kind of page, each by one address in the test's house. Whoever adds a page adds it here.
enum PageKind {
    FRONT("/papers"),
    DATE("/papers/date/2025-11-07"),
    EMPTY_DATE("/papers/date/2025-11-05"),
    WEEK("/papers/week/2025-W45"),
    MONTH("/papers/month/2025-11"),
    TRENDING("/papers/trending"),
    PAST_ORDER("/papers/date/2025-11-07?asof=2025-11-07T12:00Z"),
    WIRE("/wire"),
    WIRE_NARROWED("/wire?cat=cs.CL"),
    SEARCH("/papers?q=nonlinear+heads"),
    SEARCH_NARROWED("/papers?q=heads+date:2024"),
    SEARCH_UNASKED("/papers?q="),
    SEARCH_EMPTY("/papers?q=author:nobody-of-this-name"),
    SEARCH_ERROR("/papers?q=date:yesterday"),
    PAPER("/papers/2303.13071"),
    PAPER_THAT_RUNS("/papers/2510.00001"),
    LAB("/lab"),
    REPORT("/lab/runs/c01dc01dc01d"),
    MISSING_RUN("/lab/runs/0123456789ab"),
    AUTHOR("/authors/hubert-ramsauer"),
    HOUSE("/admin/house"),
    SOURCES("/admin/sources"),
    REJECTS("/admin/rejects"),
    LOG("/moderation"),
    REPORTED("/admin/moderation"),
    AUDIT("/admin/audit"),
    COINCIDING_VOTES("/admin/votes"),
    HEALTH("/admin/health"),
    COMMENTS("/comments"),
    NOTIFICATIONS("/notifications"),
    WISHES("/settings/notifications"),
    MISSING("/no-such-page"),
    MISSING_PAPER("/papers/2511.99999");

    private final String path;

    PageKind(String path) {
        this.path = path;
    }

    String path() {
        return path;
    }
}
