package org.broadsheet.server.wiring;

import java.net.InetAddress;

/// Where the server listens.
///
/// @param name the address as the operator wrote it
public record Listening(String name, InetAddress address) {
    /// What to ask a browser on this machine for.
    public String url(int port) {
        return "http://" + (name.contains(":") ? "[" + name + "]" : name) + ":" + port;
    }
}
