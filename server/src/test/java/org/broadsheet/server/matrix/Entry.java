package org.broadsheet.server.matrix;

import java.util.List;
import java.util.Set;

/// One line of the table: a route, who may take it, and a request that does.
///
/// @param route the method and the pattern, as Spring names it
/// @param path an address of that pattern; where it holds something of a reader's, it is `ada`'s
/// @param form what is sent with it, if it is a POST
record Entry(String route, Set<Role> allowed, String path, String form) {
    private static final String PAPER = "/papers/2308.16898";
    private static final String RUN = "/lab/runs/0123456789ab";

    /// Every route of the server. A new one needs a line here; a route that names by an id what
    /// belongs to a reader needs one in [Belonging], too.
    static final List<Entry> ALL =
            List.of(
                    open("/", "/"),
                    open("/papers", "/papers?q=heads"),
                    open("/papers/date/{day}", "/papers/date/2025-11-07"),
                    open("/papers/week/{week}", "/papers/week/2025-W45"),
                    open("/papers/month/{month}", "/papers/month/2025-11"),
                    open("/papers/trending", "/papers/trending"),
                    open("/papers/date", "/papers/date"),
                    open("/papers/date/", "/papers/date/"),
                    open("/papers/week", "/papers/week"),
                    open("/papers/week/", "/papers/week/"),
                    open("/papers/month", "/papers/month"),
                    open("/papers/month/", "/papers/month/"),
                    open("/papers/{*id}", PAPER),
                    post("/papers/{*path}", Role.SIGNED_IN, PAPER + "/vote", "value=up"),
                    post("/papers/{*path}", Role.CURATORS, PAPER + "/same", "deed=unite&id=x"),
                    open("/authors/{name}", "/authors/emmy-shared"),
                    open("/wire", "/wire"),
                    post("/wire/fetch", Role.SIGNED_IN, "/wire/fetch", "paper=x"),
                    post("/wire/decisions", Role.CURATORS, "/wire/decisions", "paper=x"),
                    open("/status/vectors", "/status/vectors"),
                    open("/lab", "/lab"),
                    post("/lab/runs", Role.CURATORS, "/lab/runs", "paper=x"),
                    open("/lab/runs/{id}", RUN),
                    open("/lab/runs/{id}/{file}", RUN + "/x.csv"),
                    open("/lab/runs/{id}/events", RUN + "/events"),
                    post("/lab/runs/{id}/cancel", Role.CURATORS, RUN + "/cancel", ""),
                    post("/lab/runs/{id}/again", Role.CURATORS, RUN + "/again", ""),
                    open("/comments", "/comments"),
                    open("/comments.atom", "/comments.atom"),
                    open("/readers/{name}", "/readers/ada"),
                    post("/papers/{*path}", Role.SIGNED_IN, PAPER + "/comments", "text=Well."),
                    get("/notifications", Role.SIGNED_IN, "/notifications"),
                    post("/notifications", Role.SIGNED_IN, "/notifications", "deed=read"),
                    get("/settings/notifications", Role.SIGNED_IN, "/settings/notifications"),
                    post("/settings/notifications", Role.SIGNED_IN, "/settings/notifications", ""),
                    open("/sign-in", "/sign-in"),
                    post("/sign-in", Role.EVERYBODY, "/sign-in", PlayedRoles.RIGHT_PASSWORD),
                    post("/sign-out", Role.EVERYBODY, "/sign-out", ""),
                    post(
                            "/sign-in/passkey/options",
                            Role.EVERYBODY,
                            "/sign-in/passkey/options",
                            ""),
                    post("/sign-in/passkey", Role.EVERYBODY, "/sign-in/passkey", "{}"),
                    open("/sign-in/openid", "/sign-in/openid"),
                    open("/sign-in/openid/back", "/sign-in/openid/back"),
                    get("/first", Role.NOBODY, "/first"),
                    post("/first", Role.EVERYBODY, "/first", "code=x"),
                    open("/register", "/register"),
                    post("/register", Role.NOBODY, "/register", "name=x"),
                    open("/invite/{secret}", "/invite/x"),
                    post("/invite/{secret}", Role.EVERYBODY, "/invite/x", "name=x"),
                    open("/confirm", "/confirm?ticket=x"),
                    post("/confirm", Role.EVERYBODY, "/confirm", "ticket=x"),
                    open("/forgot", "/forgot"),
                    post("/forgot", Role.EVERYBODY, "/forgot", "name=x"),
                    open("/reset", "/reset?ticket=x"),
                    post("/reset", Role.EVERYBODY, "/reset", "ticket=x"),
                    open("/digest", "/digest"),
                    post("/digest", Role.EVERYBODY, "/digest", "address=x"),
                    open("/digest/confirm", "/digest/confirm?token=x"),
                    post("/digest/confirm", Role.EVERYBODY, "/digest/confirm", "token=x"),
                    open("/digest/{pass}", "/digest/x.y"),
                    post("/digest/{pass}", Role.EVERYBODY, "/digest/x.y", "every=day"),
                    post("/digest/{pass}/test", Role.EVERYBODY, "/digest/x.y/test", ""),
                    open("/digest/{pass}/preview", "/digest/x.y/preview"),
                    open("/digest/{pass}/unsubscribe", "/digest/x.y/unsubscribe"),
                    post(
                            "/digest/{pass}/unsubscribe",
                            Role.EVERYBODY,
                            "/digest/x.y/unsubscribe",
                            ""),
                    open("/settings", "/settings"),
                    get("/settings/account", Role.SIGNED_IN, "/settings/account"),
                    get("/settings/account/export", Role.SIGNED_IN, "/settings/account/export"),
                    mine("/settings/account/name", "shown=x"),
                    mine("/settings/account/address", "address=x"),
                    mine("/settings/account/password", "new=x"),
                    mine("/settings/account/sessions/end", "session=x"),
                    mine("/settings/account/delete", "password=x"),
                    get("/settings/account/keys", Role.SIGNED_IN, "/settings/account/keys"),
                    mine("/settings/account/keys", "{}"),
                    mine("/settings/account/keys/options", ""),
                    mine("/settings/account/keys/remove", "id=x"),
                    mine("/settings/account/keys/unlink", "issuer=x"),
                    get("/admin/members", Role.ADMINS, "/admin/members"),
                    post("/admin/members/role", Role.ADMINS, "/admin/members/role", "reader=x"),
                    post("/admin/members/block", Role.ADMINS, "/admin/members/block", "reader=x"),
                    post("/admin/members/invite", Role.ADMINS, "/admin/members/invite", "role=x"),
                    post("/admin/members/uninvite", Role.ADMINS, "/admin/members/uninvite", ""),
                    get("/admin/outbox", Role.ADMINS, "/admin/outbox"),
                    open("/moderation", "/moderation"),
                    get("/admin", Role.EVERYBODY, "/admin"),
                    get("/admin/house", Role.ADMINS, "/admin/house"),
                    post("/admin/house", Role.ADMINS, "/admin/house", "name=Ours"),
                    get("/admin/sources", Role.ADMINS, "/admin/sources"),
                    post("/admin/sources/run", Role.ADMINS, "/admin/sources/run", "harvest=x"),
                    get("/admin/rejects", Role.ADMINS, "/admin/rejects"),
                    post("/admin/rejects/again", Role.ADMINS, "/admin/rejects/again", "record=x"),
                    post("/admin/rejects/dismiss", Role.ADMINS, "/admin/rejects/dismiss", ""),
                    get("/admin/moderation", Role.CURATORS, "/admin/moderation"),
                    post("/admin/moderation", Role.CURATORS, "/admin/moderation", "subject=x"),
                    get("/admin/votes", Role.ADMINS, "/admin/votes"),
                    get("/admin/audit", Role.ADMINS, "/admin/audit"),
                    get("/admin/health", Role.ADMINS, "/admin/health"),
                    get("/metrics", Role.ADMINS, "/metrics"),
                    open("/api/daily_papers", "/api/daily_papers"),
                    open("/api/papers", "/api/papers"),
                    open("/api/papers/search", "/api/papers/search?q=heads"),
                    open("/api/papers/**", "/api/papers/2308.16898"),
                    open("/api", "/api"),
                    open("/api/**", "/api/x"),
                    open("/actuator/health", "/actuator/health"),
                    open("/actuator/health/**", "/actuator/health/x"),
                    post("/csp-reports", Role.EVERYBODY, "/csp-reports", "x"),
                    post("/owner/commands/{name}", Role.NOBODY, "/owner/commands/doctor", ""));

    static Entry open(String pattern, String path) {
        return get(pattern, Role.EVERYBODY, path);
    }

    static Entry get(String pattern, Set<Role> allowed, String path) {
        return new Entry("GET " + pattern, allowed, path, "");
    }

    static Entry post(String pattern, Set<Role> allowed, String path, String form) {
        return new Entry("POST " + pattern, allowed, path, form);
    }

    /// What readers send about their own account.
    static Entry mine(String pattern, String form) {
        return post(pattern, Role.SIGNED_IN, pattern, form);
    }

    boolean isPost() {
        return route.startsWith("POST ");
    }

    @Override
    public String toString() {
        return route.substring(0, route.indexOf(' ') + 1) + path;
    }
}
