package org.broadsheet.server.api;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// Ids of 24 hexadecimal digits, as clients of the hosted page expect them; always the same for the
/// same thing.
final class HexId {
    private static final int BYTES = 12;

    private HexId() {}

    /// @param kind keeps things of different kinds apart that have one name
    static String of(String kind, String name) {
        byte[] text = (kind + '\n' + name).getBytes(StandardCharsets.UTF_8);
        return HexFormat.of().formatHex(sha256().digest(text), 0, BYTES);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
