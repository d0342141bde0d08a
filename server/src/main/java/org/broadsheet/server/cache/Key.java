package org.broadsheet.server.cache;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import org.broadsheet.server.security.Access;
import org.broadsheet.server.security.Who;
import org.jspecify.annotations.Nullable;

/// What tells one kept answer from another. Requests that our answers could depend on in other ways
/// have no key: those with a token, with parameters nobody reads, or over-long ones.
///
/// @param who asks, by whatever session: each reader has answers of their own
/// @param host as it was asked for: links in answers name it
/// @param query the query as it was sent, or empty
record Key(Who who, String host, String path, String query, Dress dress) {
    /// The parameters that some page or route reads.
    private static final Set<String> KNOWN =
            Set.of(
                    "p",
                    "page",
                    "limit",
                    "date",
                    "week",
                    "month",
                    "submitter",
                    "sort",
                    "q",
                    "cursor",
                    "explain",
                    "asof",
                    "cat",
                    "source",
                    "from",
                    "to",
                    "has",
                    "edition",
                    "words");

    private static final int LONGEST = 400;

    /// The representations that one address can have.
    enum Dress {
        USUAL,
        MARKDOWN,
        /// A part of a page, for htmx.
        PART
    }

    static @Nullable Key of(HttpServletRequest request, Access access) {
        if (!isReading(request.getMethod()) || request.getHeader("Authorization") != null) {
            return null;
        }
        String path = request.getRequestURI();
        String query = request.getQueryString() == null ? "" : request.getQueryString();
        if (path.length() + query.length() > LONGEST || !isKnown(query)) {
            return null;
        }
        String host = String.valueOf(request.getHeader("Host"));
        return new Key(access.who(request), host, path, query, dress(request));
    }

    long sizeBytes() {
        return 200L + host.length() + path.length() + query.length();
    }

    private static boolean isReading(String method) {
        return method.equals("GET") || method.equals("HEAD");
    }

    private static Dress dress(HttpServletRequest request) {
        if (request.getHeader("HX-Request") != null) {
            return Dress.PART;
        }
        String accept = request.getHeader("Accept");
        return accept != null && accept.contains("text/markdown") ? Dress.MARKDOWN : Dress.USUAL;
    }

    private static boolean isKnown(String query) {
        for (int start = 0; start < query.length(); ) {
            int end = query.indexOf('&', start);
            end = end < 0 ? query.length() : end;
            int equals = query.indexOf('=', start);
            int nameEnd = equals < 0 || equals > end ? end : equals;
            if (!KNOWN.contains(query.substring(start, nameEnd))) {
                return false;
            }
            start = end + 1;
        }
        return true;
    }
}
