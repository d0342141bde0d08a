package org.broadsheet.account;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/// A random text that only its holder knows. Stores see its hash alone, so whoever reads a store
/// cannot use what is in it. It has 256 random bits or is typed by hand and works for a short time,
/// so one round of SHA-256 is enough.
public record Secret(String value) {
    private static final int BYTES = 32;

    /// For codes that people copy by hand: no letter looks like another or like a digit.
    private static final String CODE_LETTERS = "23456789ABCDEFGHJKMNPQRSTVWXYZ";

    private static final int CODE_LENGTH = 12;
    private static final int LONGEST = 200;

    /// A new one of 256 bits, in letters that need no escape in an address or a cookie.
    public static Secret random(SecureRandom random) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return new Secret(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /// A new one to be typed, as in `K7QF-93MX-22PB`: 58 bits.
    public static Secret code(SecureRandom random) {
        StringBuilder code = new StringBuilder();
        for (int i = 0; i < CODE_LENGTH; i++) {
            code.append(i > 0 && i % 4 == 0 ? "-" : "")
                    .append(CODE_LETTERS.charAt(random.nextInt(CODE_LETTERS.length())));
        }
        return new Secret(code.toString());
    }

    /// What stores know of it: the SHA-256 as 64 hexadecimal digits. Texts longer than any secret
    /// are cut first.
    public String hash() {
        String kept = value.length() <= LONGEST ? value : value.substring(0, LONGEST);
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256")
                            .digest(kept.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /// Never itself, so that no log shows it.
    @Override
    public String toString() {
        return "a secret";
    }
}
