package org.broadsheet.server.signin;

import java.net.URI;

/// This house as browsers see it.
///
/// @param id the relying party's id, the host alone, to which passkeys are bound
/// @param origin as browsers send it, as in `https://papers.example.org`
/// @param name what the house is called
public record Site(String id, String origin, String name) {
    /// @param base any address of the house
    public static Site at(URI base, String name) {
        String port = base.getPort() < 0 || isUsual(base) ? "" : ":" + base.getPort();
        return new Site(base.getHost(), base.getScheme() + "://" + base.getHost() + port, name);
    }

    private static boolean isUsual(URI base) {
        return base.getPort() == ("https".equals(base.getScheme()) ? 443 : 80);
    }
}
