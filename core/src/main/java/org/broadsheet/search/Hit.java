package org.broadsheet.search;

import java.util.List;
import org.broadsheet.paper.Paper;

/// A paper that a search found.
///
/// @param title the title in pieces, found words marked
/// @param snippet the most telling passage in pieces, found words marked; the start of the text
///   when no word was found in it
public record Hit(Paper paper, List<Piece> title, List<Piece> snippet, Explanation explanation) {
    /// A piece of text as written by the author (LaTeX and all), marked where a word was found.
    public record Piece(String text, Mark mark) {}

    public enum Mark {
        PLAIN,
        FOUND
    }
}
