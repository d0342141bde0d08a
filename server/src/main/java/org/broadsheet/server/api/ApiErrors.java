package org.broadsheet.server.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.broadsheet.server.security.Refusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;

/// The API's errors: status, `{"error": …}` and headers, also for routes that do not exist.
@Controller
@Order(Ordered.HIGHEST_PRECEDENCE) // ahead of the pages' own
@ControllerAdvice(basePackageClasses = ApiErrors.class)
public final class ApiErrors {
    private static final Logger LOG = LoggerFactory.getLogger(ApiErrors.class);

    @GetMapping({"/api", "/api/**"})
    void unknownRoute(HttpServletRequest request) {
        throw new Refused(
                404,
                "RouteNotFound",
                "no route "
                        + Parameters.shown(request.getRequestURI())
                        + "; accepted are /api/daily_papers, /api/papers, /api/papers/search and"
                        + " /api/papers/{id}");
    }

    @ExceptionHandler
    void refused(Refused refused, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        refused.refusal().write(request, response);
    }

    /// A query that cannot be decoded; the container throws this when a parameter is first read.
    @ExceptionHandler
    void unreadable(
            IllegalStateException failure, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (failure.getClass().getName().startsWith("org.apache.")) {
            new Refusal(
                            400,
                            "InvalidParameter",
                            "the query cannot be decoded; accepted is UTF-8, percent-encoded")
                    .write(request, response);
        } else {
            failed(failure, request, response);
        }
    }

    @ExceptionHandler
    void failed(Exception failure, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        LOG.error("{} failed", request.getRequestURI(), failure);
        new Refusal(500, "InternalError", "the server failed; its log says why")
                .write(request, response);
    }
}
