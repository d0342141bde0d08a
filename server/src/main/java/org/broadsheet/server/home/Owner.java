package org.broadsheet.server.home;

import java.net.Inet6Address;
import java.net.InetAddress;

/// The process that owns a home, as its `owner.json` tells.
///
/// @param address where the owner listens, reachable from this machine; empty while it does not
/// @param port 0 while it does not listen
/// @param token the word that proves that somebody may read the home's files
public record Owner(long pid, String address, int port, String token) {
    /// This process, which does not listen (yet).
    static Owner working(String token) {
        return new Owner(ProcessHandle.current().pid(), "", 0, token);
    }

    /// This process.
    ///
    /// @param bound what the server listens on; for all addresses, the loopback one is told
    static Owner listening(InetAddress bound, int port, String token) {
        return new Owner(ProcessHandle.current().pid(), reachable(bound), port, token);
    }

    private static String reachable(InetAddress bound) {
        if (bound.isAnyLocalAddress()) {
            return "127.0.0.1";
        }
        boolean isSix = bound instanceof Inet6Address;
        return isSix && bound.isLoopbackAddress() ? "::1" : bound.getHostAddress();
    }

    /// Whether it takes commands; a command that works on the home itself does not.
    public boolean takesCommands() {
        return port != 0;
    }

    /// As it stands in an address: `127.0.0.1:8080`.
    public String authority() {
        return (address.contains(":") ? "[" + address + "]" : address) + ":" + port;
    }

    /// Without the token.
    @Override
    public String toString() {
        return takesCommands() ? "process " + pid + ", http://" + authority() : "process " + pid;
    }
}
