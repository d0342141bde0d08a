package org.broadsheet.server.config;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/// How the world reaches this server: its address there, and the proxies in between.
///
/// @param address scheme, host and, where it is not the scheme's own, port; without a path
/// @param proxies whose word about the client's address and scheme is believed
public record Outside(Optional<URI> address, List<AddressRange> proxies) {
    public static final Outside NOWHERE = new Outside(Optional.empty(), List.of());

    public Outside {
        proxies = List.copyOf(proxies);
    }

    /// The address without a slash at its end, before which paths of ours are put; else empty.
    public String site() {
        return address.map(URI::toString).orElse("");
    }

    /// The host in that address.
    public Optional<String> host() {
        return address.map(URI::getHost);
    }
}
