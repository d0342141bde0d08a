package org.broadsheet.server.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.function.Supplier;
import org.broadsheet.server.config.Outside;

/// Before which paths of ours are put where a link leaves the house: in mails, feeds and
/// invitations, and what passkeys are bound to. Never with a slash at its end.
///
/// @param local the address at which this machine reaches the house
public record SiteAddress(Outside outside, Supplier<String> local) {
    /// The configured address; where none is, this house's address as the browser wrote it, which
    /// the Host check has let through.
    String of(HttpServletRequest request) {
        return isConfigured()
                ? outside.site()
                : request.getScheme() + "://" + request.getHeader("Host");
    }

    /// The address where no request tells of another.
    String ofHouse() {
        return isConfigured() ? outside.site() : local.get();
    }

    private boolean isConfigured() {
        return outside.address().isPresent();
    }
}
