package org.broadsheet.server.round;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;
import java.util.function.Supplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.broadsheet.delivery.SubscriberId;

/// Makes and reads the words by which links in digests show whose they are: the subscriber's id and
/// 128 bits of an HMAC-SHA256 over it. Whoever has one may change and end that subscription, and
/// nothing else; it works as long as the subscription is kept.
public final class Passes {
    private static final int MAC_BYTES = 16;

    private final Supplier<byte[]> secret;

    /// @param secret the house's own, the same for all nodes
    public Passes(Supplier<byte[]> secret) {
        this.secret = secret;
    }

    String of(SubscriberId subscriber) {
        return subscriber + "." + mac("digest\n" + subscriber);
    }

    /// Nothing for a word that this house did not write.
    Optional<SubscriberId> read(String pass) {
        int dot = pass.lastIndexOf('.');
        if (dot < 1 || pass.length() > 200) {
            return Optional.empty();
        }
        String subscriber = pass.substring(0, dot);
        boolean isOurs =
                MessageDigest.isEqual(
                        mac("digest\n" + subscriber).getBytes(StandardCharsets.UTF_8),
                        pass.substring(dot + 1).getBytes(StandardCharsets.UTF_8));
        return isOurs ? Optional.of(new SubscriberId(subscriber)) : Optional.empty();
    }

    /// What is kept of a network address: enough to tell two that are the same.
    String trace(String from) {
        return mac("from\n" + from);
    }

    private String mac(String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.get(), "HmacSHA256"));
            byte[] whole = mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(java.util.Arrays.copyOf(whole, MAC_BYTES));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HMAC-SHA256", e);
        }
    }
}
