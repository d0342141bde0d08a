package org.broadsheet.paper;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// The mark by which two records are taken for one paper although they share no id: the same title
/// (by [Text#titleKey]), the same family name of the first author, the same year.
///
/// A wrong union is worse than a missed one, so that there is none for a record that lacks one of
/// the three, nor for a title of fewer than [#SHORTEST] letters, which strangers share.
public final class TitleMark {
    public static final String PREFIX = "title:";
    public static final int SHORTEST = 20;

    private static final Set<String> SUFFIXES = Set.of("jr", "sr", "ii", "iii", "iv", "phd", "md");
    private static final int DIGITS = 24;

    private TitleMark() {}

    public static Optional<String> of(Paper paper) {
        LocalDate day = paper.published();
        String title = Text.titleKey(paper.title());
        if (day == null || paper.authors().isEmpty() || title.length() < SHORTEST) {
            return Optional.empty();
        }
        String family = family(paper.authors().getFirst().name());
        boolean isNobody = family.equals("-") || family.equals("anonymous");
        return isNobody
                ? Optional.empty()
                : Optional.of(PREFIX + digest(title + '\n' + family + '\n' + day.getYear()));
    }

    /// The last word of a name that is no suffix.
    private static String family(String name) {
        String[] words = name.split(" ");
        int last = words.length - 1;
        while (last > 0 && isSuffix(words[last])) {
            last--;
        }
        return AuthorKey.of(words[last]).value();
    }

    private static boolean isSuffix(String word) {
        return SUFFIXES.contains(word.replaceAll("[.,]", "").toLowerCase(Locale.ROOT));
    }

    private static String digest(String text) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256")
                            .digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, DIGITS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
