package org.broadsheet.server.api;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;

/// The rest of an address as its author meant it. Ids hold slashes, encoded or not, semicolons and
/// colons, which path variables would cut.
public final class PathText {
    private PathText() {}

    /// What follows the prefix, decoded.
    public static String after(String prefix, HttpServletRequest request) {
        String rest = request.getRequestURI().substring(prefix.length()).replace("+", "%2B");
        try {
            return URLDecoder.decode(rest, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException _) {
            return rest;
        }
    }
}
