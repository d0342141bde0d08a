package org.broadsheet.search;

import java.util.List;
import java.util.Set;
import org.broadsheet.paper.Paper;

/// A paper's texts with the words of a query in them, each text taken apart once for all that is
/// said and shown of it.
///
/// @param keywords all keywords in one text
record SearchedPaper(
        Paper paper,
        SearchedText title,
        SearchedText abstractText,
        SearchedText summary,
        SearchedText keywords,
        SearchedText id) {
    static SearchedPaper of(Paper paper, Set<String> terms) {
        return new SearchedPaper(
                paper,
                SearchedText.of(paper.title(), terms),
                SearchedText.of(paper.abstractText(), terms),
                SearchedText.of(paper.summary() == null ? "" : paper.summary().text(), terms),
                SearchedText.of(String.join(" . ", paper.keywords()), terms),
                SearchedText.of(paper.id().value(), terms));
    }

    /// The text from which the snippet is cut, as [Paper#leadText] has it.
    SearchedText lead() {
        return abstractText.text().isEmpty() ? summary : abstractText;
    }

    /// The parts of all authors' names.
    List<String> names() {
        return IndexedText.authors(paper).stream().map(IndexedText.Place::term).toList();
    }
}
