package org.broadsheet.delivery;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/// One reader's part of a mailing. There is one at most.
public record DeliveryId(MailingId mailing, SubscriberId subscriber) {
    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz234567";
    private static final int NAME_LENGTH = 26;

    /// The same for the same mailing and reader, always, and telling nothing of either: 26 small
    /// letters and digits (130 bits of a SHA-256). In the Message-ID, a repeated transmission is
    /// known by it.
    public String name() {
        byte[] hash = sha256(mailing.value() + "\n" + subscriber.value());
        StringBuilder name = new StringBuilder();
        for (int bit = 0; name.length() < NAME_LENGTH; bit += 5) {
            int two = (hash[bit / 8] & 0xff) << 8 | hash[bit / 8 + 1] & 0xff;
            name.append(LETTERS.charAt(two >> 11 - bit % 8 & 31));
        }
        return name.toString();
    }

    static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
