package org.broadsheet.round;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.broadsheet.paper.Text;

/// What somebody wants in their digest, and when.
///
/// @param parts of the house that are wanted whole
/// @param categories whose papers are wanted, as in `cs.LG`, or of whole archives, as in `cs`
/// @param keywords of which a paper that is wanted has one, in its title or its keywords
/// @param most papers in one digest, 1 to [#MOST]
public record Preferences(
        Cadence cadence,
        Set<Part> parts,
        List<String> categories,
        List<String> keywords,
        int most,
        Form form) {
    public static final int MOST = 100;

    private static final int MOST_WORDS = 50;
    private static final int LONGEST_WORD = 80;

    /// A list of papers that the house makes for everybody.
    public enum Part {
        EDITION,
        TRENDING
    }

    public enum Form {
        /// HTML beside plain text.
        RICH,
        PLAIN
    }

    public Preferences {
        parts = parts.isEmpty() ? Set.of() : Set.copyOf(EnumSet.copyOf(parts));
        categories = words("categories", categories);
        keywords = words("keywords", keywords);
        if (most < 1 || most > MOST) {
            throw new IllegalArgumentException(
                    "a digest has 1 to %d papers, got %d".formatted(MOST, most));
        }
        if (parts.isEmpty() && categories.isEmpty() && keywords.isEmpty()) {
            throw new IllegalArgumentException(
                    "a digest of nothing: choose the edition, what is trending, a category or a"
                            + " keyword");
        }
    }

    private static List<String> words(String what, List<String> typed) {
        List<String> words =
                typed.stream()
                        .map(Text::oneLine)
                        .filter(word -> !word.isEmpty())
                        .distinct()
                        .toList();
        if (words.size() > MOST_WORDS) {
            throw new IllegalArgumentException(
                    "at most %d %s, got %d".formatted(MOST_WORDS, what, words.size()));
        }
        words.stream()
                .filter(word -> word.length() > LONGEST_WORD)
                .findFirst()
                .ifPresent(word -> {
                    throw new IllegalArgumentException(
                            "one of the %s has at most %d characters, got \"%s...\""
                                    .formatted(what, LONGEST_WORD, word.substring(0, 40)));
                });
        return words;
    }
}
