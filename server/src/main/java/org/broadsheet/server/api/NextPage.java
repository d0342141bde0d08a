package org.broadsheet.server.api;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The address of the page after the one that was asked for: the same with one parameter replaced.
record NextPage(HttpServletRequest request, String parameter, String value) {
    /// As the `Link` header has it (RFC 8288).
    String link() {
        String query = request.getQueryString() == null ? "" : request.getQueryString();
        Stream<String> others =
                Arrays.stream(query.split("&"))
                        .filter(part -> !part.isEmpty() && !part.startsWith(parameter + "="));
        String encoded = URLEncoder.encode(value, StandardCharsets.UTF_8);
        String next =
                Stream.concat(others, Stream.of(parameter + "=" + encoded))
                        .collect(Collectors.joining("&"));
        return "<" + request.getRequestURL() + "?" + next + ">; rel=\"next\"";
    }
}
