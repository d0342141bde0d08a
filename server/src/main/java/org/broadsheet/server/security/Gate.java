package org.broadsheet.server.security;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/// Lets requests through to the handlers: reading for whom may read; everything else only from
/// whoever may at least vote (or to an address for [Anybody]), and only from one of our own pages.
/// Handlers ask [Access#require] for the right that they need beyond that.
final class Gate extends HttpFilter {
    private static final long serialVersionUID = 1;

    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

    private final transient Access access;
    private final transient SameOrigin sameOrigin;
    private final transient Predicate<HttpServletRequest> isOwner;

    /// @param isOwner whether the request needs no leave: it proves that it comes from the owner's
    ///   own commands, or is a browser's report, which changes nothing
    Gate(Access access, SameOrigin sameOrigin, Predicate<HttpServletRequest> isOwner) {
        this.access = access;
        this.sameOrigin = sameOrigin;
        this.isOwner = isOwner;
    }

    @Override
    protected void doFilter(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        boolean isChecked =
                request.getDispatcherType() != DispatcherType.REQUEST || isOwner.test(request);
        Optional<Refusal> refused = isChecked ? Optional.empty() : refuse(request);
        if (refused.isPresent()) {
            refused.get().write(request, response);
        } else {
            chain.doFilter(request, response);
        }
    }

    private Optional<Refusal> refuse(HttpServletRequest request) {
        if (READING.contains(request.getMethod())) {
            return refuse(request, Right.READ);
        }
        return sameOrigin
                .refuse(request)
                .map(why -> new Refusal(403, "OriginNotAllowed", why))
                .or(() ->
                        Anybody.maySendTo(request.getRequestURI())
                                ? Optional.empty()
                                : refuse(request, Right.VOTE));
    }

    private Optional<Refusal> refuse(HttpServletRequest request, Right right) {
        return access.allows(request, right)
                ? Optional.empty()
                : Optional.of(
                        new Refusal(403, "NotAllowed", NotAllowed.message(right, access.notice())));
    }
}
