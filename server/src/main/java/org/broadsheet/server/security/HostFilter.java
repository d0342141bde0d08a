package org.broadsheet.server.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/// Turns away requests for hosts that are not this server, ahead of everything else, so that cached
/// answers are covered.
public final class HostFilter extends HttpFilter {
    private static final long serialVersionUID = 1;

    private final transient AllowedHosts hosts;

    public HostFilter(AllowedHosts hosts) {
        this.hosts = hosts;
    }

    @Override
    protected void doFilter(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String host = request.getHeader("Host");
        if (host == null || host.isEmpty()) {
            new Refusal(400, "HostMissing", "The request names no host; send a Host header.")
                    .write(request, response);
        } else if (hosts.allows(host)) {
            SecurityHeaders.writeSecure(request, response);
            chain.doFilter(request, response);
        } else {
            new Refusal(421, "HostNotAllowed", notAllowed(host)).write(request, response);
        }
    }

    private static String notAllowed(String host) {
        String shown = host.length() <= 100 ? host : host.substring(0, 97) + "...";
        return "This server is not \"%s\". Ask for it as localhost, or let the operator add "
                        .formatted(shown)
                + "the name to \"hosts\" in broadsheet.yaml.";
    }
}
