package org.broadsheet.editor;

import java.util.List;
import org.broadsheet.paper.Text;

/// What this house wants to read of.
///
/// @param categories as in `cs.CL`; `cs` means all that start with `cs.`
/// @param keywords words or phrases, in any form
public record Interests(List<String> categories, List<String> keywords) {
    public static final Interests NONE = new Interests(List.of(), List.of());

    public Interests {
        categories = tidy(categories);
        keywords = tidy(keywords);
    }

    private static List<String> tidy(List<String> words) {
        return words.stream()
                .map(Text::oneLine)
                .filter(word -> !word.isEmpty())
                .distinct()
                .toList();
    }

    boolean wants(String category) {
        return categories.stream()
                .anyMatch(wanted -> category.equals(wanted) || category.startsWith(wanted + "."));
    }
}
