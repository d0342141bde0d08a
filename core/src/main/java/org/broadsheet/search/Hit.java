package org.broadsheet.search;

import java.util.List;
import org.broadsheet.paper.Paper;

/// A paper that a search found, and what there is to say of it.
public interface Hit {
    Paper paper();

    /// The title in pieces, found words marked.
    List<Piece> title();

    /// The most telling passage in pieces, found words marked; the start of the text when no word
    /// was found in it.
    List<Piece> snippet();

    /// Why it was found.
    Explanation explanation();

    /// A piece of text as written by the author (LaTeX and all), marked where a word was found.
    record Piece(String text, Mark mark) {}

    enum Mark {
        PLAIN,
        FOUND
    }
}
