package org.broadsheet.server.config;

import java.net.InetAddress;

/// Network addresses that begin alike, as in `10.0.0.0/8` or `fd00::/8`.
///
/// @param bits how many bits they share
public record AddressRange(InetAddress address, int bits) {
    public AddressRange {
        int most = address.getAddress().length * 8;
        if (bits < 0 || bits > most) {
            throw new IllegalArgumentException(
                    "a range of %s shares 0 to %d bits, got %d"
                            .formatted(address.getHostAddress(), most, bits));
        }
    }

    /// Reads an address alone, or one with `/` and how many bits count. Never asks for a name.
    public static AddressRange of(String text) {
        int slash = text.indexOf('/');
        InetAddress address = InetAddress.ofLiteral(slash < 0 ? text : text.substring(0, slash));
        if (slash < 0) {
            return new AddressRange(address, address.getAddress().length * 8);
        }
        String bits = text.substring(slash + 1);
        if (!bits.matches("\\d{1,3}")) {
            throw new IllegalArgumentException(
                    "\"%s\" is no range of addresses; accepted are such as 10.0.0.0/8"
                            .formatted(text));
        }
        return new AddressRange(address, Integer.parseInt(bits));
    }

    @Override
    public String toString() {
        return address.getHostAddress() + "/" + bits;
    }
}
