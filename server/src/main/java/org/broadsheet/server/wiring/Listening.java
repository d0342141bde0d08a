package org.broadsheet.server.wiring;

import java.net.InetAddress;

/// Where the server listens.
///
/// @param name the address as the operator wrote it
public record Listening(String name, InetAddress address) {
    /// What to ask a browser on this machine for.
    public String url(int port) {
        String host = address.isAnyLocalAddress() ? "localhost" : name;
        return "http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
    }
}
