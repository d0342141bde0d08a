package org.broadsheet.server.web;

import jakarta.servlet.http.HttpServletRequest;
import org.broadsheet.server.security.Access;
import org.broadsheet.server.security.Right;
import org.broadsheet.server.web.lab.Allowed;

/// Says whether who sends a request may run papers.
public record LabRights(Access access) {
    Allowed of(HttpServletRequest request) {
        return new Allowed(access.allows(request, Right.RUN), access.notice());
    }

    /// @throws org.broadsheet.server.security.NotAllowed unless they may
    void require(HttpServletRequest request) {
        access.require(request, Right.RUN);
    }
}
