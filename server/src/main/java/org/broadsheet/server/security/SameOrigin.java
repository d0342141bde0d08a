package org.broadsheet.server.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/// Tells whether a request that changes something comes from one of our own pages. Browsers say so
/// themselves, and no page can make them say otherwise: `Origin` must be the host that was asked
/// for; without one, `Sec-Fetch-Site` must be `same-origin`, or `none` for an address typed in.
final class SameOrigin {
    private static final String ACCEPTED = "Changes are accepted only from this server's own pages";

    /// Why the request is not believed; empty when it is.
    Optional<String> refuse(HttpServletRequest request) {
        String origin = request.getHeader("Origin");
        String site = request.getHeader("Sec-Fetch-Site");
        if (site != null && !site.equals("same-origin") && !site.equals("none")) {
            return Optional.of(
                    "This was sent from another site (Sec-Fetch-Site: %s). %s."
                            .formatted(shown(site), ACCEPTED));
        }
        if (origin == null) {
            return site == null
                    ? Optional.of(
                            "The request does not say where it comes from. Changes need the header"
                                    + " Origin: "
                                    + expected(request))
                    : Optional.empty();
        }
        return isOurs(origin, request)
                ? Optional.empty()
                : Optional.of(
                        "This was sent from %s. %s, with the header Origin: %s"
                                .formatted(shown(origin), ACCEPTED, expected(request)));
    }

    /// The scheme may differ from the one we see, where a proxy in front speaks https.
    private static boolean isOurs(String origin, HttpServletRequest request) {
        String host = String.valueOf(request.getHeader("Host"));
        return isOurs(origin, "http://", ":80", host) || isOurs(origin, "https://", ":443", host);
    }

    private static boolean isOurs(String origin, String scheme, String port, String host) {
        return origin.regionMatches(true, 0, scheme, 0, scheme.length())
                && without(port, origin.substring(scheme.length()))
                        .equalsIgnoreCase(without(port, host));
    }

    private static String without(String port, String host) {
        return host.endsWith(port) ? host.substring(0, host.length() - port.length()) : host;
    }

    private static String expected(HttpServletRequest request) {
        return request.getScheme() + "://" + request.getHeader("Host");
    }

    private static String shown(String value) {
        return value.length() <= 100 ? value : value.substring(0, 97) + "...";
    }
}
