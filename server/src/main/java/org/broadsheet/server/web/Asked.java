package org.broadsheet.server.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;

/// What a request asks of an edition beside its period.
///
/// @param page from 1
/// @param asof as it was sent; empty for now
record Asked(int page, String asof, HttpServletRequest request) {
    static Asked of(HttpServletRequest request) {
        String page = Objects.requireNonNullElse(request.getParameter("page"), "1");
        String asof = Objects.requireNonNullElse(request.getParameter("asof"), "");
        return new Asked(BadAddress.page(page), asof, request);
    }

    /// The address of another page of the same edition.
    String address(String path, int other) {
        String query =
                (asof.isEmpty()
                                ? ""
                                : "&asof=" + org.broadsheet.server.web.page.Addresses.inQuery(asof))
                        + (other > 1 ? "&page=" + other : "");
        return query.isEmpty() ? path : path + "?" + query.substring(1);
    }
}
