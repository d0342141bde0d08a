package org.broadsheet.server.web;

import jakarta.servlet.http.HttpServletRequest;
import org.broadsheet.house.HouseStore;
import org.broadsheet.server.security.Access;
import org.broadsheet.server.security.Right;

/// Knows whether somebody should be asked to set the house up.
public record SettingUp(HouseStore house, Access access) {
    /// Nobody did yet, and who asks may.
    boolean isAwaited(HttpServletRequest request) {
        return access.allows(request, Right.ADMINISTER) && house.chosen().isEmpty();
    }
}
