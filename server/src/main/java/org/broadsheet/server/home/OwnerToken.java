package org.broadsheet.server.home;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/// The word that the owner's own commands show: who can read the home's files knows it. Nobody else
/// can, and no page in a browser can send the header it goes in.
public record OwnerToken(String value) {
    private static final String SCHEME = "Bearer ";

    /// Whether the request comes from this machine and shows the token.
    public boolean isShownBy(HttpServletRequest request) {
        String header = request.getHeader("Authorization");
        return header != null
                && header.startsWith(SCHEME)
                && matches(header.substring(SCHEME.length()))
                && isFromThisMachine(request);
    }

    /// Takes the same time for every word of one length.
    private boolean matches(String shown) {
        return MessageDigest.isEqual(
                value.getBytes(StandardCharsets.UTF_8), shown.getBytes(StandardCharsets.UTF_8));
    }

    /// A connection whose two ends have one address does not leave the machine.
    private static boolean isFromThisMachine(HttpServletRequest request) {
        return request.getRemoteAddr().equals(request.getLocalAddr())
                || InetAddress.ofLiteral(request.getRemoteAddr()).isLoopbackAddress();
    }

    @Override
    public String toString() {
        return "OwnerToken(…)";
    }
}
