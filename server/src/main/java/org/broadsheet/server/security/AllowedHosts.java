package org.broadsheet.server.security;

import java.net.InetAddress;
import java.util.Collection;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The names under which browsers may ask for this server. A page elsewhere can point a name of its
/// own at this machine's address (DNS rebinding); the browser then sends that name as `Host`.
///
/// The names of the local machine and the configured ones are allowed, with any port (a tunnel or a
/// proxy may have another than ours). Addresses written in digits cannot be rebound; they are
/// allowed where other machines reach the server.
public final class AllowedHosts {
    private static final Set<String> LOCAL = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final Pattern DIGITS =
            Pattern.compile("\\d{1,3}(?:\\.\\d{1,3}){3}|\\[[0-9a-f:.]+\\]");

    private final Set<String> names = new HashSet<>(LOCAL);
    private final Reach reach;

    private enum Reach {
        THIS_MACHINE,
        OTHERS
    }

    /// @param bind the name or address that the server was told to listen on
    /// @param address what it stands for
    /// @param further names that the operator allows
    public AllowedHosts(String bind, InetAddress address, Collection<String> further) {
        names.add(bind.toLowerCase(Locale.ROOT));
        names.addAll(further);
        reach = address.isLoopbackAddress() ? Reach.THIS_MACHINE : Reach.OTHERS;
    }

    public boolean allows(String host) {
        String name = name(host);
        return name != null
                && (names.contains(name)
                        || reach == Reach.OTHERS && DIGITS.matcher(name).matches());
    }

    static boolean isLocal(@Nullable String host) {
        String name = host == null ? null : name(host);
        return name != null && LOCAL.contains(name);
    }

    /// The host in lower case without its port; null if it is not a host and a port.
    private static @Nullable String name(String host) {
        int colon = host.lastIndexOf(':');
        boolean hasPort = colon > host.lastIndexOf(']');
        if (!hasPort) {
            return host.toLowerCase(Locale.ROOT);
        }
        for (int i = colon + 1; i < host.length(); i++) {
            if (host.charAt(i) < '0' || host.charAt(i) > '9') {
                return null;
            }
        }
        return host.substring(0, colon).toLowerCase(Locale.ROOT);
    }
}
