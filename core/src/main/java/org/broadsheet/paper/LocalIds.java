package org.broadsheet.paper;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// Ids for papers that came without one: `local:`, the beginning of the title, and a fingerprint of
/// all that tells them from namesakes, so that two papers never share an id and one always has the
/// same.
public final class LocalIds {
    private static final int LONGEST_BEGINNING = 60;
    private static final int FINGERPRINT = 8;

    private LocalIds() {}

    /// The id of a paper of which the title alone is known.
    public static PaperId of(String title) {
        return of(title, "");
    }

    /// @param author the first author's name, empty where it is not known
    public static PaperId of(String title, String author) {
        String key = Text.titleKey(title);
        String whole = key.isEmpty() ? Text.oneLine(title) : key;
        String told = author.isEmpty() ? whole : whole + " " + AuthorKey.of(author);
        return PaperId.of("local:" + beginning(title) + "-" + fingerprint(told));
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
