package org.broadsheet.server.security;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.broadsheet.account.Secret;
import org.broadsheet.account.Session;

/// The cookie by which a browser shows its session. Over https its name begins with `__Host-`: no
/// neighbouring host and no page over http can set one of that name.
final class SessionCookie {
    private static final String PLAIN = "session";
    private static final String SECURE = "__Host-session";

    private SessionCookie() {}

    static Optional<Secret> of(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        return Stream.ofNullable(cookies)
                .flatMap(Arrays::stream)
                .filter(it -> it.getName().equals(name(request)))
                .map(it -> new Secret(it.getValue()))
                .findFirst();
    }

    static void set(Secret secret, HttpServletRequest request, HttpServletResponse response) {
        write(secret.value(), Session.LIFE.toSeconds(), request, response);
    }

    static void clear(HttpServletRequest request, HttpServletResponse response) {
        write("", 0, request, response);
    }

    private static void write(
            String value, long seconds, HttpServletRequest request, HttpServletResponse response) {
        response.addHeader(
                "Set-Cookie",
                "%s=%s; Path=/; Max-Age=%d; HttpOnly; SameSite=Lax%s"
                        .formatted(
                                name(request),
                                value,
                                seconds,
                                request.isSecure() ? "; Secure" : ""));
    }

    private static String name(HttpServletRequest request) {
        return request.isSecure() ? SECURE : PLAIN;
    }
}
