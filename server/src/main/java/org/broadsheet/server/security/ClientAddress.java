package org.broadsheet.server.security;

import jakarta.servlet.http.HttpServletRequest;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;

/// Where a request comes from, as limits count it and logs keep it. Behind a trusted proxy it is
/// the address that the proxy saw.
public final class ClientAddress {
    private static final int PREFIX_BYTES = 8;

    private ClientAddress() {}

    /// The address in digits.
    public static String of(HttpServletRequest request) {
        return request.getRemoteAddr();
    }

    /// What limits count together: an IPv4 address alone, of IPv6 all that begin with the same 64
    /// bits, which one household or one server has to itself.
    public static String counted(HttpServletRequest request) {
        return counted(of(request));
    }

    static String counted(String address) {
        if (!(InetAddress.ofLiteral(address) instanceof Inet6Address six)) {
            return address;
        }
        byte[] network = Arrays.copyOf(six.getAddress(), six.getAddress().length);
        Arrays.fill(network, PREFIX_BYTES, network.length, (byte) 0);
        try {
            return InetAddress.getByAddress(network).getHostAddress() + "/64";
        } catch (java.net.UnknownHostException e) {
            throw new IllegalStateException("an address of 16 bytes is one", e);
        }
    }
}
