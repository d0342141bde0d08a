package org.broadsheet.search;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.broadsheet.paper.Paper;

/// The text of a paper that its vector is made for: the title and what stands under it.
public final class TextForVector {
    private TextForVector() {}

    public static String of(Paper paper) {
        return paper.title() + "\n" + paper.leadText();
    }

    /// Sixteen hexadecimal digits that change when the text does.
    public static String fingerprint(Paper paper) {
        byte[] digest = sha256().digest(of(paper).getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(digest, 0, 8);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
