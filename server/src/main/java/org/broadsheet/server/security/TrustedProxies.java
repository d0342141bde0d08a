package org.broadsheet.server.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.catalina.Globals;
import org.apache.catalina.valves.RemoteIpValve;
import org.broadsheet.server.config.AddressRange;

/// Believes what trusted proxies say of a request: who sent it (`X-Forwarded-For`, from its end up
/// to the first address that is no such proxy) and by which scheme (`X-Forwarded-Proto`). Of a
/// request from anywhere else, and of the headers `Forwarded` and `X-Forwarded-Host` of any,
/// nothing is believed.
public final class TrustedProxies {
    private TrustedProxies() {}

    /// What Tomcat is to put ahead of everything that looks at a request.
    public static RemoteIpValve valve(List<AddressRange> proxies) {
        RemoteIpValve valve = new RemoteIpValve();
        valve.setInternalProxies(
                proxies.stream().map(AddressRange::toString).collect(Collectors.joining(",")));
        valve.setRemoteIpHeader("X-Forwarded-For");
        valve.setProtocolHeader("X-Forwarded-Proto");
        return valve;
    }

    /// Whether the valve put another address into the request. It takes the headers away then.
    static boolean passedOn(HttpServletRequest request) {
        return request.getAttribute(Globals.REQUEST_FORWARDED_ATTRIBUTE) != null
                || request.getAttribute(Globals.REMOTE_ADDR_ATTRIBUTE) != null;
    }
}
