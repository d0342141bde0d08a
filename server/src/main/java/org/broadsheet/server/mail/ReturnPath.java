package org.broadsheet.server.mail;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.broadsheet.account.MailAddress;

/// The addresses that mails go back to: each says which delivery it was, and a part that only this
/// house can make keeps others from telling us of mails that did not come back.
public final class ReturnPath {
    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz234567";
    private static final int PROOF_LENGTH = 10;
    private static final Pattern MARK = Pattern.compile("([a-z2-7]{26})-([a-z2-7]{10})");

    private final Supplier<byte[]> secret;
    private final String before;
    private final String behind;

    /// @param secret the house's own, asked for when it is needed
    /// @param bounces as in `bounces@example.org`
    public ReturnPath(Supplier<byte[]> secret, MailAddress bounces) {
        this.secret = secret;
        int at = bounces.value().indexOf('@');
        before = bounces.value().substring(0, at) + "+";
        behind = bounces.value().substring(at);
    }

    /// @param name of a delivery
    public String of(String name) {
        return before + name + "-" + proof(name) + behind;
    }

    /// The delivery that a mail to this address is about; nothing unless we made the address.
    public Optional<String> name(MailAddress address) {
        String value = address.value();
        if (!value.startsWith(before) || !value.endsWith(behind)) {
            return Optional.empty();
        }
        Matcher mark =
                MARK.matcher(value.substring(before.length(), value.length() - behind.length()));
        return mark.matches() && isProof(mark.group(1), mark.group(2))
                ? Optional.of(mark.group(1))
                : Optional.empty();
    }

    private boolean isProof(String name, String shown) {
        return MessageDigest.isEqual(
                proof(name).getBytes(StandardCharsets.US_ASCII),
                shown.getBytes(StandardCharsets.US_ASCII));
    }

    private String proof(String name) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.get(), "HmacSHA256"));
            byte[] code = mac.doFinal(("return-path " + name).getBytes(StandardCharsets.UTF_8));
            StringBuilder proof = new StringBuilder();
            for (int i = 0; i < PROOF_LENGTH; i++) {
                proof.append(LETTERS.charAt(code[i] & 31));
            }
            return proof.toString();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HmacSHA256", e);
        }
    }
}
