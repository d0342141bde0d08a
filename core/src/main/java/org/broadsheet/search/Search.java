package org.broadsheet.search;

import java.util.List;
import org.broadsheet.paper.Paper;
import org.broadsheet.paper.PaperId;

/// Search as pages, API and command line see it.
public interface Search {
    /// The longest query that is read; a pasted abstract fits.
    int LONGEST_QUERY = 5_000;

    int LARGEST_PAGE = 120;

    /// What the query finds.
    ///
    /// @param text in the query language; see [QueryParser]
    /// @param page from 0
    /// @param size 1 to [#LARGEST_PAGE]
    /// @throws IllegalArgumentException for a query that cannot be read, naming the part and what
    ///   is accepted, or a page or size out of range
    Results find(String text, int page, int size);

    /// The papers nearest in meaning to this one, nearest first, itself left out; by words while it
    /// has no vector.
    List<Paper> similar(PaperId paper, int limit);

    /// Completions of what is being typed: titles and authors, at most `limit`.
    List<String> suggest(String typed, int limit);
}
