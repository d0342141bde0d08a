package org.broadsheet.server.sources;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.broadsheet.paper.AuthorKey;
import org.broadsheet.paper.PaperId;
import org.broadsheet.paper.Text;

/// Ids for papers that came without one: `local:`, the beginning of the title, and a fingerprint of
/// all of it, so that two titles never share an id and one title always has the same.
final class LocalIds {
    private static final int LONGEST_BEGINNING = 60;
    private static final int FINGERPRINT = 8;

    private LocalIds() {}

    static PaperId of(String title) {
        String key = Text.titleKey(title);
        String whole = key.isEmpty() ? Text.oneLine(title) : key;
        return PaperId.of("local:" + beginning(title) + "-" + fingerprint(whole));
    }

    private static String beginning(String title) {
        String slug = AuthorKey.of(title).value();
        int letters = Math.min(LONGEST_BEGINNING, slug.codePointCount(0, slug.length()));
        String cut = slug.substring(0, slug.offsetByCodePoints(0, letters));
        String bare = cut.replaceAll("-+$", "");
        return bare.isEmpty() ? "untitled" : bare;
    }

    private static String fingerprint(String text) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256")
                            .digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, FINGERPRINT);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
