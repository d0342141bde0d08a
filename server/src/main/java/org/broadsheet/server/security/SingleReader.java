package org.broadsheet.server.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;

/// A house on one machine: whoever sits there is its one reader, with every right and no sign-in.
///
/// A request that a proxy passed on, or that names this server otherwise than as the local machine,
/// may come from anywhere, and is a visitor's.
final class SingleReader implements Access {
    private static final List<String> PASSED_ON =
            List.of(
                    "Forwarded",
                    "X-Forwarded-For",
                    "X-Forwarded-Host",
                    "X-Forwarded-Proto",
                    "X-Real-IP",
                    "Via");

    @Override
    public Who who(HttpServletRequest request) {
        return isHere(request) ? Who.LOCAL : Who.VISITOR;
    }

    @Override
    public boolean allows(Who who, Right right) {
        return right == Right.READ || who.equals(Who.LOCAL);
    }

    @Override
    public String notice() {
        return "Single-reader mode: only this machine reaches the server, and whoever sits at it is"
                + " its one reader, with every right.";
    }

    private static boolean isHere(HttpServletRequest request) {
        if (TrustedProxies.passedOn(request)) {
            return false;
        }
        for (String header : PASSED_ON) {
            if (request.getHeader(header) != null) {
                return false;
            }
        }
        return AllowedHosts.isLocal(request.getHeader("Host"));
    }
}
