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
    MISSING_PAPER("/papers/2511.99999"),
    FIRST("/first"),
    DIGEST("/digest", Asker.VISITOR),
    DIGEST_TO_CONFIRM("/digest/confirm?token=x", Asker.VISITOR),
    DIGEST_OF_NOBODY("/digest/x.y", Asker.VISITOR),
    SIGN_IN("/sign-in", Asker.VISITOR),
    REGISTER("/register", Asker.VISITOR),
    INVITATION_OVER("/invite/x", Asker.VISITOR),
    FORGOT("/forgot", Asker.VISITOR),
    RESET("/reset?token=x", Asker.VISITOR),
    CONFIRM("/confirm?token=x", Asker.VISITOR),
    THREAD("/papers/" + People.TALKED_OF, Asker.VISITOR),
    THREAD_OF_A_READER("/papers/" + People.TALKED_OF, Asker.READER),
    THREAD_OF_AN_ADMIN("/papers/" + People.TALKED_OF, Asker.ADMIN),
    PERMALINK(comment(""), Asker.READER),
    ANSWER(comment("/reply?quote=1"), Asker.READER),
    REPORT_FORM(comment("/report"), Asker.READER),
    HISTORY(comment("/history"), Asker.READER),
    LATEST_COMMENTS("/comments", Asker.READER),
    READERS_PAGE("/readers/ada", Asker.VISITOR),
    INBOX("/notifications", Asker.ADMIN),
    INBOX_DONE("/notifications?show=done", Asker.ADMIN),
    WISHED("/settings/notifications", Asker.READER),
    ACCOUNT("/settings/account", Asker.ADMIN),
    KEYS("/settings/account/keys", Asker.ADMIN),
    KEYS_NONE("/settings/account/keys", Asker.READER),
    NOT_ALLOWED("/admin/house", Asker.READER),
    MEMBERS("/admin/members", Asker.ADMIN),
    OUTBOX("/admin/outbox", Asker.ADMIN),
    HOUSE_OF_READERS("/admin/house", Asker.ADMIN),
    QUEUE("/admin/moderation", Asker.ADMIN),
    RINGS("/admin/votes", Asker.ADMIN),
    AUDITED("/admin/audit", Asker.ADMIN),
    DECISIONS("/moderation", Asker.VISITOR);

    private final String path;
    private final Asker asker;

    PageKind(String path) {
        this(path, Asker.THE_ONE_READER);
    }

    PageKind(String path, Asker asker) {
        this.path = path;
        this.asker = asker;
    }

    private static String comment(String more) {
        return "/papers/" + People.TALKED_OF + "/comments/" + People.ANSWERED + more;
    }

    Asker asker() {
        return asker;
    }

    String path() {
        return path;
    }
}
