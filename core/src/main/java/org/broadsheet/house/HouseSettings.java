package org.broadsheet.house;

import java.util.List;
import java.util.regex.Pattern;
import org.broadsheet.paper.Text;

/// What the people of a house chose for it.
///
/// @param name stands large on the front page, 1 to 40 characters
/// @param line stands under it, as in "by the vision group and the research community"; at most 120
///   characters, may be empty
/// @param categories what comes in by itself and counts as interesting, in arXiv's words: archives
///   as `cs` or categories as `cs.CL`
/// @param keywords words and phrases that count as interesting
/// @param registration who may make an account
public record HouseSettings(
        String name,
        String line,
        List<String> categories,
        List<String> keywords,
        Registration registration) {
    public static final HouseSettings DEFAULT =
            new HouseSettings("Broadsheet", "", List.of(), List.of());

    /// Who may make an account in this house.
    public enum Registration {
        /// Nobody: operators make them at the terminal.
        CLOSED,
        /// Whoever has an invitation.
        INVITATION,
        /// Everybody.
        OPEN
    }

    private static final int LONGEST_NAME = 40;
    private static final int LONGEST_LINE = 120;
    private static final int LONGEST_KEYWORD = 100;
    private static final int MOST = 100;
    private static final Pattern CATEGORY =
            Pattern.compile("[a-z]+(?:-[a-z]+)*(?:\\.[A-Za-z]+(?:-[A-Za-z]+)*)?");

    /// By invitation, as a house does that said nothing else.
    public HouseSettings(String name, String line, List<String> categories, List<String> keywords) {
        this(name, line, categories, keywords, Registration.INVITATION);
    }

    public HouseSettings {
        name = Text.oneLine(name);
        line = Text.oneLine(line);
        categories = categories.stream().map(Text::oneLine).distinct().toList();
        keywords = keywords.stream().map(Text::oneLine).distinct().toList();
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            throw new IllegalArgumentException(
                    "a house's name has 1 to %d characters, got \"%s\""
                            .formatted(LONGEST_NAME, name));
        }
        if (line.length() > LONGEST_LINE) {
            throw new IllegalArgumentException(
                    "the line under the name has at most %d characters, got %d"
                            .formatted(LONGEST_LINE, line.length()));
        }
        if (categories.size() > MOST || keywords.size() > MOST) {
            throw new IllegalArgumentException(
                    "at most %d categories and %d keywords are accepted, got %d and %d"
                            .formatted(MOST, MOST, categories.size(), keywords.size()));
        }
        for (String category : categories) {
            if (!CATEGORY.matcher(category).matches()) {
                throw new IllegalArgumentException(
                        "not a category: \"%s\"; accepted are arXiv's, as in cs, cs.CL or stat.ML"
                                .formatted(category));
            }
        }
        for (String keyword : keywords) {
            if (keyword.isEmpty() || keyword.length() > LONGEST_KEYWORD) {
                throw new IllegalArgumentException(
                        "a keyword has 1 to %d characters, got \"%s\""
                                .formatted(LONGEST_KEYWORD, keyword));
            }
        }
    }
}
