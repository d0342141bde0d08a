package org.broadsheet.server.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.broadsheet.server.account.Accounts;
import org.broadsheet.server.security.SigningIn;
import org.broadsheet.server.web.page.Frame.Corner;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/// Says what stands in the corner of the masthead for whoever asks for the page that this thread
/// makes.
public final class Corners {
    private final SigningIn signingIn;
    private final Accounts accounts;

    public Corners(SigningIn signingIn, Accounts accounts) {
        this.signingIn = signingIn;
        this.accounts = accounts;
    }

    /// Nothing where nobody has an account.
    Optional<Corner> now() {
        if (!(RequestContextHolder.getRequestAttributes()
                instanceof ServletRequestAttributes attributes)) {
            return Optional.empty();
        }
        HttpServletRequest request = attributes.getRequest();
        Optional<Corner> reader = signingIn.of(request).map(it -> Corner.of(it.reader().shown()));
        return reader.isPresent() || !accounts.areAny()
                ? reader
                : Optional.of(Corner.signIn("/sign-in" + next(request)));
    }

    private static String next(HttpServletRequest request) {
        String path = request.getRequestURI();
        boolean isWorth = request.getMethod().equals("GET") && path.startsWith("/papers/");
        return isWorth ? "?next=" + URLEncoder.encode(path, StandardCharsets.UTF_8) : "";
    }
}
